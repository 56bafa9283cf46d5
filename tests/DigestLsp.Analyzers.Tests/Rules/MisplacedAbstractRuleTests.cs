using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3011.</summary>
public class MisplacedAbstractRuleTests
{
    private const string OwlsTitle = "Barn Owls and Microphones: Listening for Voles";
    private const string BellsTitle = "The Inner Profile of a Cast Bell";
    private const string GlaciersTitle = "Meltwater Lakes on Radar Images";
    private const string RecipesTitle = "Recipes, Cooks and Omissions";

    [Fact]
    public void Two_neighbours_have_each_others_abstracts()
    {
        var findings = Check(
            $$"""
            Mar 11

            {{GlaciersTitle}}

            {{Glaciers}}

            {{OwlsTitle}}

            {|DG3011:A cast bell rings at partials that its founder chose by hand.|}{{AfterFirstSentence(Bells)}}

            {{BellsTitle}}

            {|DG3011:Barn owls find voles under snow by ear alone.|}{{AfterFirstSentence(Owls)}}

            {{RecipesTitle}}

            {{Recipes}}
            """
        );
        Assert.Equal(
            [
                $"This abstract seems to belong to the paper below, ‘{BellsTitle}’",
                $"This abstract seems to belong to the paper above, ‘{OwlsTitle}’",
            ],
            findings.Select(finding => finding.Message)
        );
        Assert.All(findings, finding => Assert.Null(finding.Repair));
    }

    [Fact]
    public void Abstracts_are_off_by_one() =>
        Check(
            $$"""
            Mar 11

            {{RecipesTitle}}

            {{Recipes}}

            {{OwlsTitle}}

            A title was left out here, and all others slid. Nobody saw it. It happens.

            {{BellsTitle}}

            {|DG3011:Barn owls find voles under snow by ear alone.|}{{AfterFirstSentence(Owls)}}

            {{GlaciersTitle}}

            {{Bells}}
            """
        );

    [Fact]
    public void An_abstract_need_not_repeat_its_title() =>
        Check(
            $$"""
            Mar 11

            On the Silence of Small Things

            {{Owls}}

            What Bronze Forgets

            {{Bells}}

            {{GlaciersTitle}}

            {{Glaciers}}
            """
        );

    [Fact]
    public void One_title_that_fits_its_neighbour_better_is_not_enough() =>
        Check(
            $$"""
            Mar 11

            Barn Owls and Microphones in Wind

            {{Bells}}

            {{OwlsTitle}}

            {{Owls}}
            """
        );

    [Fact]
    public void Copies_show_whose_abstract_it_is()
    {
        var findings = Check(
            ("b.digest", $"Mar 12\n\n{{|DG2005:{OwlsTitle}|}}\n\n{{|DG3011:{FirstSentence(Bells)}|}}{AfterFirstSentence(Bells)}\n"),
            ("a.digest", $"Mar 11\n\n{OwlsTitle}\n\n{Owls}\n\n{GlaciersTitle}\n\n{Glaciers}\n\n{BellsTitle}\n\n{Bells}\n")
        );

        var finding = Assert.Single(findings, finding => finding.Descriptor.Id == "DG3011");
        Assert.Equal(
            $"This abstract belongs to ‘{BellsTitle}’, a.digest, line 11; this title has another one in a.digest, line 3",
            finding.Message
        );
        Assert.Equal(2, finding.Related.Length);
    }

    [Fact]
    public void A_paper_that_got_a_new_title_is_no_mistake() =>
        Check(
            ("b.digest", $"Mar 12\n\n{{|DG2005:{OwlsTitle}|}}\n\n{Bells}\n"),
            ("a.digest", $"Mar 11\n\n{GlaciersTitle}\n\n{Glaciers}\n\n{BellsTitle}\n\n{Bells}\n")
        );

    private static string FirstSentence(string text) => text[..(text.IndexOf(". ", StringComparison.Ordinal) + 1)];

    private static string AfterFirstSentence(string text) => text[FirstSentence(text).Length..];
}
