using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3012: last sentences without a period, and ends that need none.</summary>
public class MissingPeriodRuleTests
{
    [Theory]
    [InlineData("The third microphone heard {|DG3012:nothing|}")]
    [InlineData("The third microphone heard nothing (it was near the {|DG3012:road)|}")]
    [InlineData("Owls are heard at 57 dB in {|DG3012:2024|}")]
    [InlineData("The owls call it {|DG3012:“listening”|}")]
    [InlineData("Code, models, and datasets will be {|DG3012:released|}")]
    [InlineData("OWL achieves state-of-the-art hearing on VOLE and {|DG3012:MOUSE|}")]
    public void The_last_sentence_lacks_its_period(string end)
    {
        var plain = end.Replace("{|DG3012:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        RuleChecks.CheckRepair($"Mar 11\n\nListening for Voles\n\n{Owls} {end}", $"Mar 11\n\nListening for Voles\n\n{Owls} {plain}.");
    }

    [Theory]
    [InlineData("Code is available at https://example.org/owls")]
    [InlineData("The code is available to all at example.org/owls")]
    [InlineData("The scans are available from GraphOwls.org")]
    [InlineData("Write to the owls at voles@example.org")]
    [InlineData("The error grows as $O(n^2)$")]
    [InlineData("The error grows by a factor of n^2")]
    [InlineData("The third microphone was built by Wren et al")]
    [InlineData("Keywords: owls, voles, hearing in the snow")]
    [InlineData("Owls, Voles, Microphones, Hearing, Machine Learning")]
    [InlineData("To appear in the Journal of Owls")]
    [InlineData("Comments welcome")]
    [InlineData("Code available on request to all")]
    [InlineData("(This is a substantial revision of the second version)")]
    [InlineData("Is there a vole in the snow?")]
    [InlineData("There is a vole in the snow!")]
    [InlineData("There is a vole in the snow 🦉")]
    [InlineData("There is a “vole in the snow.”")]
    public void An_end_that_needs_none(string end) => RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{Owls} {end}");

    [Theory]
    [InlineData("We train the owls on our data and on fine-tuned", "models", " We establish that they hear.")]
    [InlineData("The voles seem to be of no importance whatever in", "practice", " In this paper, we show that they are.")]
    [InlineData("The voles seem to be of no importance to owls in", "winter", " However, the owls know better.")]
    public void A_sentence_before_another_lacks_its_period(string before, string last, string after) =>
        RuleChecks.CheckRepair(
            $"Mar 11\n\nListening for Voles\n\n{Owls} {before} {{|DG3012:{last}|}}{after}",
            $"Mar 11\n\nListening for Voles\n\n{Owls} {before} {last}.{after}"
        );

    [Theory]
    [InlineData("As an application We describe owls.")]
    [InlineData("Our contributions to all that is known of them are: (1) We describe owls; 2) We hear voles.")]
    [InlineData("There is nothing in the snow that voles can do and We hear them.")]
    [InlineData("The owls of the north have learnt by heart the song called We Are Owls.")]
    [InlineData("The third microphone in the field was named for the ship Our Lady.")]
    public void A_capital_that_begins_no_sentence(string sentence) =>
        RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{Owls} {sentence}");

    [Fact]
    public void Adding_a_period_is_not_safe_for_a_cut_may_be_what_is_wrong()
    {
        var findings = RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{Owls} The third microphone heard {{|DG3012:nothing|}}");
        Assert.False(Assert.Single(findings).Repair!.IsSafe);
    }

    [Fact]
    public void A_cut_is_said_once() => RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{Owls} The third heard {{|DG3001:the|}}");

    [Fact]
    public void Only_the_last_paragraph_ends_the_abstract() =>
        Assert.DoesNotContain(
            RuleChecks.Check(
                $"Mar 11\n\nListening for Voles\n\n{Owls} The third microphone heard {{|DG1005:nothing\n\n{Bells[..Bells.IndexOf(' ', StringComparison.Ordinal)]}|}}{Bells[Bells.IndexOf(' ', StringComparison.Ordinal)..]}"
            ),
            finding => finding.Descriptor.Id == "DG3012"
        );

    [Fact]
    public void Other_languages_have_other_periods() =>
        RuleChecks.Check(
            "Mar 11\n\nListening for Voles\n\n"
                + string.Concat(Enumerable.Repeat("猫头鹰在雪下听到田鼠的声音，我们用四个麦克风来听。", 8))
                + "猫头鹰听得更好"
        );
}
