using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests;

/// <summary>What ignore files leave out, where a folder is searched and where one file is asked about.</summary>
public sealed class IgnoreFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_counts_in_its_folder_and_below()
    {
        _folder.Write("deep/.gitignore", "old*\n/top.digest\n");
        Check("", ["deep/er/top.digest", "old.digest"], ["deep/old.digest", "deep/er/older.digest", "deep/top.digest"]);
    }

    [Fact]
    public void A_nearer_file_counts_before_those_above()
    {
        _folder.Write(".gitignore", "*.digest\n!a.digest\n");
        _folder.Write("deep/.gitignore", "!b.digest\na.digest\n");
        Check("", ["a.digest", "deep/b.digest"], ["b.digest", "deep/a.digest"]);
    }

    [Fact]
    public void Nothing_comes_back_below_a_folder_that_is_left_out()
    {
        _folder.Write(".gitignore", "old/\n!old/a.digest\n");
        _folder.Write("old/.gitignore", "!*\n");
        Check("", ["a.digest"], ["old/a.digest", "old/deep/a.digest"]);
    }

    [Fact]
    public void Ignore_counts_before_gitignore()
    {
        _folder.Write(".ignore", "!a.digest\nb.digest\n");
        _folder.Write("deep/.gitignore", "a.digest\n!b.digest\nc.digest\n");
        Check("", ["deep/a.digest"], ["deep/b.digest", "deep/c.digest"]);
    }

    [Fact]
    public void Above_the_folder_files_count_up_to_the_root_of_the_repository()
    {
        _folder.Write(".gitignore", "a.digest\n");
        _folder.Write("repository/.git/HEAD", "");
        _folder.Write("repository/.gitignore", "/deep/b.digest\n");
        Check("repository/deep", ["a.digest", "er/b.digest"], ["b.digest"]);
    }

    [Fact]
    public void Outside_a_repository_nothing_above_the_folder_counts()
    {
        _folder.Write(".gitignore", "*\n");
        Check("deep", ["a.digest"], []);
    }

    [Fact]
    public void Of_a_repository_within_only_its_own_gitignore_counts()
    {
        _folder.Write(".gitignore", "a.digest\n");
        _folder.Write(".ignore", "c.digest\n");
        _folder.Write("inner/.git", "gitdir: elsewhere\n");
        _folder.Write("inner/.gitignore", "b.digest\n");
        Check("", ["b.digest", "inner/a.digest"], ["a.digest", "inner/b.digest", "inner/c.digest"]);
    }

    /// <summary>What took all that was below it along may have been a folder, whatever would be left out as a file.</summary>
    [Fact]
    public void A_folder_that_is_gone_is_one_that_was_entered()
    {
        _folder.Write(".gitignore", "*\n!*/\n!*.digest\nbuild/\n");
        var file = _folder.Write("deep/er/a.digest", "");
        var configuration = new EditorConfiguration();
        Assert.Equal([file], FolderScan.Of([_folder.FullName], configuration).Files.AsEnumerable());
        Directory.Delete(_folder.PathOf("deep"), recursive: true);
        Assert.True(FolderScan.Reaches(_folder.FullName, _folder.PathOf("deep"), configuration));
        Assert.False(FolderScan.Reaches(_folder.FullName, _folder.PathOf("build"), configuration));
        Assert.False(FolderScan.Reaches(_folder.FullName, _folder.PathOf("build/deep"), configuration));
    }

    [Fact]
    public void What_is_named_outright_is_read()
    {
        _folder.Write(".git/HEAD", "");
        _folder.Write(".gitignore", "old\na.digest\n");
        var file = _folder.Write("a.digest", "");
        var inside = _folder.Write("old/b.digest", "");
        Assert.Equal([file, inside], FolderScan.Of([file, _folder.PathOf("old")], new()).Files.AsEnumerable());
    }

    [Fact]
    public void Unused_they_leave_nothing_out()
    {
        _folder.Write(".gitignore", "*\n");
        var file = _folder.Write("a.digest", "");
        var configuration = new EditorConfiguration { Ignored = IgnoreFiles.None };
        Assert.Equal([file], FolderScan.Of([_folder.FullName], configuration).Files.AsEnumerable());
        Assert.True(FolderScan.Reaches(_folder.FullName, file, configuration));
    }

    /// <summary>The scan and the question about one file give the same answer.</summary>
    private void Check(string root, string[] taken, string[] leftOut)
    {
        root = Path.TrimEndingDirectorySeparator(_folder.PathOf(root));
        var expected = taken.Select(name => Path.Combine(root, name)).Order(StringComparer.Ordinal).ToList();
        var others = leftOut.Select(name => Path.Combine(root, name)).ToList();
        foreach (var path in expected.Concat(others))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }
        var configuration = new EditorConfiguration();
        Assert.Equal(expected, FolderScan.Of([root], configuration).Files.AsEnumerable());
        Assert.All(expected, path => Assert.True(FolderScan.Reaches(root, path, configuration), path));
        Assert.All(others, path => Assert.False(FolderScan.Reaches(root, path, configuration), path));
    }
}
