using System.Collections.Immutable;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// What a paper of an open document was last found at fault for because of its copies. It is kept with the paper's text and counts as
/// long as what its copies were found by is the same, so that typing in one paper leaves those of all others as they are.
/// </summary>
internal sealed class KnownCopyFindings
{
    private volatile Known? _last;

    /// <summary>The findings of a paper, in positions of its document.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="place">The paper.</param>
    /// <param name="rules">The rules; only for those of the catalogue anything is kept.</param>
    /// <param name="compute">Finds them anew.</param>
    public static ImmutableArray<Finding> Of(
        Snapshot snapshot,
        PaperPlace place,
        RuleSet rules,
        Func<PaperPlace, ImmutableArray<Finding>> compute
    )
    {
        var document = place.Document;
        if (rules != RuleCatalog.Rules || !document.IsOpen || document.GetTree() is not { } tree)
        {
            return compute(place);
        }
        var paper = tree.Root.WalkPapers(place.Index);
        paper.MoveNext();
        var known = paper.GetOrAttach(static _ => new KnownCopyFindings());
        if (known._last is { } last && last.Order.Equals(document.Order) && last.Basis.IsThatOf(snapshot))
        {
            return last.Findings.IsEmpty ? [] : [.. last.Findings.Select(finding => finding.Shift(paper.Start))];
        }
        var found = compute(place);
        known._last = snapshot.CopyBasisOf(place) is { } basis
            ? new(document.Order, basis, [.. found.Select(finding => finding.Shift(-paper.Start))])
            : null;
        return found;
    }

    /// <param name="Order">The document's place among all, which tells which copies are earlier.</param>
    /// <param name="Basis">What the copies were found by.</param>
    /// <param name="Findings">What was found, in positions relative to the paper.</param>
    private sealed record Known(DigestOrder Order, CopyBasis Basis, ImmutableArray<Finding> Findings);
}
