using System.Collections.Immutable;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>
/// The last ranking index that somebody asked for, and what has changed since. Nobody may ask for hours: contents that came and went
/// again leave no trace.
/// </summary>
/// <param name="Asked">The index as it was asked for; null if nobody has asked yet.</param>
/// <param name="Added">Contents that stand somewhere now and are not in it.</param>
/// <param name="Removed">Contents that are in it and stand nowhere now.</param>
/// <param name="IsLearnt">Whether the index is made of all texts, and not only brought up to date.</param>
internal sealed record RankingBasis(
    RankingInMaking? Asked,
    ImmutableHashSet<Hash128> Added,
    ImmutableHashSet<Hash128> Removed,
    bool IsLearnt = false
)
{
    /// <summary>More changes than this take longer to be taken in than anybody waits for unasked.</summary>
    private const int FewChanges = 256;

    /// <summary>The index, which may still be in the making; null if nobody has asked yet, or making it failed.</summary>
    public RankingInMaking? Index => Asked is { HasFailed: false } ? Asked : null;

    /// <summary>Whether an index that is up to date is at hand, or nearly so.</summary>
    public bool IsReady =>
        Index is { } index && (index.IsMade ? !index.Value.IsWorn : !IsLearnt) && Added.Count + Removed.Count <= FewChanges;

    /// <summary>No index.</summary>
    public static RankingBasis None { get; } = new(null, [], []);

    /// <summary>An index that is up to date, or will be once it is made.</summary>
    public static RankingBasis Of(RankingInMaking index, bool isLearnt) => None with { Asked = index, IsLearnt = isLearnt };

    /// <summary>The same index after some contents came and others went.</summary>
    public RankingBasis After(IEnumerable<Hash128> added, IEnumerable<Hash128> gone)
    {
        if (Index is null)
        {
            return None;
        }
        var nowAdded = Added.ToBuilder();
        var nowRemoved = Removed.ToBuilder();
        foreach (var content in added)
        {
            _ = nowRemoved.Remove(content) || nowAdded.Add(content);
        }
        foreach (var content in gone)
        {
            _ = nowAdded.Remove(content) || nowRemoved.Add(content);
        }
        return this with { Added = nowAdded.ToImmutable(), Removed = nowRemoved.ToImmutable() };
    }
}
