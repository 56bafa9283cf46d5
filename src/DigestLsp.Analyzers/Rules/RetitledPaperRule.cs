using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG2005: an earlier digest has the same abstract under another title.</summary>
public sealed class RetitledPaperRule : Rule, ICopyRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } = new("DG2005", "Same abstract, another title", RuleSeverity.Warning);

    /// <inheritdoc/>
    public void Analyze(CopiedPaper paper, ReportCopyFinding report)
    {
        if (paper.KindAcrossDigests == DuplicateKind.Retitled)
        {
            var earlier = paper.Earlier!.Value.Place;
            report(
                paper.Place.Paper.Head,
                $"The same abstract stands under another title, ‘{earlier.Document.GetHead(earlier.Index)}’, in {CopyWording.Of(earlier)}"
                    + CopyWording.AndMore(paper.Copies.Length - 1),
                paper.Copies
            );
        }
    }
}
