using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// What a paper of an open document was last found at fault for because of its copies. It is kept with the paper's text and counts as
/// long as the copies are the same ones in the same documents, so that typing in one paper leaves those of all others as they are.
/// </summary>
internal sealed class KnownCopyFindings
{
    private volatile Known? _last;

    /// <summary>The findings of a paper, in positions of its document.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="rules">The rules; only for those of the catalogue anything is kept.</param>
    /// <param name="compute">Finds them anew.</param>
    public static ImmutableArray<Finding> Of(CopiedPaper paper, RuleSet rules, Func<ImmutableArray<Finding>> compute)
    {
        var document = paper.Place.Document;
        // Where copies stand in one document, findings name its lines, which move with whatever is typed.
        if (
            rules != RuleCatalog.Rules
            || !document.IsOpen
            || document.GetTree() is not { } tree
            || paper.Copies.Any(copy => copy.Place.Document == document)
        )
        {
            return compute();
        }
        var place = tree.Root.WalkPapers(paper.Place.Index);
        place.MoveNext();
        var known = place.GetOrAttach(static _ => new KnownCopyFindings());
        if (known._last is not { } last || !last.IsOf(paper))
        {
            known._last = last = new(
                document.Order,
                [.. paper.Copies.Select(copy => new KnownCopy(new(copy.Place.Document), copy.Place.Index, copy.Match))],
                [.. compute().Select(finding => finding.Shift(-place.Start))]
            );
        }
        return [.. last.Findings.Select(finding => finding.Shift(place.Start))];
    }

    /// <param name="Order">The document's place among all, which tells which copies are earlier.</param>
    /// <param name="Copies">The copies.</param>
    /// <param name="Findings">What was found, in positions relative to the paper.</param>
    private sealed record Known(DigestOrder Order, ImmutableArray<KnownCopy> Copies, ImmutableArray<Finding> Findings)
    {
        public bool IsOf(CopiedPaper paper) =>
            Order.Equals(paper.Place.Document.Order)
            && Copies.Length == paper.Copies.Length
            && Copies.Zip(paper.Copies).All(copies => copies.First.Is(copies.Second));
    }

    /// <param name="Document">The very document that held the copy; not kept for the sake of this.</param>
    /// <param name="Index">The copy's number in it.</param>
    /// <param name="Match">What it was to the paper.</param>
    private readonly record struct KnownCopy(WeakReference<Document> Document, int Index, DuplicateMatch Match)
    {
        public bool Is(PaperCopy copy) =>
            copy.Place.Index == Index
            && copy.Match == Match
            && Document.TryGetTarget(out var document)
            && ReferenceEquals(document, copy.Place.Document);
    }
}
