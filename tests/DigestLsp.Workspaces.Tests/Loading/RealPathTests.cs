using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests;

/// <summary>One path for each file, and one document for each path.</summary>
public sealed class RealPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Links_anywhere_in_a_path_are_followed()
    {
        var file = _folder.Write("real/deep/a.digest", "");
        Directory.CreateSymbolicLink(_folder.PathOf("link"), "real");
        Directory.CreateSymbolicLink(_folder.PathOf("again"), _folder.PathOf("link"));
        File.CreateSymbolicLink(_folder.PathOf("real/deep/b.digest"), "../../again/deep/a.digest");
        Assert.Equal(file, RealPath.Of(_folder.PathOf("again/deep/b.digest")));
        Assert.Equal(_folder.PathOf("real/nothing"), RealPath.Of(_folder.PathOf("link/nothing/")));
    }

    [Fact]
    public void Where_disks_fold_case_every_spelling_is_the_one_on_disk()
    {
        var file = _folder.Write("Digests/March/A.digest", "");
        Directory.CreateSymbolicLink(_folder.PathOf("Link"), "Digests");
        Assert.Equal(file, RealPath.Of(_folder.PathOf("digests/MARCH/a.Digest"), foldsCase: true));
        Assert.Equal(file, RealPath.Of(_folder.PathOf("link/march/a.digest"), foldsCase: true));
        Assert.Equal(_folder.PathOf("Digests/März/b.digest"), RealPath.Of(_folder.PathOf("digests/März/b.digest"), foldsCase: true));
        Assert.Equal(_folder.PathOf("Digests/March/*.digest"), RealPath.Of(_folder.PathOf("digests/march/*.digest"), foldsCase: true));
    }

    [UnixFact]
    public void Where_disks_tell_case_every_file_has_its_own_spelling()
    {
        var (lower, upper) = (_folder.Write("a.digest", "Mar 11\n"), _folder.Write("A.digest", "Mar 12\n"));
        foreach (var path in (string[])[lower, upper])
        {
            Assert.Equal(path, RealPath.Of(path, foldsCase: false));
            // Also on a disk of the other kind than its system usually has.
            Assert.Equal(path, RealPath.Of(path, foldsCase: true));
        }
        Assert.Equal(_folder.PathOf("B.digest"), RealPath.Of(_folder.PathOf("B.digest"), foldsCase: false));
    }

    [Fact]
    public void Links_in_circles_are_left_as_they_are()
    {
        Directory.CreateSymbolicLink(_folder.PathOf("a"), "b/c");
        Directory.CreateSymbolicLink(_folder.PathOf("b"), "a/c");
        Assert.Equal(_folder.PathOf("a/x.digest"), RealPath.Of(_folder.PathOf("a/x.digest")));
    }

    [Fact]
    public void A_folder_and_one_in_it_share_their_documents()
    {
        var outer = _folder.Write("a.digest", "Mar 11\n");
        var inner = _folder.Write("deep/b.digest", "Mar 12\n");
        var workspace = new Workspace();
        workspace.Load([_folder.FullName]);
        workspace.Load([_folder.PathOf("deep")]);
        Assert.Equal([outer, inner], Paths(workspace));

        workspace.RemoveFolders([_folder.FullName]);
        Assert.Equal([inner], Paths(workspace));
        workspace.Load([_folder.FullName]);
        workspace.RemoveFolders([_folder.PathOf("deep")]);
        Assert.Equal([outer, inner], Paths(workspace));
    }

    [Fact]
    public void What_links_lead_to_elsewhere_belongs_to_the_folder_as_long_as_they_are_there()
    {
        using var elsewhere = new TemporaryFolder();
        var linked = elsewhere.Write("deep/a.digest", "Mar 11\n");
        var single = elsewhere.Write("notes.md", "Mar 12\n");
        Directory.CreateSymbolicLink(_folder.PathOf("link"), elsewhere.PathOf("deep"));
        File.CreateSymbolicLink(_folder.PathOf("b.digest"), single);
        var workspace = new Workspace();
        workspace.Load([_folder.FullName]);
        Assert.Equal([linked, single], Paths(workspace));
        workspace.Refresh([linked, single]);
        Assert.Equal([linked, single], Paths(workspace));

        Directory.Delete(_folder.PathOf("link"));
        workspace.Reload();
        Assert.Equal([single], Paths(workspace));
        workspace.RemoveFolders([_folder.FullName]);
        Assert.Empty(Paths(workspace));
    }

    [Fact]
    public void A_folder_that_is_named_by_a_link_holds_its_files()
    {
        var file = _folder.Write("real/a.digest", "Mar 11\n");
        Directory.CreateSymbolicLink(_folder.PathOf("link"), "real");
        var workspace = new Workspace();
        workspace.Load([_folder.PathOf("link")]);
        workspace.Refresh([file]);
        Assert.Equal([file], Paths(workspace));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_problem_and_may_come()
    {
        var workspace = new Workspace();
        Assert.Equal("there is no such file or folder", Assert.Single(workspace.Load([_folder.PathOf("later")])).Message);
        var file = _folder.Write("later/a.digest", "Mar 11\n");
        workspace.Refresh([file]);
        Assert.Equal([file], Paths(workspace));
    }

    private static IEnumerable<string> Paths(Workspace workspace) =>
        workspace.Current.Documents.Select(document => document.Path).Order(StringComparer.Ordinal);
}
