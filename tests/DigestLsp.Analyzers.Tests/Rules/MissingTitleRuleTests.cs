using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG1004.</summary>
public class MissingTitleRuleTests
{
    [Fact]
    public void The_first_sentence_of_an_abstract_without_title_tells()
    {
        var finding = Assert.Single(
            Check(
                $$"""
                Mar 11

                {|DG1004:Nobody had counted the swifts of the old mill.|} {{Owls}}

                What a Bell Remembers

                {{Bells}}
                """
            )
        );
        Assert.Equal("No title precedes this abstract", finding.Message);
    }

    [Fact]
    public void A_long_first_sentence_is_underlined_up_to_a_word() =>
        Check(
            $$"""
            Mar 11

            {|DG1004:Nobody had counted the swifts of the old mill before the miller's children did, with a net, a notebook and a ladder that|} was too short for the purpose and too heavy for them. {{Owls}}
            """
        );

    [Fact]
    public void A_long_first_word_is_never_cut_within_a_character()
    {
        var notes = string.Concat(Enumerable.Repeat("\U0001D11E", 59));
        Check(
            $$"""
            Mar 11

            {|DG1004:x{{notes}}|}{{string.Concat(Enumerable.Repeat("\U0001D11E", 60))}} is how the choir begins. {{Bells}}
            """
        );
    }

    [Fact]
    public void An_abstract_after_a_whole_paper_lost_its_title() =>
        Check(
            $$"""
            Mar 11

            Listening for Voles

            {{Owls}}

            {|DG1004:A cast bell rings at partials that its founder chose by hand.|} {{Bells[
                "A cast bell rings at partials that its founder chose by hand. ".Length..
            ]}}
            """
        );

    [Fact]
    public void A_stray_line_makes_no_title_of_later_abstracts() =>
        Check(
            $$"""
            Mar 11

            Listening for Voles

            {{Owls}}

            {|DG1001:* * *

            |}What a Bell Remembers

            {{Bells}}

            Lakes That Leave

            {{Glaciers}}
            """
        );
}
