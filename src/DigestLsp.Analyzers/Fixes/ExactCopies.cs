using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// Which of several copies with the same words stays: the earliest that lacks none of the other's metadata. Whoever proposes or
/// removes copies asks here, so that all say the same. What is found for one copy is kept for all, since to look for each anew
/// would take the square of their number. For one thread.
/// </summary>
/// <param name="snapshot">All documents.</param>
public sealed class ExactCopies(Snapshot snapshot)
{
    private readonly Dictionary<Hash128, ImmutableArray<PaperPlace>> _known = [];

    /// <summary>All places of a paper's words, its own included, in the order of digests; none where there is but one.</summary>
    public ImmutableArray<PaperPlace> SameAs(PaperPlace place)
    {
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, place.Paper.Facts.Content, out var isKnown);
        return isKnown ? same : same = snapshot.PlacesOfSame(place.Paper.Facts);
    }

    /// <summary>An earlier copy that stays, if one has all metadata of the paper: one in the same digest before others.</summary>
    /// <param name="place">The paper.</param>
    /// <param name="gone">Earlier copies that do not stay.</param>
    public PaperPlace? KeeperOf(PaperPlace place, IReadOnlySet<PaperPlace> gone)
    {
        var same = SameAs(place);
        if (same.Length < 2)
        {
            return null;
        }
        var metadata = PaperMetadata.Of(place);
        var at = same.BinarySearch(place);
        var start = at;
        while (start > 0 && same[start - 1].Document == place.Document)
        {
            start--;
        }
        return FirstBetween(start, at) ?? FirstBetween(0, start);

        PaperPlace? FirstBetween(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                if (
                    !gone.Contains(same[i])
                    && (i >= start || Path.IsPathFullyQualified(same[i].Document.Path)) // else never saved
                    && metadata.IsWithin(PaperMetadata.Of(same[i]))
                )
                {
                    return same[i];
                }
            }
            return null;
        }
    }

    /// <summary>Of some places, those that have a copy which stays, so that nothing is lost without them.</summary>
    /// <param name="places">Places of any papers, in the order of digests.</param>
    public IReadOnlySet<PaperPlace> Redundant(IEnumerable<PaperPlace> places)
    {
        var gone = new HashSet<PaperPlace>();
        foreach (var place in places)
        {
            if (KeeperOf(place, gone) is not null)
            {
                gone.Add(place);
            }
        }
        return gone;
    }
}
