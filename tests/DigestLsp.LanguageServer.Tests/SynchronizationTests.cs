using System.Text.Json.Nodes;
using DigestLsp.Testing;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>The server's text is the editor's text, at every place in the stream of messages.</summary>
public sealed class SynchronizationTests
{
    [Fact]
    public async Task Every_answer_belongs_to_the_text_at_its_place_in_the_stream()
    {
        using var session = await DigestSession.StartAsync();
        session.Open("a.digest", Papers.Digest("Mar 11", Papers.Kites, Papers.Bread));
        var answers = new List<(string Expected, Task<JsonNode?> Answer)>();
        for (var i = 0; i < 500; i++)
        {
            var title = $"Steering Kites, Attempt {i}";
            var text = session.TextOf("a.digest");
            var start = text.IndexOf("Steering", StringComparison.Ordinal);
            session.Change("a.digest", (start, text.IndexOf('\n', start) - start, title));
            answers.Add((title, session.AskAsync("textDocument/hover", "a.digest", "A kite's lines")));
        }
        foreach (var (expected, answer) in answers)
        {
            Assert.StartsWith($"**{expected}**", (string)(await answer)!["contents"]!["value"]!, StringComparison.Ordinal);
        }
        await session.ExpectAsync("a.digest", session.TextOf("a.digest"));
    }

    [Fact]
    public async Task Several_changes_in_one_message_each_speak_of_what_the_one_before_left()
    {
        using var session = await DigestSession.StartAsync();
        session.Open("a.digest", Papers.Digest("Mar 11", Papers.Kites));
        session.Change("a.digest", (0, 6, ""), (0, 0, "Apr 1"), (3, 2, " 02"));
        Assert.Equal("Apr 02", (string?)(await SymbolsAsync(session))[0]!["name"]);
    }

    [Fact]
    public async Task A_change_without_a_range_replaces_the_text()
    {
        using var session = await DigestSession.StartAsync();
        session.Open("a.digest", Papers.Digest("Mar 11", Papers.Kites));
        session.NotifyChange("a.digest", 2, new JsonArray(new JsonObject { ["text"] = Papers.Digest("Apr 2", Papers.Bread) }));
        Assert.Equal("Apr 2", (string?)(await SymbolsAsync(session))[0]!["name"]);
    }

    [UnixFact]
    public async Task A_document_that_is_open_by_two_URIs_stays_open_until_both_are_closed()
    {
        using var session = await DigestSession.StartAsync(("a.digest", Papers.Digest("Mar 11", Papers.Kites)));
        File.CreateSymbolicLink(session.Folder.PathOf("link.digest"), session.Folder.PathOf("a.digest"));
        var typed = Papers.Digest("Mar 12", Papers.Kites);
        session.Open("a.digest", typed);
        session.Open("link.digest", typed);
        session.Close("link.digest");
        Assert.Equal(typed, await ShownAsync());
        session.Replace("a.digest", "Mar 12", "Mar 13");
        Assert.StartsWith("Mar 13", await ShownAsync(), StringComparison.Ordinal);
        await session.ExpectAsync("a.digest", session.TextOf("a.digest"));
        session.Close("a.digest");
        for (
            var patience = DateTime.UtcNow + ServerProcess.Patience;
            await ShownAsync() != session.TextOf("a.digest");
            await Task.Delay(20)
        )
        {
            Assert.True(DateTime.UtcNow < patience, "the file was never read again");
        }

        async Task<string?> ShownAsync() => (string?)await session.AskAsync("digestlsp/viewFileText", "a.digest");
    }

    [Fact]
    public async Task A_change_that_comes_out_of_order_is_ignored()
    {
        using var session = await DigestSession.StartAsync();
        session.Open("a.digest", Papers.Digest("Mar 11", Papers.Kites));
        session.Replace("a.digest", "Mar 11", "Mar 12");
        session.NotifyChange("a.digest", 1, new JsonArray(new JsonObject { ["text"] = "Apr 1\n" }));
        session.NotifyChange("a.digest", 2, new JsonArray(new JsonObject { ["text"] = "Apr 1\n" }));
        Assert.Equal("Mar 12", (string?)(await SymbolsAsync(session))[0]!["name"]);
        Assert.Contains("version 2", session.Client.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_what_is_not_open_is_ignored()
    {
        using var session = await DigestSession.StartAsync();
        session.NotifyChange("a.digest", 2, new JsonArray(new JsonObject { ["text"] = "Apr 1\n" }));
        session.Close("b.digest");
        Assert.Null(await session.AskAsync("textDocument/foldingRange", "a.digest"));
        Assert.Contains("is not open", session.Client.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Positions_beyond_a_line_or_the_text_mean_its_end()
    {
        using var session = await DigestSession.StartAsync();
        session.Open("a.digest", Papers.Digest("Mar 11", Papers.Kites));
        var range = JsonNode.Parse("""{"start":{"line":0,"character":4},"end":{"line":0,"character":2147483647}}""");
        session.NotifyChange("a.digest", 2, new JsonArray(new JsonObject { ["range"] = range, ["text"] = "31" }));
        Assert.Equal("Mar 31", (string?)(await SymbolsAsync(session))[0]!["name"]);
        range = JsonNode.Parse("""{"start":{"line":2,"character":0},"end":{"line":2,"character":2147483647}}""");
        session.NotifyChange("a.digest", 3, new JsonArray(new JsonObject { ["range"] = range, ["text"] = "Another Title" }));
        Assert.Equal("Another Title", (string?)(await SymbolsAsync(session))[0]!["children"]![0]!["name"]);
        range = JsonNode.Parse("""{"start":{"line":9999,"character":0},"end":{"line":99999,"character":0}}""");
        session.NotifyChange("a.digest", 4, new JsonArray(new JsonObject { ["range"] = range, ["text"] = "\nApr 1\n\n" + Papers.Moths }));
        Assert.Equal("Apr 1", (string?)(await SymbolsAsync(session))[1]!["name"]);
    }

    [Fact]
    public async Task What_is_opened_while_the_folder_loads_is_neither_lost_nor_overwritten()
    {
        using var session = await DigestSession.StartAsync([
            .. Enumerable.Range(0, 200).Select(i => ($"{i:000}.digest", Papers.Digest("Mar 11", Papers.Kites))),
        ]);
        session.Open("100.digest", Papers.Digest("Mar 10", Papers.Bread));
        session.Change("100.digest", (0, 6, "Mar 09"));
        await session.Client.WaitForAsync("the folder", _ => session.PublishedOf("199.digest").FirstOrDefault());
        Assert.Equal("Mar 09", (string?)(await SymbolsAsync(session, "100.digest"))[0]!["name"]);
        await session.ExpectAsync("100.digest", Papers.Digest("Mar 09", Papers.Bread));
    }

    [Fact]
    public async Task Any_text_arrives_as_it_was_sent()
    {
        string[] texts =
        [
            "\uD83D",
            "\uDE00\uD83D",
            "\uD83D\uDE00\\u\uD83D",
            "2025-03-11T08:09:10Z",
            "2025-03-11T08:09:10.000+02:00",
            "/Date(1700000000000)/",
            "\"2025-03-11T08:09:10",
            "\uFDD0 \uFDD0\uE001",
            "NaN",
            "\0\u2028",
        ];
        using var session = await DigestSession.StartAsync();
        foreach (var text in texts)
        {
            session.Open("a.digest", text);
            session.Change("a.digest", (0, 0, text), (2 * text.Length, 0, "\uDE00"));
            var arrived = await session.AskAsync("digestlsp/viewFileText", "a.digest");
            Assert.Equal(MessageStream.Received(text + text + "\uDE00"), (string?)arrived);
            session.Close("a.digest");
        }
    }

    [Fact]
    public async Task Messages_are_not_kept()
    {
        using var session = await DigestSession.StartAsync();
        session.Open("a.digest", "Mar 11\n");
        var before = await HeapAsync();
        for (var version = 2; version < 400; version++)
        {
            session.NotifyChange("a.digest", version, new JsonArray(new JsonObject { ["text"] = $"Mar 11\n{new string('x', 100_000)}" }));
        }
        session.NotifyChange("a.digest", 400, new JsonArray(new JsonObject { ["text"] = "Mar 11\n" }));
        // Kept, they would take three times as much for ever; what is under way takes some of it for a moment.
        for (var patience = DateTime.UtcNow + ServerProcess.Patience; await HeapAsync() > before + 30_000_000; await Task.Delay(100))
        {
            Assert.True(DateTime.UtcNow < patience, "messages are kept in memory");
        }

        async Task<long> HeapAsync() =>
            (long)(await session.Client.RequestAsync("digestlsp/status", new JsonObject { ["collectGarbage"] = true }))!["heapBytes"]!;
    }

    [Fact]
    public async Task File_names_may_hold_any_character()
    {
        const string name = "März 100% #1 + [a] & b.digest";
        using var session = await DigestSession.StartAsync(
            ("a.digest", Papers.Digest("Mar 11", Papers.Kites)),
            (name, Papers.Digest("Mar 12", Papers.Kites))
        );
        var marked = Papers.Digest("Mar 12", Papers.Kites).Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}");
        session.Open(name);
        await session.ExpectAsync(name, marked);
        var definition = await session.AskAsync("textDocument/definition", name, Papers.KitesTitle);
        Assert.Equal(session.UriOf("a.digest"), (string?)definition!["uri"]);
    }

    private static async Task<JsonArray> SymbolsAsync(DigestSession session, string name = "a.digest") =>
        (await session.AskAsync("textDocument/documentSymbol", name))!.AsArray();
}
