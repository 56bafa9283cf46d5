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
        var findings = new Collector();
        var isCatalog = rules == RuleCatalog.Rules;
        for (var paper = tree.Root.WalkPapers(); isCatalog ? paper.MoveNext<HasFindings>() : paper.MoveNext(); )
        {
            foreach (var finding in Of(paper, rules))
            {
                findings.Add(ContinuedAbstract.Reread(finding.Shift(paper.Start), tree.Root, paper.Index));
            }
        }
        foreach (var rule in rules.OfDigests)
        {
            findings.Run(rule, () => rule.Analyze(tree.Root, findings.Report), tree.Text.GetLineSpan(0));
        }
        return findings.Drain();
    }

    /// <summary>Findings with positions relative to the paper.</summary>
    private static ImmutableArray<Finding> Of(PaperWalk paper, RuleSet rules) =>
        rules == RuleCatalog.Rules ? OfPaper.Of(paper).Findings : PaperFindings.Of(paper.ToSyntax(), rules);

    private readonly struct HasFindings : IPaperTrait
    {
        public static bool IsOf(PaperWalk paper) => !OfPaper.Of(paper).Findings.IsEmpty;
    }

    /// <summary>What is kept with a document.</summary>
    internal sealed record OfDocument(ImmutableArray<Finding> Findings);

    /// <summary>What is kept with a paper.</summary>
    private sealed record OfPaper(ImmutableArray<Finding> Findings)
    {
        private static readonly OfPaper Nothing = new([]);

        public static OfPaper Of(PaperWalk paper) => paper.GetOrAttach(static paper => From(PaperFindings.Of(paper, RuleCatalog.Rules)));

        private static OfPaper From(ImmutableArray<Finding> findings) => findings.IsEmpty ? Nothing : new(findings);
    }
}
