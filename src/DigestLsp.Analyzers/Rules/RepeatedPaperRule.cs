using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG2002: the paper stands twice in one digest.</summary>
public sealed class RepeatedPaperRule : Rule, ICopyRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } =
        new("DG2002", "Paper stands twice in one digest", RuleSeverity.Warning, IsRedundancy: true);

    /// <inheritdoc/>
    public void Analyze(CopiedPaper paper, ReportCopyFinding report)
    {
        if (!paper.IsRepeatedWithinDigest)
        {
            return;
        }
        var earlier = paper.Earlier!.Value;
        var line = earlier.Place.Document.GetLinePositionSpan(earlier.Place.Paper.Head).Start.Line + 1;
        var message = earlier.Match.Kind switch
        {
            DuplicateKind.Exact => $"This paper stands in this digest already, at line {line}",
            DuplicateKind.Retitled => $"The same abstract stands in this digest already under another title, at line {line}",
            DuplicateKind.Revised => $"The same title stands in this digest already over another abstract, at line {line}",
            _ =>
                $"Nearly the same paper ({CopyWording.Percent(earlier.Match.Score)} of the wording) stands in this digest already, at line {line}",
        };
        report(paper.Place.Paper.Head, message + CopyWording.AndMore(paper.Copies.Length - 1), paper.Copies);
    }
}
