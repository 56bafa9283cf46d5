using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Lines over titles that tell of a paper's other places and of related papers.</summary>
public sealed class CodeLensTests
{
    private static readonly string First = Papers.Digest("Mar 11", Papers.Bread, Papers.Kites, Papers.Lamps);
    private static readonly string Second = Papers.Digest("Mar 12", Papers.Kites, Papers.Hums, Papers.Moths);

    [Fact]
    public async Task A_lens_tells_in_how_many_digests_a_paper_stands_and_opens_them()
    {
        using var session = await StartAsync(ClientCapabilities.Full());
        await RefreshedAsync(session);
        var lenses = (await session.AskAsync("textDocument/codeLens", "b.digest"))!.AsArray();
        Assert.Equal([Papers.KitesTitle, Papers.MothsTitle], lenses.Select(lens => EditorText.Covered(Second, lens!["range"]!)));
        Assert.All(lenses, lens => Assert.Null(lens!["command"]));

        var kites = (await session.Client.RequestAsync("codeLens/resolve", lenses[0]!.DeepClone()))!;
        Assert.Equal("in 2 digests", (string?)kites["command"]!["title"]);
        Assert.Equal("digestlsp.showReferences", (string?)kites["command"]!["command"]);
        var arguments = kites["command"]!["arguments"]!.AsArray();
        Assert.True(Uris.AreSame(session.UriOf("b.digest"), (string)arguments[0]!));
        Assert.Equal(kites["range"]!["start"]!.ToJsonString(), arguments[1]!.ToJsonString());
        var place = Assert.Single(arguments[2]!.AsArray())!;
        Assert.True(Uris.AreSame(session.UriOf("a.digest"), (string)place["uri"]!));
        Assert.Equal(Papers.KitesTitle, EditorText.Covered(First, place["range"]!));

        var moths = (await session.Client.RequestAsync("codeLens/resolve", lenses[1]!.DeepClone()))!;
        Assert.Equal("1 related", (string?)moths["command"]!["title"]);
        Assert.Equal(Papers.LampsTitle, EditorText.Covered(First, Assert.Single(moths["command"]!["arguments"]![2]!.AsArray())!["range"]!));
    }

    [Fact]
    public async Task When_another_file_changes_the_client_is_told_to_ask_again()
    {
        using var session = await StartAsync(ClientCapabilities.Full());
        await RefreshedAsync(session);
        session.Open("a.digest");
        var lenses = (await session.AskAsync("textDocument/codeLens", "b.digest"))!.AsArray();
        var before = session.Client.Received.Count;
        session.Replace("a.digest", Papers.Kites, "");
        await RefreshedAsync(session, before, Papers.MothsTitle);
        // What is shown still is told to say nothing.
        var kites = (await session.Client.RequestAsync("codeLens/resolve", lenses[0]!.DeepClone()))!;
        Assert.Equal(("", ""), ((string?)kites["command"]!["title"], (string?)kites["command"]!["command"]));
    }

    [Fact]
    public async Task A_lens_of_a_paper_that_is_gone_or_of_nothing_says_nothing()
    {
        using var session = await StartAsync(ClientCapabilities.Full());
        await RefreshedAsync(session);
        var lens = (await session.AskAsync("textDocument/codeLens", "b.digest"))![0]!;
        session.Replace("b.digest", Papers.Kites, "");
        foreach (
            var data in new[]
            {
                lens["data"]!,
                "nothing",
                new JsonObject { ["path"] = 7 },
            }
        )
        {
            var asked = lens.DeepClone();
            asked["data"] = data.DeepClone();
            var resolved = (await session.Client.RequestAsync("codeLens/resolve", asked))!;
            Assert.Equal(("", ""), ((string?)resolved["command"]!["title"], (string?)resolved["command"]!["command"]));
        }
    }

    [Fact]
    public async Task A_client_that_cannot_show_places_gets_no_lenses()
    {
        var capabilities = ClientCapabilities.Full();
        capabilities.Remove("experimental");
        using var session = await StartAsync(capabilities);
        await session.LoadedAsync(Papers.BreadTitle);
        Assert.Empty((await session.AskAsync("textDocument/codeLens", "b.digest"))!.AsArray());
    }

    private static async Task<DigestSession> StartAsync(JsonObject capabilities)
    {
        var session = await DigestSession.StartAsync(capabilities, ("a.digest", First), ("b.digest", Second));
        session.Open("b.digest");
        return session;
    }

    private static Task RefreshedAsync(DigestSession session) => RefreshedAsync(session, 0, Papers.KitesTitle, Papers.MothsTitle);

    /// <summary>Waits until the client is told to ask again, related papers are known, and these have a lens.</summary>
    private static async Task RefreshedAsync(DigestSession session, int since, params string[] titles)
    {
        await session.Client.WaitForAsync(
            "a refreshment",
            received => received.Skip(since).FirstOrDefault(message => (string?)message["method"] == "workspace/codeLens/refresh")
        );
        for (var patience = DateTime.UtcNow + ServerProcess.Patience; ; await Task.Delay(50))
        {
            var lenses = (await session.AskAsync("textDocument/codeLens", "b.digest"))!.AsArray();
            if (lenses.Select(lens => EditorText.Covered(session.TextOf("b.digest"), lens!["range"]!)).SequenceEqual(titles))
            {
                return;
            }
            Assert.True(DateTime.UtcNow < patience, $"There never were these lenses alone: {string.Join(", ", titles)}");
        }
    }
}
