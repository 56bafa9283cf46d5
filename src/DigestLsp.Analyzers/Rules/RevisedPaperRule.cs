using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG2004: an earlier digest has the same title over another abstract.</summary>
public sealed class RevisedPaperRule : Rule, ICopyRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } = new("DG2004", "Same title, another abstract", RuleSeverity.Warning);

    /// <inheritdoc/>
    public void Analyze(CopiedPaper paper, ReportCopyFinding report)
    {
        if (paper.KindAcrossDigests == DuplicateKind.Revised)
        {
            var earlier = paper.Earlier!.Value;
            report(
                paper.Place.Paper.Head,
                $"The same title stands {Over(paper.Place, earlier)} in {CopyWording.Of(earlier.Place)}"
                    + CopyWording.AndMore(paper.Copies.Length - 1),
                paper.Copies
            );
        }
    }

    private static string Over(PaperPlace here, PaperCopy there) =>
        there.Place.Paper.Facts.AbstractWordCount == 0 ? "without an abstract"
        : here.Paper.Facts.AbstractWordCount == 0 ? "with its abstract"
        : $"over another abstract ({CopyWording.Percent(there.Match.Score)} of the wording is the same)";
}
