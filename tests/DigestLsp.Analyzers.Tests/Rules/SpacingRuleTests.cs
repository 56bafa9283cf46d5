using System.Collections.Immutable;
using DigestLsp.Testing;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3008.</summary>
public class SpacingRuleTests
{
    [Theory]
    [InlineData("owls{|DG3008: |}, voles{|DG3008: |}; and mice{|DG3008:  |}: they hear{|DG3008: |}", "owls, voles; and mice: they hear")]
    [InlineData("at https://example.org/owls{|DG3008: |}", "at https://example.org/owls")]
    [InlineData("do they hear{|DG3008: |}? They do{|DG3008: |}! And", "do they hear? They do! And")]
    [InlineData("owls ({|DG3008: |}barn owls{|DG3008: |}) hear [{|DG3008: |}sic{|DG3008: |}] it", "owls (barn owls) hear [sic] it")]
    [InlineData(
        "83 %{|DG3008: |}, $x${|DG3008: |}, (one){|DG3008: |}, e.g.{|DG3008: |}, \"ear\"{|DG3008: |}, and",
        "83 %, $x$, (one), e.g., \"ear\", and"
    )]
    [InlineData("owls{|DG3008: ,|}voles and mice", "owls, voles and mice")]
    [InlineData("owls{|DG3008:\u00A0|}, voles", "owls, voles")]
    public void A_space_before_punctuation_is_removed(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("owls hear.{|DG3008:  |}Voles do not", "owls hear. Voles do not")]
    [InlineData("owls{|DG3008:   |}hear.{|DG3008: \u00A0|}Voles", "owls hear. Voles")]
    [InlineData("owls{|DG3008: \t |}hear", "owls hear")]
    public void Spaces_in_a_row_become_one(string marked, string repaired) =>
        Assert.All(CheckRepair(marked, repaired), finding => Assert.True(finding.Repair!.IsSafe));

    [Theory]
    [InlineData("here we propose{|DG3008: |}, a new ear", "here we propose, a new ear")]
    [InlineData("our finder, termed{|DG3008: |}, hears better", "our finder, termed, hears better")]
    public void A_space_before_a_comma_may_be_what_is_left_of_a_name(string marked, string repaired)
    {
        var finding = Assert.Single(CheckRepair(marked, repaired));
        Assert.Equal("A space stands before ‘,’; is a word missing there?", finding.Message);
        Assert.False(finding.Repair!.IsSafe);
    }

    [Fact]
    public void Two_spaces_may_be_what_is_left_of_a_word()
    {
        var finding = Assert.Single(CheckRepair("we propose that{|DG3008:  |}hears better", "we propose that hears better"));
        Assert.Equal("Two spaces stand in a row here; is a word missing between them?", finding.Message);
        Assert.False(finding.Repair!.IsSafe);
    }

    [Theory]
    [InlineData("ow{|DG3008:\u200B|}ls and vo{|DG3008:\u00AD|}les{|DG3008: \uFEFF|}hear", "owls and voles hear")]
    [InlineData("ow{|DG3008:\u00AD |}ls hear", "owls hear")]
    [InlineData("owls{|DG3008:\u200E |}hear{|DG3008: \u200B \u200D|}them", "owls hear them")]
    [InlineData("10{|DG3008:\u00A0\u200B|}kg", "10\u00A0kg")]
    [InlineData("owls hear.{|DG3008:\u2028|}Voles{|DG3008: \u2029|}do{|DG3008:\u2028|}, too", "owls hear. Voles do, too")]
    [InlineData("鳥が{|DG3008:\u2028|}聞く", "鳥が 聞く")]
    public void What_nobody_sees_is_removed(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("in .NET and .5 and f.x .git, Owl .json files")]
    [InlineData("each of ., ?, and ! ends a sentence, : or ? does not")]
    [InlineData("and so on ... or . . . and .. and")]
    [InlineData("owls laugh :) and voles do not :( or ;) so")]
    [InlineData("f : X and 1 : 2 and x := y and a ? b : c and != and ==")]
    [InlineData("in $O( n , m )$ and $a  b$ and `f( x )` and `a  b`")]
    [InlineData("O( n log n ) and $\\left( x \\right)$ and ( )")]
    [InlineData("10\u00A0kg, 20\u00A0°C, Fig.\u00A01 and a\u2009b")]
    [InlineData("می\u200Cخواهم and क्\u200Dष and 👩\u200D🔬 and שלום\u200F!")]
    [InlineData("ไทย\u200Bไทย")]
    public void Some_spaces_and_signs_belong_where_they_are(string text) => CheckRepair(text, text);

    [Fact]
    public void French_puts_spaces_before_tall_punctuation() =>
        RuleChecks.Check(
            "Mar 11\n\nLes hiboux : une étude\n\n"
                + "Le hibou entend la souris sous la neige : quatre microphones l'entendent aussi ; le vent est plus fort que les ailes. "
                + "Pourquoi est-ce que les hiboux tournent la tête ? Nous avons mesuré une nuit de printemps dans les champs de la vallée !"
        );

    [Fact]
    public void Two_spaces_after_every_sentence_are_a_typists_habit() =>
        RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{Owls.Replace(". ", ".  ", StringComparison.Ordinal)}");

    [Fact]
    public void A_title_that_was_broken_over_lines_is_mended()
    {
        var finding = Assert.Single(
            RuleChecks.CheckRepair($"Mar 11\n\nListening{{|DG3008:   |}}for Voles\n\n{Owls}", $"Mar 11\n\nListening for Voles\n\n{Owls}")
        );
        Assert.Equal("3 spaces stand in a row here", finding.Message);
    }

    private static ImmutableArray<Diagnostic> CheckRepair(string marked, string repaired) =>
        RuleChecks.CheckRepair(
            $"Mar 11\n\nListening for Voles\n\n{Owls} {marked}.",
            $"Mar 11\n\nListening for Voles\n\n{Owls} {MarkedText.Parse(repaired).Text}."
        );
}
