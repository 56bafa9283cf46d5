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
    /// Of a stretch with more findings than are reported (<see cref="Collector.MaxFindings"/>), a round repairs at least so many:
    /// such text gets further rounds.
    /// </summary>
    private const int RepairsARound = Collector.MaxFindings / 10;

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
    ) => Repair(snapshot, document, choose, static _ => { }, cancellation) ?? document.GetTree();

    /// <summary>As the other, and tells of every finding that it repairs.</summary>
    /// <returns>The tree; null where there was nothing to do or the text is no longer to be had.</returns>
    internal static SyntaxTree? Repair(
        Snapshot snapshot,
        Document document,
        Func<Diagnostic, bool> choose,
        Action<Diagnostic> repaired,
        CancellationToken cancellation
    )
    {
        SyntaxTree? tree = null;
        for (var round = 0; ; round++)
        {
            // Of a closed document the findings are known; its text is read only where there is something to repair.
            var current = tree is null ? document : Document.Open(document.Path, document.Version ?? 0, tree);
            var chosen = WithoutOverlap(DocumentAnalysis.DiagnoseRepairable(snapshot, current).Where(choose));
            cancellation.ThrowIfCancellationRequested();
            if (chosen.Count == 0 || current.GetTree() is not { } before || round >= MaxRounds + (before.Text.Length / RepairsARound))
            {
                break;
            }
            tree = before.WithChanges([.. chosen.SelectMany(diagnostic => diagnostic.Repair!.Changes)]);
            chosen.ForEach(repaired);
        }
        return tree;
    }

    /// <summary>The changes of all repairs that leave each other alone, by place; where two overlap, the earlier one is taken.</summary>
    public static ImmutableArray<TextChange> Combine(IEnumerable<Diagnostic> diagnostics) =>
        [.. WithoutOverlap(diagnostics).SelectMany(diagnostic => diagnostic.Repair!.Changes)];

    private static List<Diagnostic> WithoutOverlap(IEnumerable<Diagnostic> diagnostics)
    {
        var chosen = new List<Diagnostic>();
        var free = -1;
        foreach (
            var diagnostic in diagnostics
                .Where(diagnostic => diagnostic.Repair is not null)
                .OrderBy(diagnostic => diagnostic.Repair!.Changes[0].Span)
        )
        {
            // A change may not even touch the one before it: two insertions at one place have no order.
            if (diagnostic.Repair!.Changes[0].Span.Start > free)
            {
                chosen.Add(diagnostic);
                free = diagnostic.Repair.Changes[^1].Span.End;
            }
        }
        return chosen;
    }
}
