using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>Applies the repairs of many findings at once.</summary>
public static class FixAll
{
    /// <summary>
    /// More rounds than repairs that make way for each other need. It ends rules that undo each other's work; a test holds that
    /// none do.
    /// </summary>
    internal const int MaxRounds = 16;

    /// <summary>
    /// A document's tree after all repairs: those that overlap others, and those of what only then comes to light, are made in
    /// further rounds, so that nothing is left to repair.
    /// </summary>
    /// <param name="snapshot">The snapshot that the document belongs to.</param>
    /// <param name="document">An open document, or one whose text can still be read.</param>
    /// <param name="choose">Which findings to repair, of those that can be.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The tree; the document's own where there was nothing to do; null where its text is no longer to be had.</returns>
    public static SyntaxTree? Repair(
        Snapshot snapshot,
        Document document,
        Func<Diagnostic, bool> choose,
        CancellationToken cancellation = default
    )
    {
        var tree = document.GetTree();
        for (var round = 0; tree is not null && round < MaxRounds; round++)
        {
            var current = ReferenceEquals(tree, document.GetTree()) ? document : Document.Open(document.Path, document.Version ?? 0, tree);
            var diagnostics = DocumentAnalysis.DiagnoseRepairable(snapshot, current);
            cancellation.ThrowIfCancellationRequested();
            var changes = Combine(diagnostics.Where(choose));
            if (changes.IsEmpty)
            {
                break;
            }
            tree = tree.WithChanges([.. changes]);
        }
        return tree;
    }

    /// <summary>The changes of all repairs that leave each other alone, by place; where two overlap, the earlier one is taken.</summary>
    public static ImmutableArray<TextChange> Combine(IEnumerable<Diagnostic> diagnostics)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var free = 0;
        foreach (
            var repair in diagnostics.Select(diagnostic => diagnostic.Repair).OfType<Repair>().OrderBy(repair => repair.Changes[0].Span)
        )
        {
            // A change may not even touch the one before it: two insertions at one place have no order.
            if (changes.Count == 0 || repair.Changes[0].Span.Start > free)
            {
                changes.AddRange(repair.Changes);
                free = repair.Changes[^1].Span.End;
            }
        }
        return changes.DrainToImmutable();
    }
}
