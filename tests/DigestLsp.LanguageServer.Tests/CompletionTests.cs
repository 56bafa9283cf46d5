using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary><c>textDocument/completion</c> as clients get it.</summary>
public sealed class CompletionTests
{
    private static readonly string Library = Papers.Digest(
        "Mar 10",
        Papers.Kites,
        Papers.Bread.Replace("\n\n", "\ntags: bread, ovens\n\n")
    );

    [Fact]
    public async Task Titles_are_completed_after_see_and_described_when_asked()
    {
        using var session = await StartAsync("see: sound");
        var list = (await session.AskAsync("textDocument/completion", "b.digest", "\n\nMoths"))!;

        Assert.True((bool)list["isIncomplete"]!);
        var item = Assert.Single(list["items"]!.AsArray())!;
        Assert.Equal(Papers.KitesTitle, (string?)item["label"]);
        Assert.Equal("a.digest", (string?)item["detail"]);
        Assert.Equal("see: " + Papers.KitesTitle, Completed(session, item));

        var resolved = (await session.Client.RequestAsync("completionItem/resolve", item.DeepClone()))!;
        Assert.Equal("markdown", (string?)resolved["documentation"]!["kind"]);
        Assert.Contains("A kite's lines hum", (string?)resolved["documentation"]!["value"], StringComparison.Ordinal);
        Assert.Equal((string?)item["label"], (string?)resolved["label"]);
    }

    [Fact]
    public async Task A_completion_sees_what_was_typed_just_before_it()
    {
        using var session = await StartAsync("see: ");
        session.Replace("b.digest", "see: ", "see: thermometer");
        var list = (await session.AskAsync("textDocument/completion", "b.digest", "\n\nMoths"))!;
        Assert.Equal(Papers.BreadTitle, (string?)Assert.Single(list["items"]!.AsArray())!["label"]);
    }

    [Fact]
    public async Task Tags_are_those_of_the_workspace()
    {
        using var session = await StartAsync("tags: moths, ov");
        var list = (await session.AskAsync("textDocument/completion", "b.digest", "\n\nMoths"))!;
        // What is complete may go out as a bare array.
        var item = Assert.Single((list as JsonArray ?? list["items"]!.AsArray()))!;
        Assert.Equal("tags: moths, ovens", Completed(session, item));
        Assert.Equal(12, (int)item["kind"]!);
    }

    [Theory]
    [InlineData(true, "${1:Title}\n\n${2:Abstract.}")]
    [InlineData(false, "Title\n\nAbstract.")]
    public async Task A_new_paper_has_places_to_fill_in_where_the_client_knows_them(bool snippets, string expected)
    {
        var capabilities = ClientCapabilities.Full();
        capabilities["textDocument"]!["completion"] = new JsonObject
        {
            ["completionItem"] = new JsonObject { ["snippetSupport"] = snippets },
        };
        using var session = await DigestSession.StartAsync(capabilities, ("a.digest", Library));
        session.Open("a.digest");
        session.Replace("a.digest", "Mar 10\n", "Mar 10\n\n");
        var items = (await session.AskAsync("textDocument/completion", "a.digest", "\n\nSteering"))!.AsArray();

        var item = items.First(item => (int)item!["kind"]! == 15)!;

        Assert.Equal("New paper", (string?)item["label"]);
        Assert.Equal(snippets ? 2 : 1, (int)item["insertTextFormat"]!);
        Assert.StartsWith($"\n{expected}", (string?)item["textEdit"]!["newText"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_prose_nothing_is_offered()
    {
        using var session = await StartAsync("note: x");
        Assert.Empty((await session.AskAsync("textDocument/completion", "b.digest", "vanished"))!.AsArray());
        Assert.Empty((await session.AskAsync("textDocument/completion", "b.digest", "Leave"))!.AsArray());
    }

    private static async Task<DigestSession> StartAsync(string metadata)
    {
        var moths = Papers.Moths.Replace("\n\n", $"\n{metadata}\n\n");
        var session = await DigestSession.StartAsync(("a.digest", Library), ("b.digest", Papers.Digest("Mar 11", moths)));
        session.Open("b.digest");
        session.Open("a.digest");
        return session;
    }

    /// <summary>The metadata line after the completion.</summary>
    private static string Completed(DigestSession session, JsonNode item)
    {
        var text = session.TextOf("b.digest");
        var edit = item["textEdit"]!;
        var start = EditorText.OffsetOf(text, edit["range"]!["start"]!);
        var end = EditorText.OffsetOf(text, edit["range"]!["end"]!);
        return string.Concat(text.AsSpan(0, start), (string?)edit["newText"], text.AsSpan(end)).Split('\n')[3];
    }
}
