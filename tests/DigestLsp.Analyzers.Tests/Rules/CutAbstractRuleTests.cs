using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3001: what is evidence of a cut, and what merely looks like it.</summary>
public class CutAbstractRuleTests
{
    [Theory]
    [InlineData("The third microphone {|DG3001:heard...|}")]
    [InlineData("The third microphone {|DG3001:heard…|}")]
    [InlineData("The third microphone heard {|DG3001:...|}")]
    [InlineData("The third microphone heard {|DG3001:[...]|}")]
    [InlineData("The third microphone {|DG3001:heard....|}")]
    [InlineData("The third microphone heard . . {|DG3001:.|}")]
    [InlineData("The third microphone heard {|DG3001:(...).|}")]
    [InlineData("The third microphone heard 32 {|DG3001:...|}")]
    [InlineData("It hears all voles since {|DG3001:2024...|}")]
    [InlineData("It hears more than {|DG3001:OWL-4...|}")]
    [InlineData("It hears more than {|DG3001:owl-...|}")]
    [InlineData("It hears all voles, {|DG3001:but...|}")]
    [InlineData("It hears all {|DG3001:voles,...|}")]
    [InlineData("It hears all voles, {|DG3001:[...]|}")]
    [InlineData("The third microphone heard nothing. {|DG3001:...|}")]
    [InlineData("Code is at {|DG3001:https://example.org/ow...|}")]
    public void An_ellipsis_ends_no_abstract(string end) => Check(end, "it ends in an ellipsis");

    [Theory]
    [InlineData("The third microphone heard Read {|DG3001:more|}", "Read more")]
    [InlineData("The third microphone heard Show {|DG3001:more|}", "Show more")]
    [InlineData("The third microphone heard READ {|DG3001:MORE|}", "READ MORE")]
    [InlineData("The third microphone heard Read more {|DG3001:»|}", "Read more")]
    [InlineData("The third microphone heard ▽ {|DG3001:More|}", "▽ More")]
    [InlineData("The third microphone heard {|DG3001:(more)|}", "(more)")]
    [InlineData("The third microphone heard {|DG3001:not[truncated]|}", "[truncated]")]
    public void Words_of_a_web_page_that_hides_the_rest(string end, string words) =>
        Check(end, $"it ends in ‘{words}’, which a web page puts where it hides the rest");

    [Theory]
    [InlineData("of")]
    [InlineData("the")]
    [InlineData("and")]
    [InlineData("which")]
    [InlineData("e.g.")]
    public void No_sentence_ends_in_such_a_word(string word) =>
        Check($"The third microphone heard nothing {{|DG3001:{word}|}}", $"no sentence ends in ‘{word}’");

    [Theory]
    [InlineData("The third microphone heard {|DG3001:nothing,|}", ",")]
    [InlineData("We release three {|DG3001:things:|}", ":")]
    [InlineData("The third microphone heard {|DG3001:–|}", "–")]
    public void No_sentence_ends_in_such_a_mark(string end, string mark) => Check(end, $"it ends in ‘{mark}’");

    [Theory]
    [InlineData("The third microphone heard nothing (it was the one near the {|DG3001:road|}", "(")]
    [InlineData("The third microphone [the one near the {|DG3001:road|}", "[")]
    public void A_bracket_that_never_closes(string end, string bracket) => Check(end, $"the ‘{bracket}’ in its last sentence never closes");

    [Theory]
    [InlineData("The third microphone heard nothing.")]
    [InlineData("Did the third microphone hear anything?")]
    [InlineData("It heard a vole!")]
    [InlineData("The owls call it “listening.”")]
    [InlineData("The owls call it 'listening.'")]
    [InlineData("The third one heard nothing (it was near the road.)")]
    [InlineData("The third one heard nothing (it was near the road).")]
    [InlineData("The third one heard nothing [sic].")]
    [InlineData("**The third one heard nothing.**")]
    public void A_sentence_that_ends_is_not_cut(string end) => Check(end);

    [Theory]
    [InlineData("The third microphone heard {|DG3012:nothing|}")]
    [InlineData("We release the code and {|DG3012:data|}")]
    [InlineData("The third one heard nothing (it was near the {|DG3012:road)|}")]
    [InlineData("The owls call it {|DG3012:“listening”|}")]
    [InlineData("It hears 83% of all voles at a cost of 5.2 {|DG3012:dB|}")]
    [InlineData("Owls make children read more")]
    [InlineData("We release the code; the data;")]
    [InlineData("The third microphone heard nothing. --")]
    public void A_missing_period_is_no_cut(string end) => Check(end);

    [Theory]
    [InlineData("Code: https://example.org/owls")]
    [InlineData("Code is available at https://example.org/owls.")]
    [InlineData("Code is at https://example.org/owls/")]
    [InlineData("Code is available at: example.org/owls")]
    [InlineData("Code is available at example.org/owls/tree/main")]
    [InlineData("Code is available at www.example.org")]
    [InlineData("Code is available at owls.example.org")]
    [InlineData("Code is available at https://example.org/ owls")]
    [InlineData("Code is available at {|DG4001:https: //example.org|}/owls")]
    [InlineData("Code is available at https://example.org/owls-")]
    [InlineData("Code is available at {|DG3006:(|}https://example.org/owls")]
    [InlineData("Code is available at https://example.org/owls_(bird)")]
    [InlineData("Code is available at [this https URL](https://example.org/owls)")]
    [InlineData("Write to voles@example.org")]
    [InlineData("Code is available at https://example.org/ owls/tree")]
    public void A_link_may_end_an_abstract(string end) => Check(end);

    [Theory]
    [InlineData("We test mice, shrews, voles, etc...")]
    [InlineData("We test mice, shrews, voles etc.")]
    [InlineData("We test mice, shrews, voles and so on...")]
    [InlineData("The field lies in the U.S.")]
    [InlineData("It was built by Wren et al.")]
    [InlineData("It hears them at 3 a.m.")]
    [InlineData("We test mice (voles, shrews, ...)")]
    [InlineData("We test mice, voles, shrews, ...")]
    [InlineData("We test mice (voles, shrews, etc...).")]
    public void Abbreviations_end_sentences(string end) => Check(end);

    [Theory]
    [InlineData("The error grows as $O(n^2)$")]
    [InlineData("The error grows as $O(n^2)$.")]
    [InlineData("The error lies in $[0, 1)$")]
    [InlineData("The error lies in the interval (0, 1]")]
    [InlineData("The error lies in [0, 1)")]
    [InlineData(@"The error is at most \(\frac{1}{2}\)")]
    [InlineData(@"We study ($P_5, \bar{P_5}$, Bull)-free graphs and ($P_5, Bull)$-free {|DG3012:graphs|}")]
    [InlineData("The error is 1.984...")]
    [InlineData("The error falls for $n$ = 2,3,4,...")]
    [InlineData("The series begins 1 + 7q + 4q^2 + ...")]
    [InlineData(@"The error lies in \[ (0, 1 \]")]
    [InlineData("The error lies in $p\\in(\\frac{n}{2},1]$ for each of $X$")]
    [InlineData("We show that (a) owls hear and b) voles do {|DG3012:not|}")]
    [InlineData("We show that 1) owls hear and 2) voles do {|DG3012:not|}")]
    public void Formulas_and_lists_may_end_an_abstract(string end) => Check(end);

    [Theory]
    [InlineData(
        "我们在田野的四个角落各放一个麦克风，想知道一台不能转头的机器还能保留多少这种本领。在无风的夜里，一个小网络能把沙沙声定位到半米以内，而风速每增加三米，误差就翻一倍。"
    )]
    [InlineData(
        "Die Eule hört die Maus unter dem Schnee. Vier Mikrofone hören sie auch, wenn der Wind es zulässt. Wir sehen uns die Fehler an"
    )]
    [InlineData("Le hibou entend la souris sous la neige. Quatre microphones l'entendent aussi, mais seulement «quand le vent se tait»")]
    public void Other_languages_end_as_they_like(string text) => RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{text}");

    [Theory]
    [InlineData("Plan B is better, and there is no plan {|DG3012:A|}")]
    [InlineData("It hears all owls but not those of type {|DG3012:A|}")]
    [InlineData("The owls hear them and the voles do {|DG3012:not|}")]
    [InlineData("The wind has an effect on {|DG3012:both|}")]
    [InlineData("We are the first to hear {|DG3012:it|}")]
    public void A_sentence_without_period_may_end_in_a_short_word(string end) => Check(end);

    [Fact]
    public void Only_the_last_paragraph_of_a_split_abstract_is_its_end() =>
        RuleChecks.Check(
            $$"""
            Mar 11

            Listening for Voles

            {{Owls}} They may listen for the {|DG1005:grass,

            however|} little of it there is. {{Recipes}} The shrews of the field are harder to find than {|DG3001:the|}
            """
        );

    [Fact]
    public void Metadata_is_not_the_end_of_an_abstract() =>
        RuleChecks.Check(
            $$"""
            Mar 11

            Listening for Voles

            {{Owls}}
            note: see also the
            """
        );

    [Fact]
    public void A_copy_that_goes_on_is_evidence()
    {
        var findings = RuleChecks.Check(
            ("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}"),
            (
                "april.digest",
                $"Apr 2\n\n{{|DG2003:What a Bell Remembers|}}\n\n{Without("and a quiet church.", "and a {|DG3001:{|DG3012:quiet|}|}")}"
            )
        );
        var cut = findings.Single(finding => finding.Descriptor.Id == "DG3001");
        Assert.Equal("This abstract is cut at its end: it goes on in march.digest, line 3", cut.Message);
        Assert.Equal(RuleChecks.PathOf("march.digest"), Assert.Single(cut.Related).Path);
    }

    [Fact]
    public void The_copy_that_goes_on_may_be_a_later_one_and_the_last_word_may_be_cut() =>
        RuleChecks.Check(
            ("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Without("a quiet church.", "a {|DG3001:{|DG3012:qui|}|}")}"),
            ("april.digest", $"Apr 2\n\n{{|DG2003:What a Bell Remembers|}}\n\n{Bells}")
        );

    [Fact]
    public void A_copy_that_says_sentences_more_is_evidence() =>
        RuleChecks.Check(
            ("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}"),
            (
                "april.digest",
                $"Apr 2\n\n{{|DG2003:What a Bell Remembers|}}\n\n{Without(" The method needs a telephone and a quiet church.", "").Replace("thin.", "{|DG3001:thin.|}", StringComparison.Ordinal)}"
            )
        );

    [Theory]
    [InlineData("Code is at https://example.org/bells.")]
    [InlineData("Our code and the scans are available at {|DG4001:this https URL|}.")]
    [InlineData("Project page: example.org/bells/")]
    public void A_copy_that_merely_adds_a_link_is_a_later_version(string sentence) =>
        RuleChecks.Check(
            ("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}"),
            ("april.digest", $"Apr 2\n\n{{|DG2003:What a Bell Remembers|}}\n\n{Bells} {sentence}")
        );

    [Fact]
    public void A_copy_that_stands_there_twice_does_not_go_on() =>
        RuleChecks.Check(
            ("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}"),
            ("april.digest", $"Apr 2\n\n{{|DG2003:What a Bell Remembers|}}\n\n{Bells}{{|DG3009: {Bells}|}}")
        );

    [Fact]
    public void A_copy_that_says_a_sentence_again_does_not_go_on()
    {
        var sentence = Bells[..(Bells.IndexOf(". ", StringComparison.Ordinal) + 1)];
        RuleChecks.Check(
            ("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}"),
            ("april.digest", $"Apr 2\n\n{{|DG2003:What a Bell Remembers|}}\n\n{Bells}{{|DG3009: {sentence}|}}")
        );
    }

    [Fact]
    public void What_is_seen_in_the_text_is_said_once()
    {
        var findings = RuleChecks.Check(
            ("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}"),
            ("april.digest", $"Apr 2\n\n{{|DG2003:What a Bell Remembers|}}\n\n{Without("a quiet church.", "{|DG3001:a|}")}")
        );
        Assert.Equal("This abstract is cut at its end: no sentence ends in ‘a’", findings[^1].Message);
    }

    private static string Without(string end, string cut) => Bells[..^end.Length] + cut;

    private static void Check(string end, string? why = null)
    {
        var findings = RuleChecks.Check(
            $$"""
            Mar 11

            Listening for Voles

            {{Owls}} {{end}}

            What a Bell Remembers

            {{Bells}}
            """
        );
        Assert.Equal(
            why is null ? [] : [$"This abstract is cut at its end: {why}"],
            findings.Where(finding => finding.Descriptor.Id == "DG3001").Select(finding => finding.Message)
        );
    }
}
