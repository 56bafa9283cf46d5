using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG2001: the paper stands in an earlier digest too.</summary>
public sealed class RecurringPaperRule : Rule, ICopyRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } =
        new("DG2001", "Paper stands in an earlier digest", RuleSeverity.Warning, IsRedundancy: true);

    /// <inheritdoc/>
    public void Analyze(CopiedPaper paper, ReportCopyFinding report)
    {
        if (paper.KindAcrossDigests == DuplicateKind.Exact)
        {
            var earlier = paper.Earlier!.Value.Place;
            var others = CopyWording.AndMore(paper.Copies.Length - 1);
            report(paper.Place.Paper.Head, $"This paper stands in an earlier digest too: {CopyWording.Of(earlier)}{others}", paper.Copies);
        }
    }
}
