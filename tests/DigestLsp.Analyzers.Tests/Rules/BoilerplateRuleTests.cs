using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG1001.</summary>
public class BoilerplateRuleTests
{
    [Theory]
    [InlineData("Abstract")]
    [InlineData("Abstract:")]
    [InlineData("ABSTRACT.")]
    public void A_heading_between_a_title_and_its_abstract_is_removed(string heading) =>
        CheckRepair(
            $$"""
            Mar 11

            {|DG1003:Listening for Voles|}

            {|DG1001:{{heading}}

            |}{|DG1004:{{Owls[..45]}}|}{{Owls[45..]}}

            """,
            $"Mar 11\n\nListening for Voles\n\n{Owls}\n"
        );

    [Fact]
    public void A_banner_among_the_papers_is_removed()
    {
        var findings = CheckRepair(
            $$"""
            new

            Subscribe

            Mar 11

            Listening for Voles

            {{Owls}}

            {|DG1001:Get trending papers in your email inbox!

            |}{|DG1001:Subscribe

            |}What a Bell Remembers

            {{Bells}}
            """,
            $$"""
            new

            Subscribe

            Mar 11

            Listening for Voles

            {{Owls}}

            What a Bell Remembers

            {{Bells}}
            """
        );
        Assert.All(findings, finding => Assert.True(finding.Repair!.IsSafe));
        Assert.Equal("This line belongs to the banner of a web page and stands among the papers", findings[0].Message);
    }

    [Theory]
    [InlineData("Upvote 12", true)]
    [InlineData("Read more", true)]
    [InlineData("Published on Mar 11", true)]
    [InlineData("* * *", true)]
    [InlineData("-----", true)]
    [InlineData("Submitted by barnowl", false)]
    [InlineData("12", false)]
    [InlineData("?!", false)]
    public void What_pages_put_between_entries_is_removed(string line, bool isSafe)
    {
        var finding = Assert.Single(
            CheckRepair(
                $$"""
                Mar 11

                Listening for Voles

                {{Owls}}

                {|DG1001:{{line}}

                |}What a Bell Remembers

                {{Bells}}
                """,
                $$"""
                Mar 11

                Listening for Voles

                {{Owls}}

                What a Bell Remembers

                {{Bells}}
                """
            )
        );
        Assert.Equal(isSafe, finding.Repair!.IsSafe);
        Assert.Equal("This line is no part of any paper; it looks like what a web page puts between entries", finding.Message);
    }

    [Fact]
    public void The_blank_line_below_stays_where_there_is_none_above() =>
        CheckRepair(
            $$"""
            Mar 11

            Listening for Voles

            {{Owls}}
            {|DG1001:Upvote 12
            |}
            What a Bell Remembers

            {{Bells}}
            """,
            $$"""
            Mar 11

            Listening for Voles

            {{Owls}}

            What a Bell Remembers

            {{Bells}}
            """
        );

    [Fact]
    public void The_last_line_of_a_file_may_lack_its_end() =>
        CheckRepair($"Mar 11\n\nListening for Voles\n\n{Owls}\n{{|DG1001:  ---|}}", $"Mar 11\n\nListening for Voles\n\n{Owls}\n");

    [Fact]
    public void A_line_that_no_banner_is_known_to_have_is_removed_on_request()
    {
        var findings = CheckRepair(
            $$"""
            {|DG1001:The Weekly Owl

            |}Subscribe

            {|DG1001:Papers that we liked.

            |}Mar 11

            Listening for Voles

            {{Owls}}
            """,
            $$"""
            Subscribe

            Mar 11

            Listening for Voles

            {{Owls}}
            """
        );
        Assert.All(findings, finding => Assert.False(finding.Repair!.IsSafe));
        Assert.Equal("No known banner has this line, and no abstract makes it a title", findings[0].Message);
    }

    [Fact]
    public void A_file_of_several_digests_has_several_banners() =>
        Check(
            $$"""
            new
            Subscribe
            Mar 11

            Listening for Voles

            {{Owls}}

            new
            Subscribe

            {|DG1001:The Weekly Owl

            |}Daily Papers

            Mar 12

            What a Bell Remembers

            {{Bells}}
            """
        );

    [Theory]
    [InlineData("Muonium")]
    [InlineData("P = NP?")]
    [InlineData("1984")]
    [InlineData("New Papers")]
    [InlineData("Share and Share Alike")]
    public void A_title_that_looks_odd_is_no_boilerplate(string title) =>
        Check(
            $$"""
            Mar 11

            Listening for Voles

            {{Owls}}

            {{title}}

            {{Bells}}
            """
        );

    [Fact]
    public void A_banner_without_papers_or_below_the_date_is_in_its_place() =>
        Check(
            $$"""
            Subscribe

            Mar 11

            Daily Papers

            Listening for Voles

            {{Owls}}
            """
        );
}
