using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What the server publishes of its own accord.</summary>
public sealed class DiagnosticsTests
{
    private static readonly string First = Papers.Digest("Mar 11", Papers.Bread, Papers.Kites);
    private static readonly string Second = Papers.Digest("Mar 12", Papers.Moths, Papers.Kites);
    private static readonly string SecondMarked = Papers.Digest("Mar 12", Papers.Moths, Mark("DG2001", Papers.KitesTitle, Papers.Kites));

    [Fact]
    public async Task A_folder_is_diagnosed_whole_without_a_file_being_opened()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("sub/b.digest.txt", Second), ("notes.txt", Second));
        await session.ExpectAsync("sub/b.digest.txt", SecondMarked);
        Assert.Empty(session.PublishedOf("a.digest"));
        Assert.Empty(session.PublishedOf("notes.txt"));
    }

    [Fact]
    public async Task A_finding_tells_its_rule_its_severity_and_the_other_places()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        var found = Assert.Single(await session.ExpectAsync("b.digest", SecondMarked))!;
        var expected = JsonNode.Parse(
            $$"""
            {
              "range": { "start": { "line": 6, "character": 0 }, "end": { "line": 6, "character": 42 } },
              "severity": 2,
              "code": "DG2001",
              "codeDescription": { "href": "https://github.com/digestlsp/digestlsp/blob/main/docs/rules/DG2001.md" },
              "source": "digestlsp",
              "message": "This paper stands in an earlier digest too: a.digest, line 7",
              "tags": [1],
              "relatedInformation": [
                {
                  "location": {
                    "uri": "{{session.UriOf("a.digest")}}",
                    "range": { "start": { "line": 6, "character": 0 }, "end": { "line": 6, "character": 42 } }
                  },
                  "message": "the same paper"
                }
              ]
            }
            """
        );
        Assert.True(JsonNode.DeepEquals(expected, found), found.ToJsonString());
    }

    [Fact]
    public async Task A_client_that_shows_no_related_places_is_told_them_in_the_message()
    {
        using var folder = new DigestFolder();
        folder.Write("a.digest", First);
        folder.Write("b.digest", Second);
        using var client = await LspClient.StartAsync(folder.Root, ClientCapabilities.Plain());
        var published = await client.WaitForAsync(
            "a publication",
            received => received.FirstOrDefault(message => (string?)message["method"] == "textDocument/publishDiagnostics")
        );
        var found = Assert.Single(published["params"]!["diagnostics"]!.AsArray())!;
        Assert.Null(found["relatedInformation"]);
        Assert.Null(found["tags"]);
        Assert.EndsWith("\na.digest, line 7: the same paper", (string?)found["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Diagnostics_follow_a_letter_and_its_undoing(string lineEnding)
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second.Replace("\n", lineEnding)));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", SecondMarked);
        session.Replace("b.digest", "Steering Kites", "Steering No Kites");
        await session.ExpectAsync("b.digest", SecondMarked.Replace("{|DG2001:Steering Kites", "{|DG2005:Steering No Kites"));
        session.Replace("b.digest", "Steering No Kites", "Steering Kites");
        await session.ExpectAsync("b.digest", SecondMarked);
    }

    [Fact]
    public async Task A_paper_typed_here_marks_its_copy_in_a_file_that_is_not_open()
    {
        using var session = await DigestSession.StartAsync(("a.digest", Papers.Digest("Mar 11", Papers.Bread)), ("b.digest", Second));
        session.Open("a.digest");
        await session.ExpectAsync("a.digest", session.TextOf("a.digest"));
        session.Change("a.digest", (session.TextOf("a.digest").Length, 0, "\n" + Papers.Kites));
        await session.ExpectAsync("b.digest", SecondMarked);
        session.Replace("a.digest", "\n" + Papers.Kites, "");
        await session.ExpectAsync("b.digest", Second);
    }

    [Fact]
    public async Task A_line_more_above_a_paper_moves_what_others_say_of_it()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        session.Open("a.digest");
        await session.ExpectAsync("b.digest", SecondMarked);
        session.Replace("a.digest", "Mar 11\n", "Mar 11\n\n");
        await session.Client.WaitForAsync(
            "word of the other line",
            _ => session.PublishedOf("b.digest").FirstOrDefault(published => published.ToJsonString().Contains("a.digest, line 8"))
        );
    }

    [Fact]
    public async Task Closing_goes_back_to_the_text_on_disk()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        await session.ExpectAsync("b.digest", SecondMarked);
        session.Open("b.digest", Papers.Digest("Mar 12", Papers.Moths));
        await session.ExpectAsync("b.digest", session.TextOf("b.digest"));
        session.Close("b.digest");
        await session.ExpectAsync("b.digest", SecondMarked);
    }

    [Fact]
    public async Task Closing_what_was_never_saved_takes_its_findings_away_once()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First));
        session.Open("untitled:Untitled-1", Second);
        await session.ExpectAsync("untitled:Untitled-1", SecondMarked);
        session.Close("untitled:Untitled-1");
        await session.Client.WaitForAsync(
            "an empty publication",
            _ => session.PublishedOf("untitled:Untitled-1").TakeLast(1).FirstOrDefault(IsEmpty)
        );
        session.Open("b.digest", Second);
        await session.ExpectAsync("b.digest", SecondMarked);
        var afterFinding = session.PublishedOf("untitled:Untitled-1").SkipWhile(IsEmpty).SkipWhile(published => !IsEmpty(published));
        Assert.True(IsEmpty(Assert.Single(afterFinding)));
    }

    [Fact]
    public async Task A_cut_abstract_is_marked_once_the_typing_rests()
    {
        var cut = Papers.Digest("Mar 11", Papers.Cut(Papers.Bread));
        using var session = await DigestSession.StartAsync(("a.digest", Papers.Digest("Mar 11", Papers.Bread)));
        session.Open("a.digest");
        await session.ExpectAsync("a.digest", session.TextOf("a.digest"));
        session.Change("a.digest", (cut.Length - 1, session.TextOf("a.digest").Length - cut.Length, ""));
        session.Replace("a.digest", session.TextOf("a.digest"), cut);
        await session.ExpectAsync("a.digest", cut[..^4] + "{|DG3001:the|}\n");
    }

    [Fact]
    public async Task Positions_count_UTF16_units()
    {
        var text = Papers.Digest("Mar 12", "\U0001F98B Näktar — für Mücken 蝶\n\n" + Papers.Moths.Split("\n\n")[1], "𝒦 " + Papers.Kites);
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", text));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", text.Replace("𝒦 " + Papers.KitesTitle, "{|DG2005:𝒦 " + Papers.KitesTitle + "|}"));
        session.Replace("b.digest", "𝒦 ", "");
        session.Replace("b.digest", "蝶", "🦋🦋");
        await session.ExpectAsync(
            "b.digest",
            text.Replace("𝒦 " + Papers.KitesTitle, "{|DG2001:" + Papers.KitesTitle + "|}").Replace("蝶", "🦋🦋")
        );
    }

    private static bool IsEmpty(JsonObject published) => published["diagnostics"]!.AsArray().Count == 0;

    private static string Mark(string rule, string part, string paper) => paper.Replace(part, $"{{|{rule}:{part}|}}");
}
