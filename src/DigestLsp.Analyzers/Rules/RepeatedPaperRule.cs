using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG2002: the paper stands twice in one digest.</summary>
public sealed class RepeatedPaperRule : EarlierCopyRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } =
        new("DG2002", "Paper stands twice in one digest", RuleSeverity.Warning, IsRedundancy: true);

    /// <inheritdoc/>
    protected override bool Concerns(bool withinDigest, DuplicateKind kind) => withinDigest;

    /// <inheritdoc/>
    protected override string Describe(PaperPlace here, PaperCopy earlier, string andMore)
    {
        var line = CopyWording.LineOf(earlier.Place);
        var message = earlier.Match.Kind switch
        {
            DuplicateKind.Exact => $"This paper stands in this digest already, at line {line}",
            DuplicateKind.Retitled => $"The same abstract stands in this digest already under another title, at line {line}",
            DuplicateKind.Revised => $"The same title stands in this digest already over another abstract, at line {line}",
            _ =>
                $"Nearly the same paper ({CopyWording.Percent(earlier.Match.Score)} of the wording) stands in this digest already, at line {line}",
        };
        return message + andMore;
    }

    /// <inheritdoc/>
    private protected override IEnumerable<CodeFix?> GetFixes(FixContext context, PaperCopy earlier)
    {
        var line = CopyWording.LineOf(earlier.Place);
        yield return CopyFixes.Remove(context.Snapshot, context.Place, earlier.Place, $"Remove this copy; keep that at line {line}");
        if (earlier.Match.Kind != DuplicateKind.Exact)
        {
            yield return CopyFixes.Remove(context.Snapshot, earlier.Place, context.Place, $"Keep this copy; remove that at line {line}");
        }
    }
}
