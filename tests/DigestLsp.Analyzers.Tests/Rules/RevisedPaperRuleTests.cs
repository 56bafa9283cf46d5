using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG2004.</summary>
public class RevisedPaperRuleTests
{
    private const string Rewritten =
        "We hear a bell's wall in one strike. The shell model of our first version is gone; a table of two hundred bells, each rung once and "
        + "then measured with a caliper by the bell ringers themselves, gives the same answer in a tenth of the time and says how sure it is. "
        + "What it cannot hear are repairs, and it takes a welded bell for one that was cast last year.";

    [Fact]
    public void Another_abstract_under_the_same_title_tells()
    {
        var finding = Assert.Single(
            Check(
                ("march.digest", $"Mar 11\n\nWhat a Bell Remembers: Walls from Strikes\n\n{Bells}"),
                ("april.digest", $"Apr 2\n\n{{|DG2004:What a Bell Remembers: Walls from Strikes|}}\n\n{Rewritten}")
            )
        );
        Assert.Matches(
            "^The same title stands over another abstract \\(\\d+ % of the wording is the same\\) in march.digest, line 3$",
            finding.Message
        );
        Assert.Equal("the same title over another abstract", Assert.Single(finding.Related).Message);
    }

    [Fact]
    public void A_title_that_lost_its_abstract_is_told_where_it_is()
    {
        var findings = Check(
            ("march.digest", $"Mar 11\n\nWhat a Bell Remembers: Walls from Strikes\n\n{Bells}"),
            ("april.digest", "Apr 2\n\n{|DG1003:{|DG2004:What a Bell Remembers: Walls from Strikes|}|}")
        );
        Assert.Equal("The same title stands with its abstract in march.digest, line 3", findings[1].Message);
    }

    [Fact]
    public void A_title_whose_first_place_has_no_abstract_tells_that()
    {
        var findings = Check(
            ("march.digest", "Mar 11\n\n{|DG1003:What a Bell Remembers: Walls from Strikes|}"),
            ("april.digest", $"Apr 2\n\n{{|DG2004:What a Bell Remembers: Walls from Strikes|}}\n\n{Bells}")
        );
        Assert.Equal("The same title stands without an abstract in march.digest, line 3", findings[1].Message);
    }

    [Fact]
    public void A_title_of_two_words_may_name_two_papers() =>
        Check(("march.digest", $"Mar 11\n\nOn Memory\n\n{Bells}"), ("april.digest", $"Apr 2\n\nOn Memory\n\n{Owls}"));

    [Fact]
    public void Parts_of_a_series_are_papers_of_their_own() =>
        Check(
            ("march.digest", $"Mar 11\n\nWhat a Bell Remembers, Part I\n\n{Bells}"),
            ("april.digest", $"Apr 2\n\nWhat a Bell Remembers, Part II\n\n{Rewritten}")
        );
}
