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
            var shared = CopyWording.Percent(earlier.Match.Score);
            report(
                paper.Place.Paper.Head,
                $"The same title stands over another abstract ({shared} of the wording is the same) in {CopyWording.Of(earlier.Place)}"
                    + CopyWording.AndMore(paper.Copies.Length - 1),
                paper.Copies
            );
        }
    }
}
