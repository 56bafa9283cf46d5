using System.Globalization;
using DigestLsp.Testing;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Much that happens at once, and faster than it is told: in the end a server is as a fresh one.</summary>
public sealed class UpheavalTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Thousands_of_files_change_while_the_server_watches_or_is_told(bool isTold)
    {
        using var folder = new DigestFolder();
        var papers = new SoakPapers(new Random(7));
        var names = Enumerable.Range(0, 2_000).Select(i => $"main/{i / 100}/{i}.digest").ToList();
        // Half of them are on the one branch, and another half on the other.
        names.Take(1_000).ToList().ForEach(name => folder.Write(name, papers.Digest(2)));
        using var worked = await SoakEditor.StartAsync(folder, [], ["main"], open: null, new(() => ClientCapabilities.Full(isTold)));
        await worked.SettleAsync();
        for (var round = 0; round < 2; round++)
        {
            names.Take(500).ToList().ForEach(folder.Delete);
            names.Skip(500).ToList().ForEach(name => folder.Write(name, papers.Digest(2)));
            Directory.Move(folder.PathOf("main/19"), folder.PathOf($"main/moved-{round}"));
            Directory.Delete(folder.PathOf("main/18"), recursive: true);
            folder.Write("main/new/last.digest", papers.Digest(3));
            names.Take(250).ToList().ForEach(name => folder.Write(name, papers.Digest(2)));
        }
        worked.Files.UnionWith(names.Where((_, i) => i % 97 == 0));
        if (isTold)
        {
            worked.TellAll([.. names, "main/18", "main/19", "main/moved-0", "main/moved-1", "main/new/last.digest"]);
        }
        await ExpectAsFreshAsync(worked, folder);
    }

    /// <summary>The system keeps so many changes for a watcher and no more; the rest it does not tell, new folders included.</summary>
    [UnixFact]
    public async Task More_changes_than_a_watcher_is_told_of()
    {
        const string Queue = "/proc/sys/fs/inotify/max_queued_events";
        if (!File.Exists(Queue))
        {
            // Another system, which loses nothing in this way.
            return;
        }
        var most = int.Parse(File.ReadAllText(Queue), CultureInfo.InvariantCulture);
        using var folder = new DigestFolder();
        var papers = new SoakPapers(new Random(9));
        folder.Write("main/a.digest", papers.Digest(2));
        using var worked = await SoakEditor.StartAsync(folder, ["main/a.digest", "main/new/7.digest", "main/new/er/last.digest"], ["main"]);
        await worked.SettleAsync();
        folder.Write("main/a.digest", papers.Digest(3));
        await ExpectAsFreshAsync(worked, folder);

        worked.Client.Signal("STOP");
        for (var i = 0; i <= 2 * most; i += 2)
        {
            folder.Write("main/noise", "");
            folder.Delete("main/noise");
        }
        Enumerable.Range(0, 20).ToList().ForEach(i => folder.Write($"main/new/{i}.digest", papers.Digest(2)));
        worked.Client.Signal("CONT");
        await ExpectAsFreshAsync(worked, folder);

        folder.Write("main/new/7.digest", papers.Digest(3));
        folder.Write("main/new/er/last.digest", papers.Digest(3));
        await ExpectAsFreshAsync(worked, folder);
    }

    [Fact]
    public async Task Folders_come_and_go_while_others_are_read()
    {
        using var folder = new DigestFolder();
        var papers = new SoakPapers(new Random(8));
        string[] roots = ["one", "two", "two/inner", "three"];
        foreach (var name in roots.SelectMany(root => Enumerable.Range(0, 150).Select(i => $"{root}/{i}.digest")))
        {
            folder.Write(name, papers.Digest(3));
        }
        using var worked = await SoakEditor.StartAsync(folder, ["one/3.digest", "two/inner/4.digest", "three/5.digest"], ["one", "two"]);
        foreach (var root in new[] { "one", "three", "two", "one", "three", "two/inner", "one", "two", "three", "two", "one" })
        {
            worked.ToggleRoot(root);
            await Task.Delay(10);
        }
        Assert.Equal(["one", "three", "two/inner"], worked.Roots.Order(StringComparer.Ordinal));
        await ExpectAsFreshAsync(worked, folder);
    }

    [UnixFact]
    public async Task Names_that_differ_in_case_are_two_files_where_the_disk_says_so()
    {
        var (first, second) = (Papers.Digest("Mar 11", Papers.Kites), Papers.Digest("Mar 12", Papers.Kites));
        using var session = await DigestSession.StartAsync(("a.digest", first), ("A.digest", second));
        if (session.Folder.Read("a.digest") == second)
        {
            // This disk knows one file by both names.
            return;
        }
        var marked = second.Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}");
        await session.ExpectAsync("A.digest", marked);
        session.Open("a.digest");
        session.Replace("a.digest", Papers.Kites, Papers.Moths);
        await session.ExpectAsync("A.digest", second);
        session.Close("a.digest");
        await session.ExpectAsync("A.digest", marked);
    }

    private static async Task ExpectAsFreshAsync(SoakEditor worked, DigestFolder folder)
    {
        using var fresh = await SoakEditor.StartAsync(folder, worked.Files, worked.Roots, worked.Open);
        await fresh.SettleAsync();
        var expected = await fresh.StateAsync();
        for (var patience = DateTime.UtcNow + ServerProcess.Patience; ; await Task.Delay(500))
        {
            await worked.SettleAsync();
            var found = await worked.StateAsync();
            if (expected.SequenceEqual(found))
            {
                break;
            }
            // What a watcher sees it tells after a moment.
            var different = expected.Keys.Union(found.Keys).Where(key => expected.GetValueOrDefault(key) != found.GetValueOrDefault(key));
            Assert.True(DateTime.UtcNow < patience, $"Not as a fresh server: {string.Join(", ", different.Take(10))}");
        }
        Assert.NotEmpty(expected);
        Assert.DoesNotContain(" Error ", worked.Client.Log, StringComparison.Ordinal);
    }
}
