using DigestLsp.Syntax;
using DigestLsp.Workspaces;
using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG0001: a rule that throws.</summary>
public class RuleFailedTests
{
    private const string Text = $"Feb 30\n\nWhat Bell 7 Remembers\n\n{Bells}\n\nListening for Voles\n\n{Owls}";

    [Fact]
    public void A_rule_that_throws_is_a_finding_and_the_others_go_on()
    {
        var workspace = new Workspace();
        workspace.Open(PathOf("march.digest"), 1, Text);
        workspace.Open(PathOf("april.digest"), 1, $"Apr 2\n\nWhat Bell 7 Remembers\n\n{Bells}");

        Assert.Equal(
            [
                ("DG0001", "0:0-0:6", "Rule DG9998 failed here (InvalidOperationException: no digest); its findings may be missing"),
                ("DG1002", "0:0-0:6", "The calendar has no Feb 30"),
                ("DG0001", "2:0-2:21", "Rule DG9998 failed here (InvalidOperationException: no paper); its findings may be missing"),
                ("DG0001", "2:0-2:21", "Rule DG9998 failed here (InvalidOperationException: no prose); its findings may be missing"),
                ("DG0001", "2:0-2:21", "Rule DG9998 failed here (InvalidOperationException: no copy); its findings may be missing"),
                ("DG0001", "6:0-6:19", "Rule DG9998 failed here (InvalidOperationException: no paper); its findings may be missing"),
            ],
            Diagnose("march.digest")
        );
        Assert.Contains(
            ("DG2001", "2:0-2:21", "This paper stands in an earlier digest too: march.digest, line 3"),
            Diagnose("april.digest")
        );

        IEnumerable<(string, string, string)> Diagnose(string name) =>
            DocumentAnalysis
                .Diagnose(
                    workspace.Current,
                    workspace.Current.GetDocument(PathOf(name))!,
                    new RuleSet([new FailingRule(), .. RuleCatalog.All])
                )
                .Select(finding => (finding.Descriptor.Id, finding.Range.ToString(), finding.Message));
    }

    [Fact]
    public void What_a_set_of_rules_finds_is_not_kept_for_another()
    {
        var workspace = new Workspace();
        var document = workspace.Open(PathOf("march.digest"), 1, Text).GetDocument(PathOf("march.digest"))!;

        Assert.Single(DocumentAnalysis.Diagnose(workspace.Current, document));
        Assert.Equal(4, DocumentAnalysis.Diagnose(workspace.Current, document, new RuleSet([new FailingRule()])).Length);
        Assert.Single(DocumentAnalysis.Diagnose(workspace.Current, document));
    }

    [Fact]
    public void Cancellation_is_no_failure()
    {
        var workspace = new Workspace();
        var document = workspace.Open(PathOf("march.digest"), 1, Text).GetDocument(PathOf("march.digest"))!;

        Assert.Throws<OperationCanceledException>(() =>
            DocumentAnalysis.Diagnose(workspace.Current, document, new RuleSet([new CancelledRule()]))
        );
    }

    private sealed class FailingRule : IPaperRule, IProseRule, IDigestRule, ICopyRule
    {
        public DiagnosticDescriptor Descriptor { get; } = new("DG9998", "Fails", RuleSeverity.Error);

        public CharacterPairs Triggers => CharacterPairs.Of(CharacterClass.Digit, CharacterClass.Space);

        public void Analyze(Prose prose, ReportFinding report) => throw new InvalidOperationException("no prose");

        public void Analyze(PaperSyntax paper, ReportFinding report) => throw new InvalidOperationException("no paper");

        public void Analyze(DigestSyntax digest, ReportFinding report) => throw new InvalidOperationException("no digest");

        public void Analyze(CopiedPaper paper, ReportCopyFinding report) => throw new InvalidOperationException("no copy");
    }

    private sealed class CancelledRule : IDigestRule
    {
        public DiagnosticDescriptor Descriptor { get; } = new("DG9998", "Is cancelled", RuleSeverity.Error);

        public void Analyze(DigestSyntax digest, ReportFinding report) => throw new OperationCanceledException();
    }
}
