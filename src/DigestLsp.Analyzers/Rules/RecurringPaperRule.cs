using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG2001: the paper stands in an earlier digest too.</summary>
public sealed class RecurringPaperRule : EarlierCopyRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } =
        new("DG2001", "Paper stands in an earlier digest", RuleSeverity.Warning, IsRedundancy: true);

    /// <inheritdoc/>
    protected override bool Concerns(bool withinDigest, DuplicateKind kind) => !withinDigest && kind == DuplicateKind.Exact;

    /// <inheritdoc/>
    protected override string Describe(PaperPlace here, PaperCopy earlier, string andMore) =>
        $"This paper stands in an earlier digest too: {CopyWording.Of(earlier.Place, here.Document)}{andMore}";

    /// <inheritdoc/>
    private protected override IEnumerable<CodeFix?> GetFixes(FixContext context, PaperCopy earlier) =>
        [
            CopyFixes.Remove(
                context.Snapshot,
                context.Place,
                earlier.Place,
                $"Remove this copy; keep {CopyWording.Of(earlier.Place, context.Place.Document)}"
            ),
        ];
}
