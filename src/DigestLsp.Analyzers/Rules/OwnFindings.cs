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
    public static ImmutableArray<Finding> Of(Document document, RuleSet rules) =>
        rules == RuleCatalog.Rules
            ? document.GetOrAttach(static document => new OfDocument(Compute(document, RuleCatalog.Rules))).Findings
            : Compute(document, rules);

    private static ImmutableArray<Finding> Compute(Document document, RuleSet rules)
    {
        if (document.GetTree() is not { } tree)
        {
            return [];
        }
        var findings = ImmutableArray.CreateBuilder<Finding>();
        for (var paper = tree.Root.WalkPapers(); paper.MoveNext(); )
        {
            foreach (var finding in Of(paper, rules))
            {
                findings.Add(finding with { Span = finding.Span.Shift(paper.Start) });
            }
        }
        foreach (var rule in rules.OfDigests)
        {
            Guarded.Run(rule, tree.Text.GetLineSpan(0), findings, () => rule.Analyze(tree.Root, Report(rule)));
        }
        return findings.DrainToImmutable();

        ReportFinding Report(IRule rule) => (span, message) => findings.Add(new(rule.Descriptor, span, message, []));
    }

    /// <summary>Findings with spans relative to the paper.</summary>
    private static ImmutableArray<Finding> Of(PaperWalk paper, RuleSet rules) =>
        rules == RuleCatalog.Rules
            ? paper.GetOrAttach(static paper => new OfPaper(Compute(paper, RuleCatalog.Rules))).Findings
            : Compute(paper.ToSyntax(), rules);

    private static ImmutableArray<Finding> Compute(PaperSyntax paper, RuleSet rules)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var rule in rules.OfPapers)
        {
            Guarded.Run(rule, paper.HeadSpan, findings, () => rule.Analyze(paper, Report(rule)));
        }
        var start = paper.FullSpan.Start;
        return [.. findings.Select(finding => finding with { Span = finding.Span.Shift(-start) })];

        ReportFinding Report(IRule rule) => (span, message) => findings.Add(new(rule.Descriptor, span, message, []));
    }

    /// <summary>What is kept with a document.</summary>
    private sealed record OfDocument(ImmutableArray<Finding> Findings);

    /// <summary>What is kept with a paper.</summary>
    private sealed record OfPaper(ImmutableArray<Finding> Findings);
}
