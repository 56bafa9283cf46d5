namespace DigestLsp.Workspaces;

/// <summary>
/// Which documents were set or removed from one snapshot to the next, back in time: so that what a keystroke changed is known without
/// comparing all documents. It goes back a few hundred changes and no further.
/// </summary>
internal sealed class ChangeLog
{
    private const int Longest = 256;

    private readonly IReadOnlyCollection<string> _paths;
    private readonly ChangeLog? _before;
    private readonly int _length;

    private ChangeLog(IReadOnlyCollection<string> paths, ChangeLog? before)
    {
        (_paths, _before) = (paths, before);
        _length = before is null ? 1 : before._length + 1;
    }

    /// <summary>The log of a snapshot of which no earlier one is known.</summary>
    public static ChangeLog Start() => new([], null);

    /// <summary>The log after one more change.</summary>
    public ChangeLog With(IReadOnlyCollection<string> paths) => new(paths, _length < Longest ? this : null);

    /// <summary>The documents set or removed since an earlier log; null where that lies too far back or is none of this one's.</summary>
    public IReadOnlySet<string>? PathsSince(ChangeLog earlier)
    {
        var paths = new HashSet<string>();
        for (var log = this; log is not null; log = log._before)
        {
            if (ReferenceEquals(log, earlier))
            {
                return paths;
            }
            paths.UnionWith(log._paths);
        }
        return null;
    }
}
