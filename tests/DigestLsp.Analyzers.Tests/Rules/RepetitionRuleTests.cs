using DigestLsp.Text;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3009: what stands twice by mistake, and what is doubled on purpose.</summary>
public class RepetitionRuleTests
{
    [Theory]
    [InlineData("We listen to {|DG3009:the the|} owls.", "We listen to the owls.")]
    [InlineData("{|DG3009:The the|} owls listen.", "The owls listen.")]
    [InlineData("They hunt {|DG3009:by by|} night.", "They hunt by night.")]
    [InlineData("It paves {|DG3009:a a|} way.", "It paves a way.")]
    [InlineData("We ask {|DG3009:language language|} models.", "We ask language models.")]
    [InlineData("We show {|DG3009:that that|} the owls listen.", "We show that the owls listen.")]
    [InlineData("It is a model {|DG3009:that that|} listens.", "It is a model that listens.")]
    public void A_word_stands_twice(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("We show that that owl had had voles.")]
    [InlineData("It is very very cold and what it is is a wind of much much more.")]
    [InlineData("It runs in log log n time with more and more owls.")]
    [InlineData("New York New York and Duran Duran sing.")]
    [InlineData("It is the first first-order owl that relies on on-policy voles.")]
    [InlineData("We use the state-of-the-art ART model in In-Context work.")]
    [InlineData("The built-in in some owls is a text-to-owl owl of 10 10 owls.")]
    [InlineData("The density density correlation and the owl owl interaction are known, and the monomer monomer interfaces too.")]
    [InlineData("Diffusion Policy Policy Optimization listens.")]
    [InlineData("The hawk owl owl is heard, and the hawk owl owl is seen.")]
    [InlineData("It lies in $a a^*$ for all owls, and on, on and on.")]
    public void Some_words_are_doubled_on_purpose(string text) => Check(text);

    [Fact]
    public void Only_the_second_of_the_words_that_are_never_doubled_goes_without_anybody_looking()
    {
        var findings = RuleChecks.Check(
            $"Mar 11\n\nListening for Voles\n\n{Owls} {{|DG3009:The the|}} owls hear {{|DG3009:vole vole|}} cries."
        );
        Assert.Equal([true, false], findings.Select(finding => finding.Repair!.IsSafe));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_word_may_stand_twice_over_a_line_break(string lineEnding)
    {
        var found = new List<(TextSpan, string?)>();
        new RepetitionRule().Analyze(
            new($"It hears the{lineEnding}the owls.", ProseKind.Paragraph, isFirst: true, isLast: true),
            (span, _, repair) => found.Add((span, repair?.Changes[0].NewText))
        );
        Assert.Equal([(new(9, 6 + lineEnding.Length), "")], found);
    }

    [Fact]
    public void A_sentence_stands_twice()
    {
        const string Sentence = "A machine that cannot turn its head hears the same voles on every night.";
        var findings = RuleChecks.CheckRepair(
            $"Mar 11\n\nListening for Voles\n\n{Sentence} {Owls}{{|DG3009: {Sentence}|}} Here is the end.",
            $"Mar 11\n\nListening for Voles\n\n{Sentence} {Owls} Here is the end."
        );
        Assert.False(Assert.Single(findings).Repair!.IsSafe);
    }

    [Fact]
    public void Short_sentences_are_repeated_on_purpose() => Check("It works well. We tried. It works well.");

    [Fact]
    public void An_abstract_was_pasted_twice() =>
        RuleChecks.CheckRepair($"Mar 11\n\nListening for Voles\n\n{Owls}{{|DG3009: {Owls}|}}", $"Mar 11\n\nListening for Voles\n\n{Owls}");

    [Fact]
    public void An_abstract_was_pasted_over_its_own_cut()
    {
        var cut = Owls[..Owls.IndexOf(" how much", StringComparison.Ordinal)];
        RuleChecks.CheckRepair(
            $"Mar 11\n\nListening for Voles\n\n{cut}{{|DG3009: {cut}|}} nothing more than that.",
            $"Mar 11\n\nListening for Voles\n\n{cut} nothing more than that."
        );
    }

    private static void Check(string sentence) => RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{Owls} {sentence}");

    private static void CheckRepair(string marked, string repaired) =>
        RuleChecks.CheckRepair($"Mar 11\n\nListening for Voles\n\n{Owls} {marked}", $"Mar 11\n\nListening for Voles\n\n{Owls} {repaired}");
}
