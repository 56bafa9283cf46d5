using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// What a document's own text is found at fault for. A paper's findings are computed once for its text and kept with it, so
/// that typing in one paper runs the rules on one paper.
/// </summary>
internal static class OwnFindings
{
    /// <summary>The findings of a document, computed once; none where its text is no longer to be had.</summary>
    public static ImmutableArray<Finding> Of(Document document) => document.GetOrAttach(Compute).Findings;

    private static Computed Compute(Document document)
    {
        if (document.GetTree() is not { } tree)
        {
            return new([]);
        }
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var paper in tree.Root.Papers)
        {
            foreach (var finding in paper.GetOrAttach(Compute).Findings)
            {
                findings.Add(finding with { Span = finding.Span.Shift(paper.FullSpan.Start) });
            }
        }
        foreach (var rule in RuleCatalog.Digest)
        {
            Guarded.Run((Rule)rule, tree.Root.Span, findings, report => rule.Analyze(tree.Root, report));
        }
        return new(findings.DrainToImmutable());
    }

    /// <summary>Findings with spans relative to the paper.</summary>
    private static ComputedOfPaper Compute(PaperSyntax paper)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var rule in RuleCatalog.Paper)
        {
            Guarded.Run((Rule)rule, paper.HeadSpan, findings, report => rule.Analyze(paper, report));
        }
        var start = paper.FullSpan.Start;
        return new([.. findings.Select(finding => finding with { Span = finding.Span.Shift(-start) })]);
    }

    private sealed record Computed(ImmutableArray<Finding> Findings);

    private sealed record ComputedOfPaper(ImmutableArray<Finding> Findings);
}
