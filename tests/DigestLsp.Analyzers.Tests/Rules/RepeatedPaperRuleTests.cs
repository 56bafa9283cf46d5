using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG2002.</summary>
public class RepeatedPaperRuleTests
{
    [Fact]
    public void A_paper_that_stands_twice_tells_at_the_second_place()
    {
        var finding = Check("What a Bell Remembers of Its Founder", Bells);

        Assert.Equal("This paper stands in this digest already, at line 3", finding.Message);
        Assert.Equal("the same paper", Assert.Single(finding.Related).Message);
        Assert.True(finding.Descriptor.IsRedundancy);
    }

    [Fact]
    public void Another_title_over_the_same_abstract_is_a_repetition()
    {
        var finding = Check("Hearing the Wall of a Bell", Bells);

        Assert.Equal("The same abstract stands in this digest already under another title, at line 3", finding.Message);
    }

    [Fact]
    public void Another_abstract_under_the_same_title_is_a_repetition()
    {
        var finding = Check("What a Bell Remembers of Its Founder", Recipes);

        Assert.Equal("The same title stands in this digest already over another abstract, at line 3", finding.Message);
    }

    [Fact]
    public void Almost_the_same_abstract_is_a_repetition()
    {
        var finding = Check("What a Bell Remembers of Its Founder", Bells.Replace("thirty", "forty", StringComparison.Ordinal));

        Assert.Matches("^Nearly the same paper \\(9[0-9] % of the wording\\) stands in this digest already, at line 3$", finding.Message);
    }

    [Fact]
    public void The_same_digest_comes_before_others_and_other_sections_do_not_matter()
    {
        var finding = Assert.Single(
            RuleChecks.Check(
                ("a.digest", $"Mar 10\n\nLakes That Leave\n\n{Glaciers}\n\nListening for Voles\n\n{Owls}"),
                (
                    "b.digest",
                    $$"""
                    Mar 11

                    What a Bell Remembers of Its Founder

                    {{Bells}}

                    Mar 12

                    {|DG2002:What a Bell Remembers of Its Founder|}

                    {{Bells}}
                    """
                )
            )
        );
        Assert.Equal("This paper stands in this digest already, at line 3", finding.Message);
    }

    [Fact]
    public void A_paper_that_recurs_and_then_is_repeated_has_one_finding_a_place()
    {
        var findings = RuleChecks.Check(
            ("a.digest", $"Mar 10\n\nWhat a Bell Remembers of Its Founder\n\n{Bells}"),
            (
                "b.digest",
                $$"""
                Mar 11

                {|DG2001:What a Bell Remembers of Its Founder|}

                {{Bells}}

                {|DG2002:What a Bell Remembers of Its Founder|}

                {{Bells}}
                """
            )
        );
        Assert.Equal(
            [
                "This paper stands in an earlier digest too: a.digest, line 3 and in 1 more place",
                "This paper stands in this digest already, at line 3 and in 1 more place",
            ],
            findings.Select(finding => finding.Message)
        );
    }

    private static Diagnostic Check(string title, string text) =>
        Assert.Single(
            RuleChecks.Check(
                $$"""
                Mar 11

                What a Bell Remembers of Its Founder

                {{Bells}}

                Listening for Voles

                {{Owls}}

                {|DG2002:{{title}}|}

                {{text}}
                """
            )
        );
}
