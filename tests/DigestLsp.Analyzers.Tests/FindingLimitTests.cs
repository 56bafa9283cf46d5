using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Text of which nobody could read all findings.</summary>
public class FindingLimitTests
{
    private const int Faults = 5 * Collector.MaxFindings;

    [Fact]
    public void A_rule_is_stopped_and_the_others_go_on()
    {
        var (workspace, document) = Open("A bell &amp; an owl , ");

        var findings = DocumentAnalysis.Diagnose(workspace.Current, document).ToLookup(finding => finding.Descriptor.Id);

        Assert.Equal(Collector.MaxFindings, findings["DG3004"].Count());
        Assert.Equal(Collector.MaxFindings, findings["DG3008"].Count());
        Assert.Empty(findings[RuleFailed.Descriptor.Id]);
    }

    [Fact]
    public void Another_paper_has_as_many_again()
    {
        var rule = new ManyFindingsRule();
        var workspace = new Workspace();
        var document = workspace.Open("/a.digest", 1, "Mar 1\n\nWhat a Bell Remembers\n\nWe ring a bell.\n").GetDocument("/a.digest")!;

        // One rule of papers and of prose: the paper, its title and its abstract.
        Assert.Equal(3 * Collector.MaxFindings, DocumentAnalysis.Diagnose(workspace.Current, document, new RuleSet([rule])).Length);
    }

    [Theory]
    [InlineData("A bell &amp; an owl. ", "A bell & an owl. ")]
    [InlineData("&gt;", ">")]
    [InlineData("An owl , a bell and {\\em a vole}. ", "An owl, a bell and a vole. ")]
    public void All_of_it_is_mended(string fault, string mended)
    {
        var (workspace, document) = Open(fault);

        var tree = FixAll.Repair(workspace.Current, document, static _ => true)!;

        Assert.Equal(Text(mended), tree.Text.ToString());
    }

    private static (Workspace Workspace, Document Document) Open(string fault)
    {
        var workspace = new Workspace();
        return (workspace, workspace.Open("/a.digest", 1, Text(fault)).GetDocument("/a.digest")!);
    }

    private static string Text(string fault) =>
        $"Mar 1\n\nWhat a Bell Remembers\n\nWe ring it. {string.Concat(Enumerable.Repeat(fault, Faults))}That is all.\n";

    private sealed class ManyFindingsRule : IProseRule, IPaperRule
    {
        public DiagnosticDescriptor Descriptor { get; } = new("DG9998", "Finds much", RuleSeverity.Error);

        public CharacterPairs Triggers => CharacterPairs.All;

        public void Analyze(Prose prose, ReportFinding report) => Report(report);

        public void Analyze(DigestLsp.Syntax.PaperSyntax paper, ReportFinding report) => Report(report);

        private static void Report(ReportFinding report)
        {
            for (var i = 0; i < Faults; i++)
            {
                report(new(0, 1), $"Finding {i}");
            }
        }
    }
}
