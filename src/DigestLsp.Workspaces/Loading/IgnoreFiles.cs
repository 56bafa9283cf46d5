using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace DigestLsp.Workspaces;

/// <summary>
/// What <c>.gitignore</c> and <c>.ignore</c> files leave out. In each folder they count for all that is below it, a nearer one before
/// those above, and <c>.ignore</c> before <c>.gitignore</c>. Files are read once; after a change, a new value is made.
/// </summary>
public sealed class IgnoreFiles
{
    private const string GitName = ".gitignore";
    private const string OwnName = ".ignore";
    private const long MaxBytes = 1 << 20;

    private readonly ConcurrentDictionary<(string Folder, string Named), IgnoreScope> _scopes = new();
    private readonly bool _isUsed = true;

    /// <summary>Reads the files when a folder is first looked at.</summary>
    public IgnoreFiles() { }

    private IgnoreFiles(bool isUsed) => _isUsed = isUsed;

    /// <summary>Leaves nothing out.</summary>
    public static IgnoreFiles None { get; } = new(isUsed: false);

    /// <summary>Whether a path is that of such a file.</summary>
    public static bool IsOne(string path) => Path.GetFileName(path.AsSpan()) is GitName or OwnName;

    /// <summary>
    /// What counts in a folder that somebody named: its own files and those above it up to the root of its repository. Outside a
    /// repository nothing above it counts.
    /// </summary>
    /// <param name="folder">An absolute path without links.</param>
    internal IgnoreScope ScopeOf(string folder)
    {
        if (!_isUsed)
        {
            return IgnoreScope.Empty;
        }
        return _scopes.GetOrAdd(
            (folder, folder),
            _ =>
            {
                var above = new Stack<string>();
                for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
                {
                    above.Push(at);
                    if (IsRepository(at))
                    {
                        return above.Aggregate(IgnoreScope.Empty, Enter);
                    }
                }
                return Enter(IgnoreScope.Empty, folder);
            }
        );
    }

    /// <summary>What counts in a folder below one.</summary>
    internal IgnoreScope Enter(IgnoreScope parent, string folder)
    {
        if (!_isUsed)
        {
            return parent;
        }
        var own = Read(Path.Combine(folder, OwnName));
        var git = Read(Path.Combine(folder, GitName));
        var outer = IsRepository(folder) ? null : parent.Git;
        return own.IsEmpty && git.IsEmpty && ReferenceEquals(outer, parent.Git)
            ? parent
            : new(own.IsEmpty ? parent.Own : new(parent.Own, folder, own), git.IsEmpty ? outer : new(outer, folder, git));
    }

    /// <summary>Whether a scan of a folder leaves out a path below it, or one of the folders that lead there.</summary>
    public bool LeavesOut(string folder, string path, bool isFolder)
    {
        var scope = ScopeOf(folder);
        for (var at = folder.Length; ; )
        {
            var next = path.IndexOf(Path.DirectorySeparatorChar, at + 1);
            if (next < 0)
            {
                return scope.LeavesOut(path, isFolder);
            }
            var entered = path[..next];
            if (scope.LeavesOut(entered, isFolder: true))
            {
                return true;
            }
            var outer = scope;
            scope = _scopes.GetOrAdd((entered, folder), _ => Enter(outer, entered));
            at = next;
        }
    }

    private static bool IsRepository(string folder) => Path.Exists(Path.Combine(folder, ".git"));

    private static ImmutableArray<IgnorePattern> Read(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: > 0 and <= MaxBytes }
                ? [.. File.ReadLines(file).Select(IgnorePattern.Parse).OfType<IgnorePattern>()]
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
