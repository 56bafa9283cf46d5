using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG1006.</summary>
public class MissingBlankLineRuleTests
{
    [Fact]
    public void A_title_and_its_abstract_run_together()
    {
        var finding = Assert.Single(
            Check(
                $$"""
                Mar 11

                Listening for {|DG1006:Voles
                Barn|}{{Owls["Barn".Length..]}}
                """
            )
        );
        Assert.Equal("A blank line is missing between this title and the abstract below it", finding.Message);
    }

    [Fact]
    public void An_abstract_and_the_next_title_run_together()
    {
        var finding = Assert.Single(
            Check(
                $$"""
                Mar 11

                Listening for Voles

                {{Owls[..^"else.".Length]}}{|DG1006:else.
                What|} a Bell Remembers

                {{Bells}}
                """
            )
        );
        Assert.Equal("A blank line is missing between this abstract and the title below it", finding.Message);
    }

    [Fact]
    public void A_digest_without_any_blank_line_has_one_finding_a_seam() =>
        Check(
            $$"""
            Mar 11
            Listening for {|DG1006:Voles
            Barn|}{{Owls["Barn".Length..^"else.".Length]}}{|DG1006:else.
            What|} a Bell {|DG1006:Remembers
            A|}{{Bells[1..]}}
            """
        );

    [Fact]
    public void Metadata_stands_between_a_title_and_the_seam() =>
        Check(
            $$"""
            Mar 11

            Listening for Voles
            arxiv: {|DG1006:2603.90001
            Barn|}{{Owls["Barn".Length..]}}
            """
        );

    [Fact]
    public void Banners_and_dates_need_no_blank_lines() =>
        Check(
            $$"""
            new
            Subscribe
            Daily Papers
            Mar 11
            Listening for Voles

            {{Owls}}
            Mar 12
            What a Bell Remembers

            {{Bells}}
            """
        );

    [Fact]
    public void A_blank_line_is_inserted_at_every_seam()
    {
        var findings = CheckRepair(
            $$"""
            Mar 11
            Listening for Voles
            arxiv: {|DG1006:2603.90001{|DG1008:  |}
              Barn|}{{Owls["Barn".Length..^"else.".Length]}}{|DG1006:else.
            What|} a Bell {|DG1006:Remembers
            A|}{{Bells[1..]}}
            """,
            $$"""
            Mar 11
            Listening for Voles
            arxiv: 2603.90001

              {{Owls}}

            What a Bell Remembers

            {{Bells}}
            """
        );
        Assert.All(findings, finding => Assert.True(finding.Repair!.IsSafe));
    }

    [Fact]
    public void A_title_that_would_be_taken_for_a_banner_line_stays_where_it_is() =>
        Assert.Null(
            Assert
                .Single(
                    Check(
                        $$"""
                        Mar 11

                        Listening for Voles

                        {{Owls[..^"else.".Length]}}{|DG1006:else.
                        New|}

                        {{Bells}}
                        """
                    )
                )
                .Repair
        );
}
