using DigestLsp.Workspaces;
using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG1005.</summary>
public class BrokenParagraphRuleTests
{
    [Theory]
    [InlineData("Notably,", " a")]
    [InlineData("We also", " note that a")]
    [InlineData("To bridge this", " gap, a")]
    public void A_long_paragraph_that_begins_as_no_abstract_does_reads_on(string opening, string rest) =>
        RuleChecks.Check(
            $"Mar 11\n\nListening for Voles\n\n{Owls[..^5]}{{|DG1005:else.\n\n{opening[..Word(opening)]}|}}{opening[Word(opening)..]}{rest}{Bells[1..]}"
        );

    [Fact]
    public void A_long_paragraph_that_names_what_the_title_coins_goes_on()
    {
        var found = CheckRepair(
            $$"""
            Mar 11

            VoleNet: Listening for Voles

            {{Owls[..^5]}}{|DG1005:else.

            Cooks|}{{Recipes[5..]}} VoleNet hears {|DG1005:both.

            A|}{{Bells[1..]}} VoleNet is quiet.

            {|DG1004:Meltwater lakes on glaciers drain within hours and are rarely seen to do so.|}{{Glaciers[76..]}}
            """,
            $$"""
            Mar 11

            VoleNet: Listening for Voles

            {{Owls}} {{Recipes}} VoleNet hears both. {{Bells}} VoleNet is quiet.

            {{Glaciers}}
            """
        );

        Assert.All(found.Take(2), finding => Assert.False(finding.Repair!.IsSafe));
        Assert.Equal("A blank line splits this abstract; what stands below it goes on with ‘VoleNet’", found[0].Message);
    }

    [Theory]
    [InlineData("VoleNet: Listening for Voles", "\nMar 12\n")]
    [InlineData("VoleNet Listens for Voles", "")]
    [InlineData("{|DG1003:VoleNet: Listening for Voles|}\n\nMice", "")]
    public void What_stands_elsewhere_or_is_nobodys_name_is_no_paragraph_of_it(string title, string between) =>
        Check($"Mar 11\n\n{title}\n\n{Owls}\n{between}\n{{|DG1004:Some owls hear voles.|}} {Recipes} VoleNet hears both.\n");

    private static int Word(string text) => text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : text.Length;

    [Fact]
    public void A_blank_line_splits_an_abstract()
    {
        var finding = Assert.Single(
            Check(
                $$"""
                Mar 11

                Listening for Voles

                {{Owls}} They may listen for the grass that the vole {|DG1005:moves,

                however|} little of it there is, and for the silence that it leaves.
                """
            )
        );
        Assert.Equal("A blank line splits this abstract; an abstract is one paragraph", finding.Message);
    }

    [Fact]
    public void Every_seam_of_an_abstract_tells() =>
        Check(
            $$"""
            Mar 11

            Listening for Voles

            {{Owls}} They may listen for the {|DG1005:grass,

            however|} little of it there is. {{Recipes}} A vole that moves through it cannot be {|DG1005:silent,

            whereas|} a shrew can, as everyone knows who ever kept one. Shrews are harder to find.
            """
        );

    [Fact]
    public void A_paragraph_that_begins_with_however_goes_on_with_the_abstract() =>
        Check(
            $$"""
            Mar 11

            Listening for Voles

            Barn owls find voles under snow by ear alone. We place four microphones in a {|DG1005:field.

            However,|} {{Owls[..1].ToLowerInvariant()}}{{Owls[1..]}}
            """
        );

    [Fact]
    public void Lines_of_a_wrapped_abstract_should_be_one()
    {
        var finding = Assert.Single(
            Check(
                """
                Mar 11

                Listening for Voles

                Barn owls find voles under snow by ear alone. We place four microphones at the {|DG1005:corners
                of a field and ask how much of that skill survives in a machine that cannot turn its
                head.|} A small network locates a rustle within half a metre on still nights.
                """
            )
        );
        Assert.Equal("This abstract is broken over 3 lines; it should be one", finding.Message);
    }

    [Fact]
    public void Long_lines_without_a_blank_one_between_are_one_abstract_too()
    {
        var finding = Assert.Single(
            Check(
                $$"""
                Mar 11

                Listening for Voles

                {{Owls[..^"else.".Length]}}{|DG1005:else.
                A|} cast bell would not disturb them, as a night beside the tower showed, and neither did the four of us, who had brought soup. {{Glaciers}}
                """
            )
        );
        Assert.Equal("A line break splits this abstract; an abstract is one paragraph", finding.Message);
    }

    [Fact]
    public void A_title_over_two_lines_should_be_one()
    {
        var finding = Assert.Single(
            Check(
                $$"""
                Mar 11

                Listening for Voles Under Snow, and What the Wind Does to {|DG1005:It:
                A|} Year with Four Microphones

                {{Owls}}
                """
            )
        );
        Assert.Equal("This title is broken over 2 lines; it should be one", finding.Message);
    }

    [Fact]
    public void One_line_and_its_metadata_are_not_broken() =>
        Check(
            $$"""
            Mar 11

            Listening for Voles
            arxiv: 2603.90001
            tags: birds, sound

            {{Owls}}
            note: read in the reading group
            """
        );

    [Fact]
    public void Wrapped_lines_are_joined_by_spaces()
    {
        var finding = Assert.Single(
            CheckRepair(
                """
                Mar 11

                Listening for Voles

                Barn owls find voles under snow by ear alone. We place four microphones at the {|DG1005:corners
                   of a field and ask how much of that skill survives in a machine that cannot turn its
                head.|} A small network locates a rustle within half a metre on still nights.
                """,
                """
                Mar 11

                Listening for Voles

                Barn owls find voles under snow by ear alone. We place four microphones at the corners of a field and ask how much of that skill survives in a machine that cannot turn its head. A small network locates a rustle within half a metre on still nights.
                """
            )
        );
        Assert.True(finding.Repair!.IsSafe);
    }

    [Theory]
    [InlineData("a long-\nlived", "a long-lived", false)]
    [InlineData("a micro-\nphone", "a micro-phone", false)]
    [InlineData("the pre-\nand post-war", "the pre- and post-war", false)]
    [InlineData("a bell -\nand a church", "a bell - and a church", true)]
    [InlineData("at https://example.org/bells\nand elsewhere", "at https://example.org/bells and elsewhere", false)]
    [InlineData("at https://example.org/bells.\nThey ring", "at https://example.org/bells. They ring", true)]
    [InlineData("two kinds of bell\n- cast", "two kinds of bell - cast", false)]
    [InlineData("two kinds of bell\n(2) cast", "two kinds of bell (2) cast", false)]
    [InlineData("the year\n2 of the study", "the year 2 of the study", true)]
    [InlineData("what counts\nweight: much", "what counts weight: much", false)]
    [InlineData("鐘の音\nは長い", "鐘の音は長い", true)]
    [InlineData("鐘の音\nBells", "鐘の音 Bells", true)]
    public void What_a_line_break_may_have_cut_is_not_joined_unseen(string broken, string joined, bool isSafe)
    {
        var before = "A cast bell rings at partials that its founder chose by hand. We recover the inner profile of ";
        var after = " from the sound of one strike. The method needs a telephone and a quiet church.";

        var repair = Repair($"Mar 11\n\nWhat a Bell Remembers\n\n{before}{broken}{after}\n");

        Assert.Equal(($"Mar 11\n\nWhat a Bell Remembers\n\n{before}{joined}{after}\n", isSafe), repair);
    }

    [Theory]
    [InlineData("Listening for Voles Under Snow, and What\nthe Wind Does to It", true)]
    [InlineData("Listening for Voles Under Snow:\nA Year with Four Microphones", true)]
    [InlineData("Listening for Voles Under Snow\nA. Barn, B. Owl", false)]
    public void What_stands_below_a_title_may_be_no_part_of_it(string title, bool isSafe) =>
        Assert.Equal(($"Mar 11\n\n{title.Replace('\n', ' ')}\n\n{Owls}\n", isSafe), Repair($"Mar 11\n\n{title}\n\n{Owls}\n"));

    [Theory]
    [InlineData("moves,", "however little of it there is.", true)]
    [InlineData("moves.", "However, there is very little of it in any field under snow.", false)]
    public void Paragraphs_are_joined(string end, string beginning, bool isSafe)
    {
        var text = $"Mar 11\n\nListening for Voles\n\n{Owls} They listen for the grass that {end}|{beginning}\n";

        Assert.Equal((text.Replace('|', ' '), isSafe), Repair(text.Replace("|", "\n\n\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_abstract_that_may_have_taken_its_title_in_is_not_joined_unseen()
    {
        var wrapped = Bells.Replace(". ", ".\n", StringComparison.Ordinal);

        Assert.Equal(($"Mar 11\n\n{Bells}\n", false), Repair($"Mar 11\n\n{wrapped}\n"));
    }

    [Fact]
    public void Metadata_between_paragraphs_stays_where_it_is() =>
        Assert.Null(
            Assert
                .Single(
                    Check(
                        $$"""
                        Mar 11

                        Listening for Voles

                        {{Owls}} They may listen for the grass that the vole moves,
                        tags: birds, {|DG1005:sound

                        however|} little of it there is, and for the silence that it leaves.
                        """
                    )
                )
                .Repair
        );

    [Fact]
    public void What_has_thousands_of_lines_is_a_finding_but_is_not_joined()
    {
        var workspace = new Workspace();
        var text = $"Mar 11\n\nListening for Voles\n\n{Owls}\n" + string.Concat(Enumerable.Repeat("hoot\n", 6000));
        var document = workspace.Open("a.digest", 1, text).GetDocument("a.digest")!;

        var finding = DocumentAnalysis.Diagnose(workspace.Current, document).Last(finding => finding.Descriptor.Id == "DG1005");

        Assert.Equal("This abstract is broken over more than 5,000 lines", finding.Message);
        Assert.Null(finding.Repair);
    }

    /// <summary>What all repairs of the rule make of a text, and whether all of them are safe.</summary>
    private static (string Text, bool IsSafe) Repair(string text)
    {
        var workspace = new Workspace();
        var document = workspace.Open("a.digest", 1, text).GetDocument("a.digest")!;
        var findings = DocumentAnalysis.Diagnose(workspace.Current, document).Where(IsOfRule).ToList();
        Assert.NotEmpty(findings);
        return (
            FixAll.Repair(workspace.Current, document, IsOfRule)!.Text.ToString(),
            findings.TrueForAll(finding => finding.Repair!.IsSafe)
        );

        static bool IsOfRule(Diagnostic finding) => finding.Descriptor.Id == "DG1005";
    }
}
