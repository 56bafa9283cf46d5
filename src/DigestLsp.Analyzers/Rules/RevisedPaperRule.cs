using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG2004: an earlier digest has the same title over another abstract.</summary>
public sealed class RevisedPaperRule : EarlierCopyRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } = new("DG2004", "Same title, another abstract", RuleSeverity.Warning);

    /// <inheritdoc/>
    protected override bool Concerns(bool withinDigest, DuplicateKind kind) => !withinDigest && kind == DuplicateKind.Revised;

    /// <inheritdoc/>
    protected override string Describe(PaperPlace here, PaperCopy earlier, string andMore) =>
        $"The same title stands {Over(here, earlier)} in {CopyWording.Of(earlier.Place, here.Document)}{andMore}";

    private static string Over(PaperPlace here, PaperCopy there) =>
        there.Place.Paper.Facts.AbstractWordCount == 0 ? "without an abstract"
        : here.Paper.Facts.AbstractWordCount == 0 ? "with its abstract"
        : $"over another abstract ({CopyWording.Percent(there.Match.Score)} of the wording is the same)";

    /// <inheritdoc/>
    private protected override IEnumerable<CodeFix?> GetFixes(FixContext context, PaperCopy earlier) =>
        TakeEither(context, earlier, PaperParts.Abstract, "abstract");
}
