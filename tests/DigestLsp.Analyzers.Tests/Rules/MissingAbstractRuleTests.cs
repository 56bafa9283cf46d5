using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG1003.</summary>
public class MissingAbstractRuleTests
{
    [Fact]
    public void A_title_before_another_title_has_no_abstract()
    {
        var finding = Assert.Single(
            Check(
                $$"""
                Mar 11

                {|DG1003:Listening for Voles|}

                What a Bell Remembers

                {{Bells}}
                """
            )
        );
        Assert.Equal("No abstract follows this title", finding.Message);
    }

    [Fact]
    public void A_title_at_the_end_or_before_a_date_has_no_abstract() =>
        Check(
            $$"""
            Mar 11

            What a Bell Remembers

            {{Bells}}

            {|DG1003:Listening for Voles|}

            Mar 12

            {|DG1003:Lakes That Leave|}
            """
        );

    [Fact]
    public void Metadata_is_no_abstract() =>
        Check(
            $$"""
            Mar 11

            {|DG1003:Listening for Voles|}
            arxiv: 2603.90001
            tags: birds, sound

            What a Bell Remembers

            {{Bells}}
            """
        );

    [Theory]
    [InlineData("Owls hear voles under snow; so does this machine.")]
    [InlineData("{|DG3010:Withdrawn.|}")]
    [InlineData("{|DG3010:No abstract available.|}")]
    [InlineData("We give a machine the ears of an owl. It hears voles.")]
    public void An_abstract_may_be_short(string text) =>
        Check(
            $$"""
            Mar 11

            Listening for Voles

            {{text}}

            What a Bell Remembers

            {{Bells}}
            """
        );

    [Theory]
    [InlineData("Do Owls Hear Voles? Do Voles Hear Owls?")]
    [InlineData("Listening for Voles vs. Looking for Voles")]
    [InlineData("OWLS: A Benchmark of Silence?")]
    [InlineData("listening")]
    public void A_title_may_be_unusual(string title) =>
        Check(
            $$"""
            Mar 11

            {{title}}

            {{Owls}}

            What a Bell Remembers

            {{Bells}}
            """
        );
}
