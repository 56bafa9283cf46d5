using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary><c>textDocument/semanticTokens</c> as clients get it.</summary>
public sealed class SemanticTokensTests
{
    private static readonly string Digest = Papers.Digest("Mar 11", Papers.Kites, Papers.Bread);

    [Fact]
    public async Task Differences_lead_from_each_answer_to_the_next()
    {
        using var session = await DigestSession.StartAsync(("a.digest", Digest));
        session.Open("a.digest");
        var full = (await session.AskAsync("textDocument/semanticTokens/full", "a.digest"))!;
        var numbers = Numbers(full["data"]!);
        Assert.Equal([0, 0, 6, 1, 0, 2, 0, Papers.KitesTitle.Length, 2, 1], numbers[..10]);

        session.Replace("a.digest", "Mar 11\n", "new\n\nMar 11\n");
        var delta = (await AskDeltaAsync(session, full))!;

        var edit = Assert.Single(delta["edits"]!.AsArray())!;
        var expected = (await session.AskAsync("textDocument/semanticTokens/full", "a.digest"))!;
        numbers.RemoveRange((int)edit["start"]!, (int)edit["deleteCount"]!);
        numbers.InsertRange((int)edit["start"]!, Numbers(edit["data"]!));
        Assert.Equal(Numbers(expected["data"]!), numbers);
        Assert.Equal([0, 0, 3, 0, 0, 2, 0, 6, 1, 0], numbers[..10]);
        Assert.Empty((await AskDeltaAsync(session, expected))!["edits"]!.AsArray());
    }

    [Fact]
    public async Task Who_asks_for_the_difference_to_an_answer_that_is_forgotten_gets_all()
    {
        using var session = await DigestSession.StartAsync(("a.digest", Digest));
        session.Open("a.digest");
        var all = (await AskDeltaAsync(session, new JsonObject { ["resultId"] = "no such answer" }))!;
        Assert.NotEmpty(all["data"]!.AsArray());
        Assert.Equal(
            all["data"]!.ToJsonString(),
            (await session.AskAsync("textDocument/semanticTokens/full", "a.digest"))!["data"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_range_is_answered_by_itself()
    {
        using var session = await DigestSession.StartAsync(("a.digest", Digest));
        session.Open("a.digest");
        var range = EditorText.RangeOf(Digest, 0, 3);
        var parameters = new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = session.UriOf("a.digest") },
            ["range"] = range,
        };
        var found = (await session.Client.RequestAsync("textDocument/semanticTokens/range", parameters))!;
        Assert.Equal([0, 0, 6, 1, 0], Numbers(found["data"]!));
    }

    private static Task<JsonNode?> AskDeltaAsync(DigestSession session, JsonNode last) =>
        session.Client.RequestAsync(
            "textDocument/semanticTokens/full/delta",
            new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = session.UriOf("a.digest") },
                ["previousResultId"] = (string?)last["resultId"],
            }
        );

    private static List<int> Numbers(JsonNode data) => [.. data.AsArray().Select(number => (int)number!)];
}
