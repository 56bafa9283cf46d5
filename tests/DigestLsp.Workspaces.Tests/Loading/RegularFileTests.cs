using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests;

/// <summary>What is no file is never opened: to open a pipe waits for somebody who writes to it.</summary>
public sealed class RegularFileTests : IDisposable
{
    private const string Banner = "new\n\nSubscribe\n\nMar 11\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void Files_are_told_from_what_only_has_a_name_like_one()
    {
        using var socket = SpecialFile.MakeSocket(_folder.PathOf("socket"));
        Check(true, _folder.Write("a.digest", Banner), isSpecial: false);
        Check(true, _folder.Write("empty.digest", ""), isSpecial: false);
        using (new FileStream(_folder.PathOf("locked.digest"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Check(true, _folder.PathOf("locked.digest"), isSpecial: false);
        }
        Check(false, _folder.PathOf("missing.digest"), isSpecial: false);
        Check(false, _folder.FullName, isSpecial: false);
        Check(false, SpecialFile.MakePipe(_folder.PathOf("pipe.digest")), isSpecial: true);
        Check(false, _folder.PathOf("socket"), isSpecial: true);
        Check(false, "/dev/null", isSpecial: true);
        Check(false, Link("to-pipe", "pipe.digest"), isSpecial: true);
        Check(true, Link("to-file", "a.digest"), isSpecial: false);
        Check(true, Link("to-empty", "empty.digest"), isSpecial: false);
        Check(false, Link("to-nothing", "missing.digest"), isSpecial: false);

        static void Check(bool exists, string path, bool isSpecial) =>
            Assert.Equal((path, exists, isSpecial), (path, RegularFile.Exists(path), RegularFile.IsSpecial(path)));
    }

    [UnixFact]
    public void A_scan_passes_over_them_and_names_one_that_was_named()
    {
        _folder.Write("a.digest", Banner);
        foreach (var name in new[] { "b.digest", "c.txt", ".editorconfig", ".gitignore", ".ignore" })
        {
            SpecialFile.MakePipe(_folder.PathOf(name));
        }
        Link("d.digest", "b.digest");
        Link("e.txt", "c.txt");
        var named = _folder.PathOf("b.digest");

        var scan = FolderScan.Of([_folder.FullName, named], new());

        Assert.Equal([_folder.PathOf("a.digest")], scan.Files.AsEnumerable());
        Assert.Equal([new LoadProblem(named, "is a pipe, a socket or a device, not a file")], scan.Problems.AsEnumerable());
    }

    [UnixFact]
    public void Nothing_that_reads_opens_them()
    {
        var path = _folder.Write("a.digest", Banner);
        var workspace = new Workspace();
        workspace.Load([_folder.FullName]);
        var document = workspace.Current.GetDocument(path)!;
        File.Delete(path);
        SpecialFile.MakePipe(path);
        Directory.CreateDirectory(_folder.PathOf(".digestlsp"));
        SpecialFile.MakePipe(_folder.PathOf(".digestlsp/baseline.json"));
        SpecialFile.MakePipe(_folder.PathOf(".digestlsp/distinct.json"));

        Assert.Equal("is a pipe, a socket or a device, not a file", DocumentReader.Read(path).Problem!.Message);
        Assert.False(document.IsCurrent());
        Assert.Empty(new EditorConfiguration().Suppressions.For(path).Baseline.Findings);
        workspace.Refresh([path]);
        Assert.Empty(workspace.Current.Documents);
        Assert.Empty(workspace.Current.Unreadable);
    }

    private string Link(string name, string target)
    {
        File.CreateSymbolicLink(_folder.PathOf(name), target);
        return _folder.PathOf(name);
    }
}
