using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG1005.</summary>
public class BrokenParagraphRuleTests
{
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
}
