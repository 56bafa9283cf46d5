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
