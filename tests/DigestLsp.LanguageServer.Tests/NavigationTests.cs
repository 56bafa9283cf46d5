using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Requests about places.</summary>
public sealed class NavigationTests
{
    private static readonly string First = "new\n\nSubscribe\n\n" + Papers.Digest("Mar 11", Papers.Bread, Papers.Kites);
    private static readonly string Second = Papers.Digest("Mar 12", Papers.Kites) + "\n" + Papers.Digest("Mar 13", Papers.Moths);

    [Fact]
    public async Task Hover_tells_the_paper_its_date_and_its_other_places()
    {
        using var session = await StartAsync();
        var hover = await session.AskAsync("textDocument/hover", "b.digest", "large kite");
        Assert.Equal("markdown", (string?)hover!["contents"]!["kind"]);
        Assert.Equal(Papers.Kites.Split("\n\n")[1].TrimEnd(), EditorText.Covered(Second, hover["range"]!));
        var text = (string)hover["contents"]!["value"]!;
        Assert.StartsWith($"**{Papers.KitesTitle}**  \nMar 12\n", text, StringComparison.Ordinal);
        Assert.Contains($"(<{session.UriOf("a.digest")}#L11>)", text, StringComparison.Ordinal);
        Assert.Contains("A kite's lines hum", text, StringComparison.Ordinal);
        Assert.Null(await session.AskAsync("textDocument/hover", "b.digest", "Mar 12"));
    }

    [Fact]
    public async Task Definition_is_the_first_place_and_references_are_all()
    {
        using var session = await StartAsync();
        var definition = await session.AskAsync("textDocument/definition", "b.digest", Papers.KitesTitle);
        Assert.Equal([("a.digest", Papers.KitesTitle)], Places(session, definition));
        foreach (var includeDeclaration in new[] { true, false })
        {
            var context = new JsonObject { ["context"] = new JsonObject { ["includeDeclaration"] = includeDeclaration } };
            var references = await session.AskAsync("textDocument/references", "a.digest", Papers.KitesTitle, context);
            Assert.Equal([("a.digest", Papers.KitesTitle), ("b.digest", Papers.KitesTitle)], Places(session, references));
        }
    }

    [Fact]
    public async Task A_term_leads_to_where_it_is_introduced_and_to_its_mentions()
    {
        var (first, second) = (Papers.Digest("Mar 11", Papers.Hums), Papers.Digest("Mar 12", Papers.Hives));
        using var session = await DigestSession.StartAsync(("a.digest", first), ("b.digest", second));
        session.Open("a.digest");
        session.Open("b.digest");
        var definition = await session.AskAsync("textDocument/definition", "b.digest", "WMs");
        Assert.Equal([("a.digest", "WM")], Places(session, definition));
        var context = new JsonObject { ["context"] = new JsonObject { ["includeDeclaration"] = true } };
        var references = await session.AskAsync("textDocument/references", "b.digest", "WMs", context);
        Assert.Equal([("a.digest", "WM"), ("a.digest", "WMs"), ("b.digest", "WMs")], Places(session, references));
        var hover = await session.AskAsync("textDocument/hover", "b.digest", "WMs");
        Assert.StartsWith("**WM**: wing microphone\n", (string)hover!["contents"]!["value"]!, StringComparison.Ordinal);
        Assert.EndsWith("\n\n3 mentions in 2 papers", (string)hover["contents"]!["value"]!, StringComparison.Ordinal);
        Assert.Equal("WMs", EditorText.Covered(second, hover["range"]!));
    }

    [Theory]
    [InlineData("plaintext", """["plaintext"]""")]
    [InlineData("plaintext", """["plaintext", "markdown"]""")]
    [InlineData("plaintext", "[]")]
    [InlineData("plaintext", null)]
    [InlineData("markdown", """["markdown"]""")]
    [InlineData("markdown", """["markdown", "plaintext"]""")]
    public async Task A_hover_is_written_as_the_client_shows_it(string expected, string? formats)
    {
        var capabilities = ClientCapabilities.Full();
        capabilities["textDocument"]!["hover"] = formats is null ? [] : new JsonObject { ["contentFormat"] = JsonNode.Parse(formats) };
        using var session = await DigestSession.StartAsync(capabilities, ("a.digest", First), ("b.digest", Second));
        session.Open("a.digest");
        session.Open("b.digest");
        var contents = (await session.AskAsync("textDocument/hover", "b.digest", "large kite"))!["contents"]!;
        Assert.Equal(expected, (string?)contents["kind"]);
        var text = (string)contents["value"]!;
        Assert.Equal(
            expected == "plaintext",
            text.StartsWith($"{Papers.KitesTitle}\nMar 12\n\nAlso stands in:\n- a.digest, line 11\n\n", StringComparison.Ordinal)
        );
        Assert.Equal(expected == "markdown", text.StartsWith($"**{Papers.KitesTitle}**", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mentions_of_a_term_are_highlighted_and_places_of_a_paper()
    {
        var text = Papers.Digest("Mar 11", Papers.Hums, Papers.Hives.TrimEnd() + $"\nsee: {Papers.HumsTitle}\n");
        using var session = await DigestSession.StartAsync(("a.digest", text));
        session.Open("a.digest");
        Assert.Equal([("WM", 3), ("WMs", 2), ("WMs", 2)], await HighlightedAsync("WMs"));
        Assert.Equal([(Papers.HumsTitle, 3), (Papers.HumsTitle, 2)], await HighlightedAsync("Hive Hums"));
        Assert.Empty(await HighlightedAsync("hot evenings"));

        async Task<IEnumerable<(string, int)>> HighlightedAsync(string at) =>
            (await session.AskAsync("textDocument/documentHighlight", "a.digest", at))!
                .AsArray()
                .Select(highlight => (EditorText.Covered(text, highlight!["range"]!), (int)highlight["kind"]!));
    }

    [Fact]
    public async Task Implementations_are_the_related_papers_without_the_copies()
    {
        using var session = await StartAsync();
        var related = await session.AskAsync("textDocument/implementation", "b.digest", Papers.KitesTitle);
        Assert.Equal([("a.digest", Papers.BreadTitle), ("b.digest", Papers.MothsTitle)], Places(session, related).Order());
    }

    [Fact]
    public async Task Calls_are_the_graph_of_related_papers()
    {
        using var session = await StartAsync();
        var item = Assert.Single((await session.AskAsync("textDocument/prepareCallHierarchy", "b.digest", "large kite"))!.AsArray())!;
        Assert.Equal(Papers.KitesTitle, (string?)item["name"]);
        Assert.Equal(Papers.KitesTitle, EditorText.Covered(Second, item["selectionRange"]!));

        var request = new JsonObject { ["item"] = item.DeepClone() };
        var outgoing = (await session.Client.RequestAsync("callHierarchy/outgoingCalls", request.DeepClone()))!.AsArray();
        Assert.Equal([Papers.BreadTitle, Papers.MothsTitle], outgoing.Select(call => (string?)call!["to"]!["name"]).Order());
        Assert.All(outgoing, call => Assert.Equal(item["selectionRange"]!.ToJsonString(), call!["fromRanges"]![0]!.ToJsonString()));

        var incoming = (await session.Client.RequestAsync("callHierarchy/incomingCalls", request.DeepClone()))!.AsArray();
        Assert.Equal([Papers.BreadTitle, Papers.MothsTitle], incoming.Select(call => (string?)call!["from"]!["name"]).Order());

        item["data"] = "nothing";
        Assert.Null(await session.Client.RequestAsync("callHierarchy/incomingCalls", new JsonObject { ["item"] = item.DeepClone() }));
        Assert.Null(await session.AskAsync("textDocument/prepareCallHierarchy", "b.digest", "Mar 12"));
    }

    [Fact]
    public async Task Links_lead_to_pages()
    {
        var text = Papers.Digest("Mar 11", Papers.Bread.TrimEnd() + " Data: https://example.org/loaves.\n");
        using var session = await DigestSession.StartAsync(("a.digest", text));
        session.Open("a.digest");
        var link = Assert.Single((await session.AskAsync("textDocument/documentLink", "a.digest"))!.AsArray())!;
        Assert.Equal("https://example.org/loaves", (string?)link["target"]);
        Assert.Equal("https://example.org/loaves", EditorText.Covered(text, link["range"]!));
    }

    [Fact]
    public async Task Symbols_are_dates_with_their_papers()
    {
        using var session = await StartAsync();
        var symbols = (await session.AskAsync("textDocument/documentSymbol", "b.digest"))!.AsArray();
        Assert.Equal(["Mar 12", "Mar 13"], symbols.Select(symbol => (string?)symbol!["name"]));
        var paper = Assert.Single(symbols[1]!["children"]!.AsArray())!;
        Assert.Equal(Papers.MothsTitle, (string?)paper["name"]);
        Assert.Equal(Papers.MothsTitle, EditorText.Covered(Second, paper["selectionRange"]!));
        Assert.Equal(Papers.Moths.TrimEnd(), EditorText.Covered(Second, paper["range"]!));
    }

    [Fact]
    public async Task A_client_that_shows_no_tree_gets_a_list()
    {
        using var folder = new DigestFolder();
        var path = folder.Write("b.digest", Second);
        using var client = await LspClient.StartAsync(folder.Root, ClientCapabilities.Plain());
        client.Notify(
            "textDocument/didOpen",
            new JsonObject
            {
                ["textDocument"] = new JsonObject
                {
                    ["uri"] = Uris.Of(path),
                    ["languageId"] = "digest",
                    ["version"] = 1,
                    ["text"] = Second,
                },
            }
        );
        var symbols = await client.RequestAsync(
            "textDocument/documentSymbol",
            new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uris.Of(path) } }
        );
        Assert.Equal(
            [("Mar 12", null), (Papers.KitesTitle, "Mar 12"), ("Mar 13", null), (Papers.MothsTitle, "Mar 13")],
            symbols!.AsArray().Select(symbol => ((string?)symbol!["name"], (string?)symbol["containerName"]))
        );
    }

    [Fact]
    public async Task Papers_of_the_whole_folder_are_found_by_words_of_their_titles()
    {
        using var session = await StartAsync();
        await session.Client.WaitForAsync("the folder", _ => session.PublishedOf("b.digest").FirstOrDefault());
        var found = await session.Client.RequestAsync("workspace/symbol", new JsonObject { ["query"] = "kites sound" });
        Assert.Equal(
            ["a.digest", "b.digest"],
            found!.AsArray().Select(symbol => (string?)symbol!["containerName"]).Order(StringComparer.Ordinal)
        );
        Assert.All(found.AsArray(), symbol => Assert.Equal(Papers.KitesTitle, (string?)symbol!["name"]));
    }

    [Fact]
    public async Task Banners_sections_and_papers_fold()
    {
        using var session = await StartAsync();
        var ranges = await session.AskAsync("textDocument/foldingRange", "a.digest");
        Assert.Equal(
            [(0, 2), (4, 12), (6, 8), (10, 12)],
            ranges!.AsArray().Select(range => ((int)range!["startLine"]!, (int)range["endLine"]!))
        );
    }

    [Fact]
    public async Task Of_documents_that_are_not_known_nothing_is_known()
    {
        using var session = await StartAsync();
        foreach (var uri in new[] { session.UriOf("nowhere.digest"), "git:/a.digest?ref", "untitled:Untitled-9" })
        {
            var parameters = new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = uri },
                ["position"] = new JsonObject { ["line"] = 0, ["character"] = 0 },
                ["context"] = new JsonObject { ["includeDeclaration"] = true },
            };
            Assert.Null(await session.Client.RequestAsync("textDocument/hover", parameters.DeepClone()));
            Assert.Empty((await session.Client.RequestAsync("textDocument/references", parameters.DeepClone()))!.AsArray());
        }
    }

    private static async Task<DigestSession> StartAsync()
    {
        var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        session.Open("a.digest");
        session.Open("b.digest");
        return session;
    }

    private static IEnumerable<(string, string)> Places(DigestSession session, JsonNode? places)
    {
        var list = places as JsonArray ?? new JsonArray(places?.DeepClone());
        return list.Select(place =>
        {
            var name = Path.GetFileName((string)place!["uri"]!);
            return (name, EditorText.Covered(session.TextOf(name), place["range"]!));
        });
    }
}
