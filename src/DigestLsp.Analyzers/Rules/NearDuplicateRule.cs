using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG2003: nearly the same paper stands in an earlier digest.</summary>
public sealed class NearDuplicateRule : EarlierCopyRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } = new("DG2003", "Near-duplicate of an earlier paper", RuleSeverity.Warning);

    /// <inheritdoc/>
    protected override bool Concerns(bool withinDigest, DuplicateKind kind) => !withinDigest && kind == DuplicateKind.Near;

    /// <inheritdoc/>
    protected override string Describe(PaperPlace here, PaperCopy earlier, string andMore)
    {
        var message =
            $"Nearly the same paper ({CopyWording.Percent(earlier.Match.Score)} of the wording) stands in {CopyWording.Of(earlier.Place, here.Document)}{andMore}";
        return Difference(here, earlier.Place, PaperParts.Title | PaperParts.Abstract) is { } difference
            ? $"{message}: {difference}"
            : message;
    }

    /// <inheritdoc/>
    private protected override IEnumerable<CodeFix?> GetFixes(FixContext context, PaperCopy earlier) =>
        TakeEither(context, earlier, PaperParts.Title | PaperParts.Abstract, "text");
}
