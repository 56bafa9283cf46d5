using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG1002.</summary>
public class DateLineRuleTests
{
    [Theory]
    [InlineData("Mar 11")]
    [InlineData("March 11, 2026")]
    [InlineData("2026-03-11")]
    [InlineData("Feb 29")]
    [InlineData("Feb 29, 2024")]
    public void A_date_that_the_calendar_has_is_fine(string date) => Check(Digest(date));

    [Theory]
    [InlineData("Feb 30")]
    [InlineData("Apr 31, 2026")]
    [InlineData("Feb 29, 2026")]
    [InlineData("2026-13-01")]
    [InlineData("Mar 0")]
    public void A_date_that_the_calendar_has_not_is_impossible(string date)
    {
        var finding = Assert.Single(Check(Digest($"{{|DG1002:{date}|}}")));
        Assert.Equal($"The calendar has no {date}", finding.Message);
    }

    [Fact]
    public void Without_a_date_line_the_first_paper_tells()
    {
        var finding = Assert.Single(
            Check(
                $$"""
                new

                Subscribe

                {|DG1002:Listening for Voles|}

                {{Owls}}

                What a Bell Remembers

                {{Bells}}
                """
            )
        );
        Assert.Equal("This digest has no date line; write one, such as ‘Mar 11, 2026’, above its first paper", finding.Message);
    }

    [Fact]
    public void Papers_above_the_first_date_line_belong_to_no_day()
    {
        var finding = Assert.Single(
            Check(
                $$"""
                {|DG1002:Listening for Voles|}

                {{Owls}}

                Mar 11

                What a Bell Remembers

                {{Bells}}
                """
            )
        );
        Assert.Equal("This paper stands above the first date line, so that it belongs to no day", finding.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("new\n\nSubscribe\n")]
    [InlineData("* * *\n")]
    public void Where_no_paper_stands_no_date_is_missing(string digest) => Check(digest);

    [Theory]
    [InlineData("Mar 9", "Mar 10", "Mar 11")]
    [InlineData("Mar 11", "Mar 10", "Mar 9")]
    [InlineData("Mar 11", "Mar 11", "Mar 12")]
    [InlineData("Dec 30", "Dec 31", "Jan 2")]
    [InlineData("Jan 2", "Dec 31", "Dec 30")]
    [InlineData("Dec 30, 2025", "Dec 31, 2025", "Jan 2, 2026")]
    [InlineData("2025-12-30", "Dec 31", "Jan 2")]
    [InlineData("Mar 9", "{|DG1002:Mar 32|}", "Mar 11")]
    public void Oldest_first_and_newest_first_are_both_an_order(string first, string second, string third) =>
        Check(Digest(first, second, third));

    [Fact]
    public void A_section_against_the_order_of_the_others_is_out_of_it()
    {
        var later = Assert.Single(Check(Digest("Mar 9", "Mar 11", "{|DG1002:Mar 10|}", "Mar 12")));
        Assert.Equal("The section of Mar 10 is earlier than that of Mar 11 above it, against the order of the others", later.Message);

        var earlier = Assert.Single(Check(Digest("Mar 12", "Mar 10", "{|DG1002:Mar 11|}", "Mar 9")));
        Assert.Equal("The section of Mar 11 is later than that of Mar 10 above it, against the order of the others", earlier.Message);
    }

    [Fact]
    public void A_date_within_an_abstract_is_no_date_line() =>
        Check(
            $$"""
            Mar 11

            Listening for Voles

            Feb 30 is the day on which the owls of this model do not hunt. {{Owls}}
            """
        );

    private static string Digest(params string[] dates)
    {
        var papers = new[]
        {
            $"Listening for Voles\n\n{Owls}",
            $"What a Bell Remembers\n\n{Bells}",
            $"Lakes That Leave\n\n{Glaciers}",
            $"The Step Left Out\n\n{Recipes}",
        };
        return string.Join("\n\n", dates.Zip(papers, (date, paper) => $"{date}\n\n{paper}"));
    }
}
