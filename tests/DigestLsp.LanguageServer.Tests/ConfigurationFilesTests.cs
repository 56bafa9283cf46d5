namespace DigestLsp.LanguageServer.Tests;

/// <summary>Diagnostics of files that configure digests, and what is accepted and marked there.</summary>
public sealed class ConfigurationFilesTests
{
    private static readonly string First = Papers.Digest("Mar 11", Papers.Kites);
    private static readonly string Second = Papers.Digest("Mar 12", Papers.Kites);
    private static readonly string SecondMarked = Second.Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}");

    [Fact]
    public async Task A_misspelt_key_is_underlined_in_its_file_until_it_is_mended()
    {
        const string Marked = "root = true\n[*.digest]\n{|DG9001:digest_documnet|} = true\n";
        using var session = await DigestSession.StartAsync(
            (".editorconfig", Marked.Replace("{|DG9001:", "").Replace("|}", "")),
            ("a.digest", First)
        );
        await session.ExpectAsync(".editorconfig", Marked);

        session.Folder.Write(".editorconfig", "root = true\n[*.digest]\ndigest_document = true\n");
        session.NotifyWatched(".editorconfig", 2);
        await session.ExpectAsync(".editorconfig", "root = true\n[*.digest]\ndigest_document = true\n");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_misspelt_key_is_replaced_by_the_nearest(bool isModest)
    {
        const string Marked = "[*.digest]\n{|DG9001:digest_documnet|} = true\n";
        using var session = await DigestSession.StartAsync(
            isModest ? ClientCapabilities.Modest() : ClientCapabilities.Full(),
            (".editorconfig", Marked.Replace("{|DG9001:", "").Replace("|}", "")),
            ("a.digest", First)
        );
        var shown = await session.ExpectAsync(".editorconfig", Marked);

        var action = Assert.Single(await CodeActionTests.ActionsAsync(session, ".editorconfig", "documnet", context: shown));

        Assert.Equal(
            ("Replace by ‘digest_document’", "quickfix", false),
            ((string?)action["title"], (string?)action["kind"], (bool?)action["isPreferred"] ?? false)
        );
        Assert.Equal("DG9001", (string?)Assert.Single(action["diagnostics"]!.AsArray())!["code"]);
        Assert.Equal("[*.digest]\ndigest_document = true\n", CodeActionTests.Edited(session, action)[".editorconfig"]);
        Assert.Empty(await CodeActionTests.ActionsAsync(session, ".editorconfig", "documnet", only: "source", context: shown));
        Assert.Empty(await CodeActionTests.ActionsAsync(session, ".editorconfig", "[*", context: shown));
    }

    [Fact]
    public async Task What_the_editor_shows_elsewhere_or_the_disk_holds_no_more_is_not_mended()
    {
        const string Marked = "[*.digest]\n{|DG9001:digest_documnet|} = true\n";
        using var session = await DigestSession.StartAsync(
            (".editorconfig", Marked.Replace("{|DG9001:", "").Replace("|}", "")),
            ("a.digest", First)
        );
        var shown = await session.ExpectAsync(".editorconfig", Marked);
        var moved = shown.DeepClone().AsArray();
        moved[0]!["range"]!["start"]!["character"] = 1;

        Assert.Empty(await CodeActionTests.ActionsAsync(session, ".editorconfig", "documnet", context: moved));
        Assert.Single(await CodeActionTests.ActionsAsync(session, ".editorconfig", "documnet", context: shown));
        // Nobody has told the server yet.
        session.Folder.Write(".editorconfig", "[*.digest]\n\ndigest_documnet = true\n");
        Assert.Empty(await CodeActionTests.ActionsAsync(session, ".editorconfig", "documnet", context: shown));
    }

    [Fact]
    public async Task A_mark_that_matches_nothing_is_removed()
    {
        const string Before = """{"version":1,"findings":[""";
        const string Unused = """{"rule":"DG2001","file":"gone.digest","paper":{"title":"Nowhere"},"text":"Nowhere"}""";
        using var session = await DigestSession.StartAsync((".digestlsp/baseline.json", $"{Before}{Unused}]}}\n"), ("a.digest", First));
        var shown = await session.ExpectAsync(".digestlsp/baseline.json", $"{Before}{{|DG9002:{Unused}|}}]}}\n");

        var action = Assert.Single(await CodeActionTests.ActionsAsync(session, ".digestlsp/baseline.json", "gone", context: shown));

        Assert.Equal("Remove this entry", (string?)action["title"]);
        var edit = Assert.Single(action["edit"]!["documentChanges"]![0]!["edits"]!.AsArray())!;
        Assert.Equal("", (string?)edit["newText"]);
        Assert.Equal(
            (Before.Length, Before.Length + Unused.Length),
            ((int)edit["range"]!["start"]!["character"]!, (int)edit["range"]!["end"]!["character"]!)
        );
    }

    [Fact]
    public async Task Marks_count_as_soon_as_their_file_changes()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", SecondMarked);

        session.Folder.Write(
            ".digestlsp/baseline.json",
            $$"""{"version":1,"findings":[{"rule":"DG2001","file":"b.digest","paper":{"title":"{{Papers.KitesTitle}}","arxiv":"2401.00001"},"text":"{{Papers.KitesTitle}}"}]}"""
        );
        session.NotifyWatched(".digestlsp/baseline.json", 1);
        var unmatched = await session.Client.WaitForAsync(
            "a suppression that matches nothing",
            _ => session.PublishedOf(".digestlsp/baseline.json").LastOrDefault()
        );
        Assert.Equal("DG9002", (string)Assert.Single(unmatched["diagnostics"]!.AsArray())!["code"]!);

        session.Replace("b.digest", Papers.KitesTitle + "\n", Papers.KitesTitle + "\narxiv: 2401.00001\n");
        session.Save("b.digest");
        await session.Client.WaitForAsync(
            "no finding left on either",
            _ =>
                session.PublishedOf("b.digest").LastOrDefault(last => last["diagnostics"]!.AsArray().Count == 0) is not null
                && session.PublishedOf(".digestlsp/baseline.json").Last()["diagnostics"]!.AsArray().Count == 0
                    ? session
                    : null
        );
    }
}
