using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG2003: nearly the same paper stands in an earlier digest.</summary>
public sealed class NearDuplicateRule : Rule, ICopyRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } = new("DG2003", "Near-duplicate of an earlier paper", RuleSeverity.Warning);

    /// <inheritdoc/>
    public void Analyze(CopiedPaper paper, ReportCopyFinding report)
    {
        if (paper.KindAcrossDigests != DuplicateKind.Near)
        {
            return;
        }
        var earlier = paper.Earlier!.Value;
        var difference = Difference(paper.Place, earlier.Place);
        report(
            paper.Place.Paper.Head,
            $"Nearly the same paper ({CopyWording.Percent(earlier.Match.Score)} of the wording) stands in {CopyWording.Of(earlier.Place)}"
                + CopyWording.AndMore(paper.Copies.Length - 1)
                + (difference is null ? string.Empty : $": {difference}"),
            paper.Copies
        );
    }

    private static string? Difference(PaperPlace here, PaperPlace there) =>
        here.GetSyntax() is { } ours && there.GetSyntax() is { } theirs
            ? TextDifference.Describe(ours.Abstract?.Text ?? string.Empty, theirs.Abstract?.Text ?? string.Empty)
                ?? TextDifference.Describe(ours.Title?.Text ?? string.Empty, theirs.Title?.Text ?? string.Empty)
            : null;
}
