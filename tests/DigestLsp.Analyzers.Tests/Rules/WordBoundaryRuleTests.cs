using DigestLsp.Text;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3007: seams where a space is missing, gaps where none belongs, and names that are written like either.</summary>
public class WordBoundaryRuleTests
{
    [Theory]
    [InlineData("They hunt at {|DG3007:night.We|} listen to them.", "They hunt at night. We listen to them.")]
    [InlineData("Do they hunt at {|DG3007:night?They|} do.", "Do they hunt at night? They do.")]
    [InlineData("We count all {|DG3007:LLMs.The|} result is known.", "We count all LLMs. The result is known.")]
    [InlineData("It uses a model {|DG3007:(LLM).Our|} tests show it.", "It uses a model (LLM). Our tests show it.")]
    [InlineData("It gains {|DG3007:2.7%.However|}, wind costs more.", "It gains 2.7%. However, wind costs more.")]
    [InlineData("It was read in {|DG3007:2024.Experiments|} go on.", "It was read in 2024. Experiments go on.")]
    [InlineData("They hunt at {|DG3007:night.Voles|} hide under snow.", "They hunt at night. Voles hide under snow.")]
    [InlineData("They hunt at {|DG3007:night.Snow|}-covered voles hide.", "They hunt at night. Snow-covered voles hide.")]
    [InlineData(
        "We call it OwlNet. It learns from the {|DG3007:noise.OwlNet|} is small.",
        "We call it OwlNet. It learns from the noise. OwlNet is small."
    )]
    public void Sentences_have_a_space_between_them(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("Node.js and Last.fm, i.e. names, e.g.Owl, are no sentences.")]
    [InlineData("The U.S.Army and J.R.R. Tolkien listen.")]
    [InlineData("We compare owls vs.Voles of the kind torch.Tensor has.")]
    [InlineData("We release DataSeeds.AI and Dr.LLM for owls.")]
    [InlineData("See math.AG/0110058 and nlin.CD/0002028 for this.")]
    [InlineData("See https://example.org/owls.Html for this.")]
    [InlineData("The file owls.The.txt is read.")]
    public void Names_have_periods_within(string text) => Check(text);

    [Theory]
    [InlineData(
        "We call it OwlNet. It is a small network, {|DG3007:OwlNetOur|} code can be had.",
        "We call it OwlNet. It is a small network, OwlNet. Our code can be had."
    )]
    [InlineData("They find all the {|DG3007:volesTo|} test this, we hide voles.", "They find all the voles. To test this, we hide voles.")]
    [InlineData(
        "They find all the {|DG3007:volesHowever|}, wind costs them voles.",
        "They find all the voles. However, wind costs them voles."
    )]
    public void A_sentence_may_lose_its_period_too(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("A network, OwlNetOur code, can be had.")]
    [InlineData("The verb isThe relation between Owls and others.")]
    [InlineData("An owl is in the USA and the test assertThat passes when owls assert.")]
    [InlineData("With TheOwlTo hears more, Owl and owls say. Call owls.assertThe method and assert.")]
    [InlineData("Owls hear, and OwlThe Owl hears.")]
    public void Names_have_capitals_within(string text) => Check(text);

    [Theory]
    [InlineData("Owls hear {|DG3007:mice,voles|} and shrews.", "Owls hear mice, voles and shrews.")]
    [InlineData("In this {|DG3007:paper,we|} listen.", "In this paper, we listen.")]
    [InlineData("We train {|DG3007:OwlNet,a|} small network.", "We train OwlNet, a small network.")]
    [InlineData("They hear {|DG3007:voles;Mice|} they miss.", "They hear voles; Mice they miss.")]
    public void A_comma_has_a_space_behind_it(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("We test on TL;DR and on the function (x,f)(x) too.")]
    [InlineData("There are 1,000 owls and (mean,variance) pairs.")]
    [InlineData("The set {train,test} and the map f(alpha,beta) are given.")]
    [InlineData("The space (Omega,Sigma,mu) is given.")]
    [InlineData("It lies in $f(near,far)$ for all owls.")]
    [InlineData("Alloys of Ti,Al and Ca,Sr are heard.")]
    [InlineData("The excess is Cp,mobile - Cp,arrested in owls.")]
    public void Formulas_need_none(string text) => Check(text);

    [Theory]
    [InlineData("There are two: {|DG3007:(1)hearing|} and {|DG3007:(2)Seeing|} voles.", "There are two: (1) hearing and (2) Seeing voles.")]
    [InlineData(
        "There are two: {|DG3007:(a)Hearing|} and {|DG3007:(ii)seeing|} voles.",
        "There are two: (a) Hearing and (ii) seeing voles."
    )]
    [InlineData("There are two: {|DG3007:1)hearing|} and seeing.", "There are two: 1) hearing and seeing.")]
    [InlineData("Vole finders {|DG3007:(VFs)have|} ears.", "Vole finders (VFs) have ears.")]
    public void A_bracket_has_a_space_behind_it(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("Owls have an (in)ability to hear (M)LLMs and (mis)information.")]
    [InlineData("The group SU(2)gauge and the line (13)CO are heard.")]
    [InlineData("The time is O((m+n)r) for down(up)-sampling.")]
    [InlineData("It is (NP)hard to listen.")]
    public void Brackets_stand_within_words(string text) => Check(text);

    [Theory]
    [InlineData("We train large language {|DG3007:models(LLMs|}) on owls.", "We train large language models (LLMs) on owls.")]
    [InlineData("We use chain of {|DG3007:thought(CoT|}) here.", "We use chain of thought (CoT) here.")]
    [InlineData("We hear small {|DG3007:animals(e|}.g., voles) well.", "We hear small animals (e.g., voles) well.")]
    public void A_bracket_has_a_space_before_it(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("It takes poly(n) time, exp(d) space and softmax(QK) heads.")]
    [InlineData("The layer(s) and the type(s) differ in Hom(T,H) and odom(S/M).")]
    [InlineData("Iridium complexes of iridium(III) have gcd(deg(P),deg(Q)) owls, and NV- centres none.")]
    public void Functions_have_none(string text) => Check(text);

    [Theory]
    [InlineData("Code is {|DG3007:athttps|}://example.org/owls", "Code is at https://example.org/owls")]
    [InlineData("Project {|DG3007:page:https|}://example.org/owls", "Project page: https://example.org/owls")]
    [InlineData("Code is {|DG3007:sharedhttps|}://example.org/owls", "Code is shared https://example.org/owls")]
    public void A_link_has_a_space_before_it(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("Project page: brightpinkhttps://example.org/owls")]
    [InlineData("Project page: darkbluehttps://example.org/owls")]
    public void A_colour_before_a_link_is_what_a_command_left(string text) => Check(text);

    [Theory]
    [InlineData("A multimodal owl uses {|DG3007:multi- modal|} ears.", "A multimodal owl uses multimodal ears.")]
    [InlineData("A well-known owl is {|DG3007:well- known|} here.", "A well-known owl is well-known here.")]
    [InlineData("Owls are {|DG3007:func- tional|} things.", "Owls are functional things.")]
    [InlineData("Owls use {|DG3007:data- matched|} ears.", "Owls use data- matched ears.")]
    public void A_word_broken_at_the_end_of_a_line_is_joined(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_break_at_the_end_of_a_line_needs_the_word_elsewhere(string lineEnding)
    {
        var found = new List<(TextSpan, string)>();
        new WordBoundaryRule().Analyze(
            new($"A well-{lineEnding}known example, this exam-{lineEnding}ple.", ProseKind.Paragraph, isFirst: true, isLast: true),
            (span, message, _) => found.Add((span, message))
        );
        var start = 27 + lineEnding.Length;
        Assert.Equal([(new(start, 8 + lineEnding.Length), "‘example’ was broken at the end of a line and is still in two parts")], found);
    }

    [Theory]
    [InlineData("We study pre- and post-training, short- or long-term and low- to mid-level owls.")]
    [InlineData("We compare high- vs. low-pitched owls.")]
    [InlineData("A family of protocols- involving only owls - is given.")]
    [InlineData("The $p$- adic owl and the state -- of the art -- differ.")]
    public void Suspended_hyphens_and_dashes_are_right(string text) => Check(text);

    [Theory]
    [InlineData("This occurs {|DG3007:de spite|} the wind.", "This occurs despite the wind.")]
    [InlineData("Owls use {|DG3007:informa tion|} well.", "Owls use information well.")]
    [InlineData("A discretised owl is {|DG3007:dis cretised|} here.", "A discretised owl is discretised here.")]
    public void A_space_within_a_word_goes(string marked, string repaired) => CheckRepair(marked, repaired);

    [Fact]
    public void A_link_is_no_part_of_a_word_that_was_run_together_with_another_link() =>
        CheckRepair("Voir de https://owls.org et {|DG3007:dehttps|}://owls.org.", "Voir de https://owls.org et de https://owls.org.");

    [Theory]
    [InlineData("The work of de Finetti and con artists is not de facto news.")]
    [InlineData("Many owls sing. Ing is a rune.")]
    public void Short_words_are_no_parts(string text) => Check(text);

    [Fact]
    public void Titles_are_read_too() =>
        RuleChecks.CheckRepair(
            $"Mar 11\n\n{{|DG3007:Vole-Evaluator(VE|}}): Listening for Voles\n\n{Owls}",
            $"Mar 11\n\nVole-Evaluator (VE): Listening for Voles\n\n{Owls}"
        );

    private static void Check(string sentence) => RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{Owls} {sentence}");

    private static void CheckRepair(string marked, string repaired) =>
        RuleChecks.CheckRepair($"Mar 11\n\nListening for Voles\n\n{Owls} {marked}", $"Mar 11\n\nListening for Voles\n\n{Owls} {repaired}");
}
