using System.Text.Json.Nodes;
using DigestLsp.Testing;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Files that change behind the editor's back.</summary>
public sealed class WatchedFilesTests
{
    private static readonly string First = Papers.Digest("Mar 11", Papers.Kites);
    private static readonly string Second = Papers.Digest("Mar 12", Papers.Kites);
    private static readonly string SecondMarked = Second.Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}");

    [Fact]
    public async Task A_file_is_created_changed_and_deleted()
    {
        using var session = await DigestSession.StartAsync(("b.digest", Second));
        session.Folder.Write("a.digest", First);
        session.NotifyWatched("a.digest", 1);
        await session.ExpectAsync("b.digest", SecondMarked);

        session.Folder.Write("a.digest", Papers.Digest("Mar 11", Papers.Bread));
        session.NotifyWatched("a.digest", 2);
        await session.ExpectAsync("b.digest", Second);

        session.Folder.Write("a.digest", First);
        session.NotifyWatched("a.digest", 2);
        await session.ExpectAsync("b.digest", SecondMarked);

        session.Folder.Delete("a.digest");
        session.NotifyWatched("a.digest", 3);
        await session.ExpectAsync("b.digest", Second);
    }

    /// <summary>Editors tell of the folder alone.</summary>
    [Fact]
    public async Task A_folder_is_moved_here_and_away_with_all_that_is_in_it()
    {
        using var session = await DigestSession.StartAsync(("b.digest", Second));
        using var elsewhere = new DigestFolder();
        elsewhere.Write("2025/march/a.digest", First);
        Directory.Move(elsewhere.PathOf("2025"), session.Folder.PathOf("2025"));
        session.NotifyWatched("2025", 1);
        await session.ExpectAsync("b.digest", SecondMarked);

        Directory.Move(session.Folder.PathOf("2025"), elsewhere.PathOf("2025"));
        session.NotifyWatched("2025", 3);
        await session.ExpectAsync("b.digest", Second);
    }

    /// <summary>What a link leads to is known by where it lies, and is no digest of the folder once the link is gone.</summary>
    [UnixTheory]
    [InlineData("a.digest", "link.digest")]
    [InlineData("", "link")]
    public async Task A_link_comes_and_goes(string target, string link)
    {
        using var session = await DigestSession.StartAsync(("b.digest", Second));
        using var elsewhere = new DigestFolder();
        elsewhere.Write("a.digest", First);
        File.CreateSymbolicLink(session.Folder.PathOf(link), elsewhere.PathOf(target));
        session.NotifyWatched(link, 1);
        await session.ExpectAsync("b.digest", SecondMarked);

        session.Folder.Delete(link);
        session.NotifyWatched(link, 3);
        await session.ExpectAsync("b.digest", Second);
    }

    [Fact]
    public async Task What_no_file_can_be_called_keeps_nothing_else_from_being_read()
    {
        using var session = await DigestSession.StartAsync(ClientCapabilities.Full(dynamicRegistration: true), ("b.digest", Second));
        session.Folder.Write("a.digest", First);
        string[] uris = ["file:///a%00.digest", "file:///", "untitled:Untitled-1", "git:/a.digest", session.UriOf("a.digest")];
        session.Client.Notify(
            "workspace/didChangeWatchedFiles",
            new JsonObject { ["changes"] = new JsonArray([.. uris.Select(uri => new JsonObject { ["uri"] = uri, ["type"] = 1 })]) }
        );
        await session.ExpectAsync("b.digest", SecondMarked);
        Assert.DoesNotContain(" Error ", session.Client.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_deleted_has_no_findings()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        await session.ExpectAsync("b.digest", SecondMarked);
        session.Folder.Delete("b.digest");
        session.NotifyWatched("b.digest", 3);
        await session.Client.WaitForAsync(
            "an empty publication",
            _ => session.PublishedOf("b.digest").LastOrDefault(published => published["diagnostics"]!.AsArray().Count == 0)
        );
    }

    [Fact]
    public async Task An_open_document_keeps_the_editors_text()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", SecondMarked);
        session.Folder.Write("b.digest", Papers.Digest("Mar 12", Papers.Moths));
        session.NotifyWatched("b.digest", 2);
        // Files are read in order: when the second is known, the first was looked at.
        session.Folder.Write("c.digest", Papers.Digest("Mar 13", Papers.Kites));
        session.NotifyWatched("c.digest", 1);
        await session.ExpectAsync(
            "c.digest",
            Papers.Digest("Mar 13", Papers.Kites).Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}")
        );
        await session.ExpectAsync("b.digest", SecondMarked);
    }

    [Fact]
    public async Task Editorconfig_sets_severities_and_what_a_digest_is()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second), ("c.txt", Second));
        var found = Assert.Single(await session.ExpectAsync("b.digest", SecondMarked))!;
        Assert.Equal(2, (int)found["severity"]!);

        session.Folder.Write(
            ".editorconfig",
            "root = true\n[b.digest]\ndigest_diagnostic.DG2001.severity = error\n[c.txt]\ndigest_document = true\n"
        );
        session.NotifyWatched(".editorconfig", 1);
        await session.Client.WaitForAsync(
            "an error",
            _ => session.PublishedOf("b.digest").LastOrDefault(published => (int?)published["diagnostics"]![0]?["severity"] == 1)
        );
        await session.ExpectAsync("c.txt", SecondMarked);

        session.Folder.Delete(".editorconfig");
        session.NotifyWatched(".editorconfig", 3);
        await session.Client.WaitForAsync(
            "an empty publication",
            _ => session.PublishedOf("c.txt").LastOrDefault(published => published["diagnostics"]!.AsArray().Count == 0)
        );
    }
}
