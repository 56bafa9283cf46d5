using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>A paper that has copies, and what they are to it.</summary>
/// <param name="place">The paper.</param>
/// <param name="copies">All its copies, in the order of digests; at least one.</param>
public sealed class CopiedPaper(PaperPlace place, ImmutableArray<PaperCopy> copies)
{
    /// <summary>The paper.</summary>
    public PaperPlace Place { get; } = place;

    /// <summary>All its copies, in the order of digests.</summary>
    public ImmutableArray<PaperCopy> Copies { get; } = copies;

    /// <summary>
    /// The copy that a finding speaks of first: of those that stand earlier, one in the same digest before others, and the
    /// closest kind before looser ones; null where this is itself the earliest.
    /// </summary>
    public PaperCopy? Earlier { get; } = FindEarlier(place, copies);

    /// <summary>Whether the copy that a finding speaks of stands in the same digest.</summary>
    public bool IsRepeatedWithinDigest => Earlier is { } earlier && earlier.Place.Document == Place.Document;

    private static PaperCopy? FindEarlier(PaperPlace place, ImmutableArray<PaperCopy> copies)
    {
        PaperCopy? best = null;
        foreach (var copy in copies)
        {
            if (copy.Place.CompareTo(place) < 0 && (best is null || Rank(copy).CompareTo(Rank(best.Value)) < 0))
            {
                best = copy;
            }
        }
        return best;

        (bool, int) Rank(PaperCopy copy) =>
            (
                copy.Place.Document != place.Document,
                copy.Match.Kind switch
                {
                    DuplicateKind.Exact => 0,
                    DuplicateKind.Retitled => 1,
                    DuplicateKind.Near => 2,
                    _ => 3,
                }
            );
    }
}

/// <summary>Syntax behind places.</summary>
public static class PaperPlaceSyntax
{
    /// <summary>The paper's syntax, null where the file was changed or can no longer be read.</summary>
    public static PaperSyntax? GetSyntax(this PaperPlace place) => place.Document.GetTree()?.Root.GetPaper(place.Index);
}
