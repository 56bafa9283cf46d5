using DigestLsp.Analyzers;
using DigestLsp.Testing;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli.Tests;

/// <summary><c>digestlsp cache</c>, run as a user runs it.</summary>
public sealed class CacheCommandTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public void Shows_what_is_kept_and_deletes_it()
    {
        var digests = Path.GetDirectoryName(_line.Write("digests/a.digest", $"Mar 11\n\nThe Bells of Tower 1\n\n{Abstracts.Bells}\n"))!;
        var folder = new CacheFolder(Path.Combine(_line.Folder, "cache"));
        var cache = AnalysisCache.In(folder);
        var workspace = new Workspace(DocumentAnalysis.Prepare, cache);
        workspace.Load([digests]);
        Assert.Null(cache.Save(workspace.Current));

        var info = _line.Run("cache", "info", "--cache", "cache");
        Assert.Equal((0, ""), (info.ExitCode, info.Error));
        var lines = info.Output.TrimEnd().Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal(folder.Path, lines[0]);
        Assert.EndsWith($"  {digests}", lines[1], StringComparison.Ordinal);
        Assert.Equal("0.0 MB  in 1 file", lines[2]);

        var clear = _line.Run("cache", "clear", "--cache", "cache");
        Assert.Equal((0, $"Deleted 1 file of 0.0 MB in {folder.Path}"), (clear.ExitCode, clear.Output.TrimEnd()));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Where_nothing_is_kept_there_is_nothing_to_show()
    {
        var info = _line.Run("cache", "info", "--cache", "none");
        Assert.Equal(0, info.ExitCode);
        Assert.EndsWith("0.0 MB  in 0 files", info.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(0, _line.Run("cache", "clear", "--cache", "none").ExitCode);
        Assert.False(Directory.Exists(Path.Combine(_line.Folder, "none")));
    }
}
