using System.Collections.Immutable;

namespace DigestLsp.Workspaces;

/// <summary>The ignore files that count in one folder.</summary>
/// <param name="Own">Those of the name <c>.ignore</c>, which count first.</param>
/// <param name="Git">Those of the name <c>.gitignore</c>.</param>
internal sealed record IgnoreScope(IgnoreScope.Level? Own, IgnoreScope.Level? Git)
{
    /// <summary>Nothing is left out.</summary>
    public static IgnoreScope Empty { get; } = new(null, null);

    /// <summary>Whether an entry of the folder is left out.</summary>
    public bool LeavesOut(string path, bool isFolder) => Decide(Own, path, isFolder) ?? Decide(Git, path, isFolder) ?? false;

    /// <summary>What the last matching line of the nearest file says; null where none says anything.</summary>
    private static bool? Decide(Level? level, string path, bool isFolder)
    {
        for (; level is not null; level = level.Above)
        {
            var below = path.AsSpan(level.Folder.Length).TrimStart(Path.DirectorySeparatorChar);
            var relative = Path.DirectorySeparatorChar == '/' ? below : below.ToString().Replace(Path.DirectorySeparatorChar, '/');
            for (var i = level.Patterns.Length - 1; i >= 0; i--)
            {
                if (level.Patterns[i].Matches(relative, isFolder))
                {
                    return !level.Patterns[i].IsNegated;
                }
            }
        }
        return null;
    }

    /// <summary>One file.</summary>
    /// <param name="Above">The nearest one above it.</param>
    /// <param name="Folder">The folder that holds it.</param>
    /// <param name="Patterns">Its lines, in order.</param>
    public sealed record Level(Level? Above, string Folder, ImmutableArray<IgnorePattern> Patterns);
}
