using System.Collections.Immutable;
using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG1008.</summary>
public class UntidyLineRuleTests
{
    private const string Tidy = $"new\n\nSubscribe\n\nMar 11\n\nListening for Voles\n\n{Owls}\n\nWhat a Bell Remembers\n\n{Bells}\n";

    [Fact]
    public void A_tidy_file_has_no_finding() => RuleChecks.Check(Tidy);

    [Fact]
    public void A_last_line_needs_no_end() => RuleChecks.Check(Tidy.TrimEnd('\n'));

    [Fact]
    public void White_space_at_the_end_of_a_line_is_removed()
    {
        var findings = RuleChecks.CheckRepair(
            $"Mar 11{{|DG1008: |}}\n\nListening for Voles{{|DG1008:\t\u00A0 |}}\nnote: a{{|DG1008: |}}\n\n{Owls}{{|DG1008:  |}}",
            $"Mar 11\n\nListening for Voles\nnote: a\n\n{Owls}"
        );
        Assert.Equal("White space stands at the end of this line", findings[0].Message);
    }

    [Fact]
    public void One_blank_line_stands_between_two_lines()
    {
        var findings = RuleChecks.CheckRepair(
            $"Mar 11\n\n{{|DG1008:\n|}}Listening for Voles\n\n{Owls}\n\n{{|DG1008:\n\n|}}What a Bell Remembers\n\n{Bells}\n{{|DG1008:\n|}}",
            $"Mar 11\n\nListening for Voles\n\n{Owls}\n\nWhat a Bell Remembers\n\n{Bells}\n"
        );
        Assert.Equal(
            ["One blank line too many follows", "2 blank lines too many follow", "One blank line too many follows"],
            findings.Select(finding => finding.Message)
        );
    }

    [Fact]
    public void Blank_lines_above_the_first_line_go() =>
        RuleChecks.CheckRepair($"{{|DG1008:\n \n|}}Mar 11\n\nListening for Voles\n\n{Owls}", $"Mar 11\n\nListening for Voles\n\n{Owls}");

    [Fact]
    public void A_byte_order_mark_stays() =>
        RuleChecks.CheckRepair(
            $"\uFEFF{{|DG1008:\n|}}Mar 11\n\nListening for Voles\n\n{Owls}",
            $"\uFEFFMar 11\n\nListening for Voles\n\n{Owls}"
        );

    [Fact]
    public void What_is_wrong_between_two_lines_is_one_finding()
    {
        var finding = Assert.Single(
            RuleChecks.CheckRepair(
                $"Mar 11\n\nListening for Voles{{|DG1008: \n \t\n  \n|}}{Owls}",
                $"Mar 11\n\nListening for Voles\n\n{Owls}"
            )
        );
        Assert.Equal("White space stands at the end of this line; one blank line too many follows", finding.Message);
    }

    [Theory]
    [InlineData("\n", "\r\n", "CRLF", "LF")]
    [InlineData("\n", "\r", "CR", "LF")]
    [InlineData("\r\n", "\n", "LF", "CRLF")]
    [InlineData("\r\n", "\r", "CR", "CRLF")]
    [InlineData("\r", "\n", "LF", "CR")]
    public void Lines_end_as_most_of_the_file_do(string usual, string odd, string oddName, string usualName)
    {
        var before = "Mar 11\n\nListening for Voles\n\n".Replace("\n", usual);
        var after = $"\n\nWhat a Bell Remembers\n\n{Bells}\n".Replace("\n", usual);
        var (snapshot, document) = Open($"{before}{Owls}{odd}{odd}Why Glaciers Drain{usual}{usual}{Glaciers}{after}");

        var finding = Assert.Single(DocumentAnalysis.Diagnose(snapshot, document));
        var repaired = FixAll.Repair(snapshot, document, static _ => true)!;

        Assert.Equal($"This line ends in {oddName}, most of the file's in {usualName}", finding.Message);
        Assert.Equal((before.Length + Owls.Length, 2 * odd.Length), (finding.Span.Start, finding.Span.Length));
        Assert.Equal($"{before}{Owls}{usual}{usual}Why Glaciers Drain{usual}{usual}{Glaciers}{after}", repaired.Text.ToString());
    }

    [Fact]
    public void Of_two_kinds_as_many_the_one_that_more_programs_write_is_right()
    {
        var (snapshot, document) = Open($"Mar 11\r\n\r\nListening for Voles\n\n{Owls}");

        Assert.Equal($"Mar 11\n\nListening for Voles\n\n{Owls}", FixAll.Repair(snapshot, document, static _ => true)!.Text.ToString());
    }

    [Theory]
    [InlineData("Schr{|DG1008:\u007F|}odinger", "Schrodinger")]
    [InlineData("owls{|DG1008:\u0001\u0002|} hear", "owls hear")]
    [InlineData("owls.{|DG1008:\u000B|}Voles", "owls. Voles")]
    [InlineData("owls{|DG1008:\u0081|} hear", "owls hear")]
    [InlineData("ef{|DG1008:\u000C|}cient", "ef\u000Ccient")]
    public void Control_characters_are_found_in_the_text(string marked, string repaired) =>
        RuleChecks.CheckRepair(
            $"Mar 11\n\nListening for Voles\n\n{Owls} {marked}.",
            $"Mar 11\n\nListening for Voles\n\n{Owls} {repaired}."
        );

    [Fact]
    public void Findings_of_lines_that_nobody_touched_stay_as_they_are()
    {
        var text = $"Mar 11\n\nListening for Voles \n\n{Owls}\n\nWhat a Bell Remembers\n\n{Bells}\n\nWhy Glaciers Drain\n\n{Glaciers}\n";
        var workspace = new Workspace();
        workspace.Open("a", 1, text);
        var before = Messages();
        workspace.Change("a", 2, [new(new(new(8, 0), new(8, 0)), "It ")]);

        var after = Messages();

        Assert.Same(Assert.Single(before), Assert.Single(after));

        string[] Messages() =>
            [
                .. DocumentAnalysis
                    .Diagnose(workspace.Current, workspace.Current.GetDocument("a")!)
                    .Where(finding => finding.Descriptor.Id == "DG1008")
                    .Select(finding => finding.Message),
            ];
    }

    [Fact]
    public void A_last_entry_that_gets_a_successor_may_end_in_a_blank_line()
    {
        var workspace = new Workspace();
        workspace.Open("a", 1, $"Mar 11\n\nListening for Voles\n\n{Owls}\n\n");
        Assert.Single(Diagnose());

        workspace.Change("a", 2, [new(new(new(6, 0), new(6, 0)), $"What a Bell Remembers\n\n{Bells}")]);

        Assert.Empty(Diagnose());

        ImmutableArray<Diagnostic> Diagnose() => DocumentAnalysis.Diagnose(workspace.Current, workspace.Current.GetDocument("a")!);
    }

    private static (Snapshot Snapshot, Document Document) Open(string text)
    {
        var snapshot = new Workspace().Open("a", 1, text);
        return (snapshot, snapshot.GetDocument("a")!);
    }
}
