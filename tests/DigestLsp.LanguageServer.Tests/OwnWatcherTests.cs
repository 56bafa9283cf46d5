using System.Text.Json.Nodes;
using DigestLsp.Testing;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Files that change while nobody tells: the client cannot be asked to watch them.</summary>
public sealed class OwnWatcherTests
{
    private static readonly string First = Papers.Digest("Mar 11", Papers.Kites);
    private static readonly string Second = Papers.Digest("Mar 12", Papers.Kites);
    private static readonly string SecondMarked = Second.Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_created_changed_renamed_and_deleted(bool doesClientKnowOfWatching)
    {
        var capabilities = ClientCapabilities.Full();
        if (!doesClientKnowOfWatching)
        {
            capabilities["workspace"]!.AsObject().Remove("didChangeWatchedFiles");
        }
        using var session = await DigestSession.StartAsync(capabilities, ("b.digest", Second));
        await session.LoadedAsync(Papers.KitesTitle);
        session.Folder.Write("a.digest", First);
        await session.ExpectAsync("b.digest", SecondMarked);

        session.Folder.Write("a.digest", Papers.Digest("Mar 11", Papers.Bread));
        await session.ExpectAsync("b.digest", Second);

        session.Folder.Write("a.digest", First);
        await session.ExpectAsync("b.digest", SecondMarked);

        File.Move(session.Folder.PathOf("a.digest"), session.Folder.PathOf("a.bak"));
        await session.ExpectAsync("b.digest", Second);

        File.Move(session.Folder.PathOf("a.bak"), session.Folder.PathOf("c.digest"));
        await session.ExpectAsync("b.digest", SecondMarked);

        session.Folder.Delete("c.digest");
        await session.ExpectAsync("b.digest", Second);
        // None of this was a reason to look at all other files.
        Assert.Equal(1, session.Client.Log.Split("digests are loaded").Length - 1);
    }

    [Fact]
    public async Task A_folder_comes_is_renamed_and_goes()
    {
        using var elsewhere = new DigestFolder();
        elsewhere.Write("deep/er/a.digest", First);
        using var session = await DigestSession.StartAsync(("b.digest", Second));
        await session.LoadedAsync(Papers.KitesTitle);

        Directory.Move(elsewhere.PathOf("deep"), session.Folder.PathOf("deep"));
        await session.ExpectAsync("b.digest", SecondMarked);

        Directory.Move(session.Folder.PathOf("deep"), session.Folder.PathOf(".deep"));
        await session.ExpectAsync("b.digest", Second);

        Directory.Move(session.Folder.PathOf(".deep"), session.Folder.PathOf("deeper"));
        await session.ExpectAsync("b.digest", SecondMarked);

        Directory.Delete(session.Folder.PathOf("deeper"), recursive: true);
        await session.ExpectAsync("b.digest", Second);
    }

    [UnixFact]
    public async Task Links_come_and_go_and_make_no_copies_of_what_they_lead_to()
    {
        using var elsewhere = new DigestFolder();
        elsewhere.Write("a.digest", First);
        using var session = await DigestSession.StartAsync(("b.digest", Second));
        await session.LoadedAsync(Papers.KitesTitle);

        File.CreateSymbolicLink(session.Folder.PathOf("same.digest"), session.Folder.PathOf("b.digest"));
        File.CreateSymbolicLink(session.Folder.PathOf("link.digest"), elsewhere.PathOf("a.digest"));
        await session.ExpectAsync("b.digest", SecondMarked);
        var status = await session.Client.RequestAsync("digestlsp/status");
        Assert.Equal(2, (int)status!["files"]!);

        session.Folder.Delete("link.digest");
        await session.ExpectAsync("b.digest", Second);
    }

    /// <summary>The runtime’s watcher falls silent for good when a folder leaves and something else happens at once.</summary>
    [UnixFact]
    public async Task A_folder_is_moved_away_while_a_file_is_written()
    {
        using var elsewhere = new DigestFolder();
        using var session = await DigestSession.StartAsync(
            ("b.digest", Second),
            ("new/er/c.digest", Papers.Digest("Mar 13", Papers.Bread))
        );
        await session.LoadedAsync(Papers.KitesTitle);
        for (var round = 0; round < 3; round++)
        {
            Directory.CreateDirectory(session.Folder.PathOf($"old-{round}"));
            await Task.Delay(300);
            Directory.Move(session.Folder.PathOf($"old-{round}"), elsewhere.PathOf($"{round}"));
            File.WriteAllText(session.Folder.PathOf("new/er/a.digest"), First);
            await session.ExpectAsync("b.digest", SecondMarked);
            session.Folder.Delete("new/er/a.digest");
            await session.ExpectAsync("b.digest", Second);
        }
    }

    [Fact]
    public async Task An_open_document_keeps_the_editors_text()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", SecondMarked);
        session.Folder.Write("b.digest", Papers.Digest("Mar 12", Papers.Moths));
        session.Folder.Write("c.digest", Papers.Digest("Mar 13", Papers.Kites));
        await session.ExpectAsync(
            "c.digest",
            Papers.Digest("Mar 13", Papers.Kites).Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}")
        );
        await session.ExpectAsync("b.digest", SecondMarked);

        session.Close("b.digest");
        await session.LoadedAsync(Papers.MothsTitle);
    }

    [Fact]
    public async Task Configuration_and_what_was_marked_are_read_again()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        await session.ExpectAsync("b.digest", SecondMarked);
        session.Folder.Write(".editorconfig", "root = true\n[b.digest]\ndigest_diagnostic.DG2001.severity = none\n");
        await session.ExpectAsync("b.digest", Second);
        session.Folder.Delete(".editorconfig");
        await session.ExpectAsync("b.digest", SecondMarked);

        const string Marks = ".digestlsp/distinct.json";
        session.Folder.Write(Marks, """{"version":1,"intended":[{"paper":{"title":"No Such Paper","sketch":"x"}}]}""");
        await WaitForCountAsync(session, Marks, 1);
        session.Folder.Write(Marks, """{"version":1,"intended":[]}""");
        await WaitForCountAsync(session, Marks, 0);
    }

    [Fact]
    public async Task What_ignore_files_leave_out_goes_and_comes_back_with_them()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        await session.ExpectAsync("b.digest", SecondMarked);
        session.Folder.Write(".gitignore", "/a.digest\n/drafts/\n");
        await session.ExpectAsync("b.digest", Second);
        session.Folder.Write("drafts/a.digest", First);
        session.Folder.Write("a.digest", First + "\n");
        session.Folder.Write("c.digest", Papers.Digest("Mar 9", Papers.Moths));
        await session.LoadedAsync(Papers.MothsTitle);
        await session.ExpectAsync("b.digest", Second);
        session.Folder.Delete(".gitignore");
        await session.ExpectAsync("b.digest", SecondMarked);
    }

    [Fact]
    public async Task Hidden_folders_and_what_packages_bring_along_are_left_alone()
    {
        using var session = await DigestSession.StartAsync(("b.digest", Second));
        await session.LoadedAsync(Papers.KitesTitle);
        session.Folder.Write("node_modules/a.digest", First);
        session.Folder.Write(".hidden/a.digest", First);
        var third = Papers.Digest("Mar 13", Papers.Kites);
        session.Folder.Write("c.digest", third);
        var found = await session.ExpectAsync("c.digest", third.Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}"));
        Assert.EndsWith("too: b.digest, line 3", (string)Assert.Single(found)!["message"]!);
    }

    [UnixFact]
    public async Task What_is_no_file_is_passed_over_and_stops_nothing()
    {
        using var session = await DigestSession.StartAsync(("b.digest", Second));
        await session.LoadedAsync(Papers.KitesTitle);
        foreach (var name in new[] { "pipe.digest", "pipe.txt", ".editorconfig", ".gitignore" })
        {
            SpecialFile.MakePipe(session.Folder.PathOf(name));
        }
        session.Folder.Write("a.digest", First);
        await session.ExpectAsync("b.digest", SecondMarked);
        Assert.Empty(session.PublishedOf("pipe.digest"));

        File.Delete(session.Folder.PathOf("a.digest"));
        SpecialFile.MakePipe(session.Folder.PathOf("a.digest"));
        await session.ExpectAsync("b.digest", Second);
    }

    [Fact]
    public async Task A_folder_that_was_removed_is_not_watched_any_more()
    {
        using var other = new DigestFolder();
        using var session = await DigestSession.StartAsync(("b.digest", Second));
        await session.LoadedAsync(Papers.KitesTitle);
        ChangeFolders(session, "added", other.Root);
        other.Write("a.digest", First);
        await session.ExpectAsync("b.digest", SecondMarked);

        ChangeFolders(session, "removed", other.Root);
        await session.ExpectAsync("b.digest", Second);
        other.Write("a.digest", First + "\n");
        session.Folder.Write("d.digest", Papers.Digest("Mar 9", Papers.Moths));
        await session.LoadedAsync(Papers.MothsTitle);
        await session.ExpectAsync("b.digest", Second);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_and_waited_for()
    {
        using var other = new DigestFolder();
        using var session = await DigestSession.StartAsync(("b.digest", Second));
        await session.LoadedAsync(Papers.KitesTitle);
        ChangeFolders(session, "added", other.PathOf("later"));
        other.Write("later/a.digest", First);
        await session.ExpectAsync("b.digest", SecondMarked);

        Directory.Delete(other.PathOf("later"), recursive: true);
        await session.ExpectAsync("b.digest", Second);
        other.Write("later/a.digest", First);
        await session.ExpectAsync("b.digest", SecondMarked);
    }

    private static Task WaitForCountAsync(DigestSession session, string name, int count) =>
        session.Client.WaitForAsync(
            $"{count} findings on {name}",
            _ => session.PublishedOf(name).LastOrDefault() is { } last && last["diagnostics"]!.AsArray().Count == count ? last : null
        );

    private static void ChangeFolders(DigestSession session, string how, string folder)
    {
        var change = new JsonObject { ["added"] = new JsonArray(), ["removed"] = new JsonArray() };
        change[how] = new JsonArray(new JsonObject { ["uri"] = Uris.Of(folder), ["name"] = "other" });
        session.Client.Notify("workspace/didChangeWorkspaceFolders", new JsonObject { ["event"] = change });
    }
}
