using System.Runtime.CompilerServices;
using DigestLsp.Testing;
using DigestLsp.Text;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Workspaces.Tests;

public sealed class WorkspaceTests : IDisposable
{
    private const string Bell = $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}\n";
    private const string Lake = $"Mar 12\n\nLakes That Leave\n\n{Glaciers}\n";

    private readonly TemporaryFolder _folder = new();
    private readonly Workspace _workspace = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_cannot_be_read_any_more_is_dropped_and_comes_back_mended()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.digest", "Mar 11\n");
        var workspace = new Workspace();
        workspace.Load([folder.FullName]);
        folder.Write("a.digest", [.. "Mar 11\n\n"u8, 0xE9]);
        Assert.StartsWith("is not UTF-8", Assert.Single(workspace.Reload()).Message, StringComparison.Ordinal);
        Assert.Empty(workspace.Current.Documents);
        folder.Write("a.digest", "Mar 12\n");
        Assert.Empty(workspace.Reload());
        Assert.Single(workspace.Current.Documents);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_cannot_be_analysed_keeps_no_other_from_being_taken_in(bool isEverythingLoaded)
    {
        var (faulty, other) = (_folder.Write("a.digest", Bell), _folder.Write("b.digest", Lake));
        var isFaulty = true;
        var workspace = new Workspace(
            (document, _) =>
            {
                if (isFaulty && document.Path == faulty)
                {
                    throw new OperationCanceledException("Nobody expects this");
                }
            }
        );
        if (isEverythingLoaded)
        {
            Assert.Contains("Nobody expects this", Assert.Single(workspace.Load([_folder.FullName])).Message, StringComparison.Ordinal);
        }
        else
        {
            isFaulty = false;
            workspace.Load([_folder.FullName]);
            isFaulty = true;
            _folder.Write("b.digest", Lake + "Mar 13\n");
            workspace.Refresh([faulty, other]);
            Assert.Contains("Mar 13", workspace.Current.GetDocument(other)!.GetTree()!.Text.ToString(), StringComparison.Ordinal);
        }
        Assert.Equal(other, Assert.Single(workspace.Current.Documents).Path);
        Assert.Equal(faulty, Assert.Single(workspace.Current.Unreadable).Path);

        isFaulty = false;
        Assert.Empty(workspace.Reload());
        Assert.Equal(2, workspace.Current.DocumentCount);
    }

    [UnixFact]
    public void A_time_that_is_none_keeps_no_other_file_from_being_taken_in()
    {
        // Disks of this kind keep any time, and others the nearest that they know.
        var disk = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        var folder = Directory.CreateDirectory(Path.Combine(disk, $"digestlsp-{Guid.NewGuid():N}"));
        try
        {
            var (odd, other) = (Path.Combine(folder.FullName, "a.digest"), Path.Combine(folder.FullName, "b.digest"));
            File.WriteAllText(odd, Bell);
            File.WriteAllText(other, Lake);
            using var touch = System.Diagnostics.Process.Start("touch", ["-d", "@300000000000", odd])!;
            touch.WaitForExit();
            _workspace.Load([folder.FullName]);
            Assert.NotNull(_workspace.Current.GetDocument(RealPath.Of(other)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_cannot_be_looked_into_may_hold_any_digest()
    {
        var path = _folder.Write("deep/a.txt", "Get trending papers in your email inbox!\nSubscribe\nMar 11\n\n" + Bell);
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            _workspace.Load([_folder.FullName]);
            Assert.False(_workspace.Current.HoldsAllBelow(_folder.FullName));
            Assert.False(_workspace.Current.HoldsAllBelow(_folder.PathOf("deep")));
            Assert.True(_workspace.Current.HoldsAllBelow(_folder.PathOf("elsewhere")));
        }
        _workspace.Reload();
        Assert.True(_workspace.Current.HoldsAllBelow(_folder.FullName));
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_may_hold_any_digest()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            // Where nothing is closed in this way.
            return;
        }
        _folder.Write("closed/a.digest", Bell);
        File.SetUnixFileMode(_folder.PathOf("closed"), UnixFileMode.None);
        _workspace.Load([_folder.FullName]);
        File.SetUnixFileMode(_folder.PathOf("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.False(_workspace.Current.HoldsAllBelow(_folder.FullName));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_text_known_for_a_digest_by_its_banner_is_one_that_cannot_be_read_while_somebody_locks_it(bool isEverythingReloaded)
    {
        var path = _folder.Write("a.txt", "Get trending papers in your email inbox!\nSubscribe\nMar 11\n\n" + Bell);
        _workspace.Load([_folder.FullName]);
        Assert.Single(_workspace.Current.Documents);
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Look();
            CheckUnreadable([path]);
            Look();
            CheckUnreadable([path]);
        }

        Look();

        CheckUnreadable([]);
        Assert.Single(_workspace.Current.Documents);

        void Look()
        {
            if (isEverythingReloaded)
            {
                File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddSeconds(1));
                _workspace.Reload();
            }
            else
            {
                _workspace.Refresh([path]);
            }
        }
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_known_until_it_is_mended_or_goes()
    {
        byte[] broken = [.. "Mar 11\n\n"u8, 0xE9];
        var path = _folder.Write("deep/a.digest", broken);
        CheckUnreadable([]);
        _workspace.Load([_folder.FullName]);
        CheckUnreadable([path]);
        Assert.Equal(2, _workspace.Current.GetProblem(path)!.Line);

        _folder.Write("deep/a.digest", Bell);
        _workspace.Refresh([path]);
        CheckUnreadable([]);
        _folder.Write("deep/a.digest", broken);
        _workspace.Refresh([path]);
        CheckUnreadable([path]);

        // While an editor has it open, the editor's text counts.
        _workspace.Open(path, 1, Bell);
        CheckUnreadable([]);
        CloseAndRefresh(path);
        CheckUnreadable([path]);

        File.Delete(path);
        _workspace.Refresh([path]);
        CheckUnreadable([]);
        _folder.Write("deep/a.digest", broken);
        _workspace.Reload();
        CheckUnreadable([path]);
        Directory.Delete(_folder.PathOf("deep"), recursive: true);
        Assert.True(_workspace.IsFolder(_folder.PathOf("deep")));
        _workspace.Reload();
        CheckUnreadable([]);
        _folder.Write("deep/a.digest", broken);
        _workspace.Reload();
        _workspace.RemoveFolders([_folder.FullName]);
        CheckUnreadable([]);
    }

    /// <summary>Who moves a folder away moves all that is in it, and the workspace along.</summary>
    [Fact]
    public void A_folder_above_the_workspace_matters_to_it()
    {
        _folder.Write("above/deep/a.digest", Bell);
        _workspace.Load([_folder.PathOf("above/deep")]);
        Directory.Move(_folder.PathOf("above"), _folder.PathOf("away"));

        Assert.True(_workspace.Covers(_folder.PathOf("above")));
        Assert.True(_workspace.IsFolder(_folder.PathOf("above")));
        Assert.False(_workspace.Covers(_folder.PathOf("away")));
        _workspace.Reload();
        Assert.Empty(_workspace.Current.Documents);

        Directory.Move(_folder.PathOf("away"), _folder.PathOf("above"));
        Assert.True(_workspace.IsFolder(_folder.PathOf("above")));
    }

    [Fact]
    public void A_file_that_is_read_again_keeps_the_facts_of_the_papers_that_were_there()
    {
        var path = _folder.Write("a.digest", Bell);
        _workspace.Load([_folder.FullName]);
        var known = Assert.Single(_workspace.Current.GetDocument(path)!.Papers).Facts;

        _folder.Write("a.digest", $"{Bell}\nLakes That Leave\n\n{Glaciers}\n");
        var copy = _folder.Write("b.digest", Bell);
        _workspace.Refresh([path, copy]);

        Assert.Equal(2, _workspace.Current.GetDocument(path)!.Papers.Length);
        Assert.Same(known, _workspace.Current.GetDocument(path)!.Papers[0].Facts);
        Assert.Same(known, _workspace.Current.GetDocument(copy)!.Papers[0].Facts);
    }

    [Fact]
    public void A_file_that_becomes_unreadable_or_readable_is_a_change_of_that_file_alone()
    {
        var path = _folder.Write("a.digest", [0xFF]);
        _folder.Write("b.digest", Lake);
        _workspace.Load([_folder.FullName]);
        var before = _workspace.Current;
        _folder.Write("a.digest", [.. "\n\n"u8, 0xFF]);
        _workspace.Refresh([path]);
        Assert.Equal([path], _workspace.Current.PathsAffectedSince(before));
        var broken = _workspace.Current;
        _folder.Write("a.digest", Bell);
        _workspace.Refresh([path]);
        Assert.Equal([path], _workspace.Current.PathsAffectedSince(broken));
        Assert.Equal([path], _workspace.Current.PathsAffectedSince(before));
    }

    [Fact]
    public void Loading_takes_in_all_digests_and_tells_what_it_could_not()
    {
        _folder.Write("a.digest", Bell);
        _folder.Write("deep/b.digest", Lake);
        _folder.Write("c.digest", [0xFF]);

        var problem = Assert.Single(
            _workspace.Load([_folder.FullName, _folder.PathOf("nothing")]),
            problem => problem.Path != _folder.PathOf("nothing")
        );

        Assert.Equal(_folder.PathOf("c.digest"), problem.Path);
        Assert.Equal(["What a Bell Remembers", "Lakes That Leave"], Titles());
        Assert.All(_workspace.Current.Documents, document => Assert.Null(document.Version));
    }

    [Fact]
    public void Progress_reaches_the_end()
    {
        _folder.Write("a.digest", Bell);
        _folder.Write("b.digest", Lake);
        var reports = new System.Collections.Concurrent.ConcurrentBag<(int, int)>();

        _workspace.Load([_folder.FullName], (done, all) => reports.Add((done, all)));

        Assert.Equal([(1, 2), (2, 2)], reports.Order());
    }

    [Fact]
    public void Cancelled_loading_changes_nothing()
    {
        _folder.Write("a.digest", Bell);
        var before = _workspace.Current;

        Assert.ThrowsAny<OperationCanceledException>(() => _workspace.Load([_folder.FullName], cancellation: new(true)));

        Assert.Same(before, _workspace.Current);
    }

    [Fact]
    public void Loading_leaves_open_documents_as_the_editor_has_them()
    {
        var path = _folder.Write("a.digest", Bell);
        _workspace.Open(path, 1, Lake);

        _workspace.Load([_folder.FullName]);

        Assert.Equal(["Lakes That Leave"], Titles());
    }

    [Fact]
    public void An_open_document_has_the_editors_text_and_a_closed_one_the_disks()
    {
        var path = _folder.Write("a.digest", Bell);
        _workspace.Load([_folder.FullName]);

        _workspace.Open(path, 7, Lake);
        Assert.Equal(["Lakes That Leave"], Titles());
        Assert.Equal((7, true), (_workspace.Current.GetDocument(path)!.Version!.Value, _workspace.Current.GetDocument(path)!.IsOpen));

        CloseAndRefresh(path);
        Assert.Equal(["What a Bell Remembers"], Titles());
        Assert.False(_workspace.Current.GetDocument(path)!.IsOpen);
    }

    [Fact]
    public void A_closed_document_that_is_no_file_of_a_folder_is_dropped()
    {
        _folder.Write("in/a.digest", Bell);
        var outside = _folder.Write("out/b.digest", Lake);
        _workspace.Load([_folder.PathOf("in")]);
        _workspace.Open(outside, 1, Lake);
        _workspace.Open("untitled:Untitled-1", 1, Lake);
        Assert.Equal(3, _workspace.Current.DocumentCount);

        CloseAndRefresh(outside);
        CloseAndRefresh("untitled:Untitled-1");

        Assert.Equal(["What a Bell Remembers"], Titles());
    }

    [Fact]
    public void A_folder_whose_name_begins_alike_is_another_folder()
    {
        _folder.Write("in/a.digest", Bell);
        var beside = _folder.Write("inside/b.digest", Lake);
        _workspace.Load([_folder.PathOf("in")]);

        _workspace.Refresh([beside]);

        Assert.Equal(["What a Bell Remembers"], Titles());
    }

    [Fact]
    public void Files_that_come_change_and_go_are_followed()
    {
        _folder.Write("a.digest", Bell);
        _workspace.Load([_folder.FullName]);

        var path = _folder.Write("b.digest", Lake);
        _workspace.Refresh([path]);
        Assert.Equal(["What a Bell Remembers", "Lakes That Leave"], Titles());

        _folder.Write("b.digest", $"Mar 12\n\nListening for Voles\n\n{Owls}");
        _workspace.Refresh([path, path]);
        Assert.Equal(["What a Bell Remembers", "Listening for Voles"], Titles());

        File.Delete(path);
        _workspace.Refresh([path]);
        Assert.Equal(["What a Bell Remembers"], Titles());
    }

    [Fact]
    public void A_file_that_becomes_unreadable_goes()
    {
        var path = _folder.Write("a.digest", Bell);
        _workspace.Load([_folder.FullName]);

        _folder.Write("a.digest", [0xFF]);
        _workspace.Refresh([path]);

        Assert.Empty(Titles());
    }

    [Fact]
    public void A_file_that_is_open_is_not_refreshed()
    {
        var path = _folder.Write("a.digest", Bell);
        _workspace.Load([_folder.FullName]);
        _workspace.Open(path, 1, Lake);

        File.Delete(path);
        _workspace.Refresh([path]);

        Assert.Equal(["Lakes That Leave"], Titles());
    }

    [Fact]
    public void A_folder_that_leaves_takes_its_closed_documents_with_it()
    {
        _folder.Write("one/a.digest", Bell);
        _folder.Write("two/b.digest", Lake);
        var open = _folder.Write("two/c.digest", "");
        _workspace.Load([_folder.PathOf("one"), _folder.PathOf("two")]);
        _workspace.Open(open, 1, $"Mar 13\n\nListening for Voles\n\n{Owls}");

        _workspace.RemoveFolders([_folder.PathOf("two")]);

        Assert.Equal(["What a Bell Remembers", "Listening for Voles"], Titles());
        Assert.Equal([_folder.PathOf("one")], _workspace.Folders);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Changes_follow_each_other_each_on_the_text_that_the_one_before_left(string lineEnding)
    {
        _workspace.Open("a", 1, Bell.Replace("\n", lineEnding, StringComparison.Ordinal));

        _workspace.Change(
            "a",
            2,
            [
                new(new(new(2, 0), new(2, 4)), "How"),
                new(new(new(2, 0), new(2, 3)), "Why"),
                new(new(new(2, 99), new(2, 99)), "!"),
                new(new(new(99, 0), new(99, 9)), "END"),
            ]
        );

        var text = _workspace.Current.GetDocument("a")!.GetTree()!.Text.ToString();
        Assert.Equal($"Mar 11\n\nWhy a Bell Remembers!\n\n{Bells}\nEND".Replace("\n", lineEnding, StringComparison.Ordinal), text);
    }

    [Fact]
    public void A_change_without_range_is_the_whole_text()
    {
        _workspace.Open("a", 1, Bell);
        _workspace.Change("a", 2, [new(null, Lake), new(new(new(2, 0), new(2, 5)), "Ponds")]);

        Assert.Equal(["Ponds That Leave"], Titles());
    }

    [Fact]
    public void A_range_that_ends_before_it_begins_inserts() =>
        Assert.Equal(
            "abXc",
            Changed("abc", new DocumentChange(new LinePositionSpan(new(0, 2), new(0, 1)), "X")).GetTree()!.Text.ToString()
        );

    [Theory]
    [InlineData(3)]
    [InlineData(2)]
    public void A_version_must_be_later_than_the_one_before(int version)
    {
        _workspace.Open("a", 3, Bell);

        var refused = Assert.Throws<MisplacedChangeException>(() => _workspace.Change("a", version, [new(null, Lake)]));

        Assert.Equal($"a has version 3, and a change to version {version} came after it", refused.Message);
        Assert.Equal(["What a Bell Remembers"], Titles());
    }

    [Fact]
    public void What_is_not_open_cannot_be_changed()
    {
        var path = _folder.Write("a.digest", Bell);
        _workspace.Load([_folder.FullName]);

        Assert.Throws<MisplacedChangeException>(() => _workspace.Change(path, 1, [new(null, Lake)]));
        Assert.Throws<MisplacedChangeException>(() => _workspace.Change("b", 1, [new(null, Lake)]));
    }

    [Fact]
    public void Snapshots_stay_as_they_were()
    {
        var before = _workspace.Open("a", 1, Bell);
        var copy = _workspace.Open("b", 1, Bell);
        _workspace.Change("a", 2, [new(null, Lake)]);

        Assert.Equal(1, before.DocumentCount);
        Assert.Single(copy.CopiesOf(new(copy.GetDocument("b")!, 0)));
        Assert.Empty(_workspace.Current.CopiesOf(new(_workspace.Current.GetDocument("b")!, 0)));
    }

    [Fact]
    public void Closed_documents_keep_heads_and_lines_but_no_text()
    {
        _folder.Write("a.digest", Bell);
        _workspace.Load([_folder.FullName]);
        var document = _workspace.Current.Documents.Single();
        var tree = TreeOf(document);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(tree.TryGetTarget(out _));
        Assert.Equal("What a Bell Remembers", document.GetHead(0));
        Assert.Equal("2:0-2:21", document.GetLinePositionSpan(document.Papers[0].Head).ToString());
        Assert.Equal(Bell, document.GetTree()!.Text.ToString());
    }

    [Fact]
    public void Of_an_abstract_without_title_a_document_keeps_the_beginning()
    {
        var text = "x" + string.Concat(Enumerable.Repeat("\U0001D11E", 100_000));
        var path = _folder.Write("a.digest", $"Mar 11\n\n{text}\n");
        _workspace.Load([_folder.FullName]);
        Assert.Equal(text[..299], _workspace.Current.GetDocument(path)!.GetHead(0));

        _workspace.Open(path, 1, $"Mar 11\n\n{text}\n");
        Assert.Equal(text[..299], _workspace.Current.GetDocument(path)!.GetHead(0));
    }

    [Fact]
    public void A_file_that_changed_behind_a_closed_document_has_no_syntax()
    {
        var path = _folder.Write("a.digest", Bell);
        _workspace.Load([_folder.FullName]);
        var document = _workspace.Current.Documents.Single();
        TreeOf(document);
        GC.Collect();

        _folder.Write("a.digest", "Mar 11\n\n" + Bell);

        Assert.Null(document.GetTree());
        Assert.Equal("What a Bell Remembers", document.GetHead(0));
        File.Delete(path);
        Assert.Null(document.GetTree());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_copies_a_paper_whose_text_was_asked_for_in_vain_is_looked_at_again_when_it_can_be_had(bool asked)
    {
        var path = _folder.Write("a.digest", Bell);
        var copy = _folder.Write("b.digest", Bell);
        _workspace.Load([_folder.FullName]);
        TreeOf(_workspace.Current.GetDocument(path)!);
        GC.Collect();
        _folder.Write("a.digest", Bell + "\n" + Lake);
        if (asked)
        {
            Assert.Null(_workspace.Current.GetDocument(path)!.GetTree());
        }
        var before = _workspace.Current;

        _workspace.Refresh([path]);

        Assert.Equal(asked ? [path, copy] : [path], _workspace.Current.PathsAffectedSince(before).Order());
    }

    [Fact]
    public void Closed_documents_are_prepared_while_their_text_is_at_hand()
    {
        _folder.Write("a.digest", Bell);
        var prepared = new List<string>();
        var workspace = new Workspace((document, _) => prepared.Add(document.GetTree()!.Text.ToString()));

        workspace.Load([_folder.FullName]);

        Assert.Equal([Bell], prepared);
    }

    /// <summary>In a method of its own, so that no register keeps the tree alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<Syntax.SyntaxTree> TreeOf(Document document) => new(document.GetTree()!);

    private Document Changed(string text, DocumentChange change)
    {
        _workspace.Open("a", 1, text);
        return _workspace.Change("a", 2, [change]).GetDocument("a")!;
    }

    private void CheckUnreadable(string[] expected)
    {
        Assert.Equal(expected, _workspace.Current.Unreadable.Select(problem => problem.Path));
        Assert.All(expected, path => Assert.Null(_workspace.Current.GetDocument(path)));
    }

    private void CloseAndRefresh(string path)
    {
        _workspace.Close(path);
        _workspace.Refresh([path]);
    }

    private IEnumerable<string> Titles() =>
        _workspace
            .Current.Documents.OrderBy(document => document.Order)
            .SelectMany(document => document.Papers.Select((_, i) => document.GetHead(i)));
}
