namespace DigestLsp.Workspaces;

/// <summary>
/// One line of an ignore file, with the meaning that git gives it (gitignore(5)): a pattern of names parted by slashes, in which
/// <c>*</c>, <c>?</c> and <c>[…]</c> stand for characters of a name and <c>**</c> for any number of names.
/// </summary>
public sealed class IgnorePattern
{
    private const string AnyNames = "**";

    private readonly string[] _names;
    private readonly bool _isFoldersOnly;

    private IgnorePattern(string[] names, bool isNegated, bool isFoldersOnly) =>
        (_names, IsNegated, _isFoldersOnly) = (names, isNegated, isFoldersOnly);

    /// <summary>Whether what matches is taken in again, whatever lines before it say.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a line; null for one that says nothing.</summary>
    public static IgnorePattern? Parse(string line)
    {
        var pattern = WithoutTrailingSpaces(line.TrimEnd('\r'));
        if (pattern.StartsWith('#'))
        {
            return null;
        }
        var isNegated = pattern.StartsWith('!');
        pattern = isNegated ? pattern[1..] : pattern;
        var isFoldersOnly = pattern.EndsWith('/');
        pattern = isFoldersOnly ? pattern[..^1] : pattern;
        var isAnchored = pattern.Contains('/');
        pattern = pattern.StartsWith('/') ? pattern[1..] : pattern;
        if (pattern.Length == 0)
        {
            return null;
        }
        var names = pattern.Split('/');
        return new(isAnchored ? names : [AnyNames, .. names], isNegated, isFoldersOnly);
    }

    /// <summary>Whether a path matches.</summary>
    /// <param name="path">The path below the folder that holds the ignore file, with slashes.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool Matches(ReadOnlySpan<char> path, bool isFolder)
    {
        if (_isFoldersOnly && !isFolder)
        {
            return false;
        }
        Span<Range> names = stackalloc Range[path.Count('/') + 1];
        path.Split(names, '/');
        // After a mismatch only the last ** may stand for one name more: what came before it has matched as early as it could.
        var (pattern, name, lastAny, resume) = (0, 0, -1, 0);
        while (name < names.Length)
        {
            if (pattern < _names.Length && _names[pattern] == AnyNames)
            {
                if (pattern == _names.Length - 1)
                {
                    // At the end it stands for what is inside, never for the folder itself.
                    return true;
                }
                (lastAny, resume) = (pattern++, name);
            }
            else if (pattern < _names.Length && NamePattern.Matches(_names[pattern], path[names[name]], RealPath.FoldsCase))
            {
                pattern++;
                name++;
            }
            else if (lastAny >= 0)
            {
                (pattern, name) = (lastAny + 1, ++resume);
            }
            else
            {
                return false;
            }
        }
        return pattern == _names.Length;
    }

    private static string WithoutTrailingSpaces(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] == ' ' && !IsEscaped(line, end - 1))
        {
            end--;
        }
        return line[..end];
    }

    private static bool IsEscaped(string line, int at)
    {
        var slashes = 0;
        while (at - slashes > 0 && line[at - slashes - 1] == '\\')
        {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
