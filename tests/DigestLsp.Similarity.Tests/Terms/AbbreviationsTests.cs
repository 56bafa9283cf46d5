using DigestLsp.Testing;
using FsCheck.Fluent;

namespace DigestLsp.Similarity.Tests;

/// <summary>In marked text, <c>{|L:…|}</c> is a long form and <c>{|S:…|}</c> the short form that is introduced with it.</summary>
public class AbbreviationsTests
{
    [Theory]
    [InlineData("We tie {|L:tide gauge networks|} ({|S:TGN|}) to buoys.")]
    [InlineData("the {|L:barn owl detectors|} ({|S:BODs|}) sleep")]
    [InlineData("with {|L:bell-tower rope-pulling|} ({|S:BTRP|})")]
    [InlineData("{|L:reed of the marsh|} ({|S:RoM|})")]
    [InlineData("{|L:reed of the marsh|} ({|S:ROTM|})")]
    [InlineData("a {|L:hydrophonogram|} ({|S:HPG|}) is drawn")]
    [InlineData("Low-rank {|L:river mapping|} [{|S:RM|}]")]
    [InlineData("the {|L:two-stage bridge|} ({|S:2SB|}) and {|L:river-to-sea|} ({|S:R2S|}) models")]
    [InlineData("{|L:adaptive antenna control|} ({|S:A2C|})")]
    [InlineData("the {|L:20-item Harbour Mood Scale|} ({|S:HMS-20|})")]
    [InlineData("{|L:1,4-dimethyl sandstone|} ({|S:DMS|})")]
    [InlineData("counts of {|L:marsh bird positive|} ({|S:MB+|}) reeds")]
    public void Finds_the_words_before_brackets(string marked) => Check(marked);

    [Theory]
    [InlineData("the {|L:Marsh Owl Tongue|} ({|S:OMT|})")]
    [InlineData("the {|L:total runoff|} ({|S:Rt|})")]
    [InlineData("the {|L:minimal reed height|} ({|S:RHmin|})")]
    [InlineData("{|L:gamma-heronin|} ({|S:HRN-gamma|})")]
    public void Letters_may_stand_in_another_order(string marked) => Check(marked);

    [Theory]
    [InlineData("{|L:reed dioxide|} ({|S:RO2|})")]
    [InlineData("the {|L:8-bit rope point|} ({|S:RP8|})")]
    [InlineData("the {|L:second-order rope walk|} ({|S:RW2|})")]
    [InlineData("a {|L:marsh word list|} ({|S:MWL-2|})")]
    [InlineData("bells of the {|L:fifth generation|} ({|S:5G|})")]
    [InlineData("{|L:harbour, hill, and heath|} ({|S:3H|})")]
    [InlineData("{|L:vane-to-everything|} ({|S:V2X|})")]
    public void Digits_say_counts_and_numbers(string marked) => Check(marked);

    [Theory]
    [InlineData("{|L:Quiet Routing|} ({|S:QuRoute|})")]
    [InlineData("one {|L:control pond|} ({|S:C-pond|})")]
    [InlineData("the owl {|L:Strix pondicola|} ({|S:S. pondicola|})")]
    [InlineData("{|L:non-tidal map|} ({|S:NTM|})")]
    [InlineData("by {|L:thermolumination|} ({|S:TL|})")]
    [InlineData("with {|L:intravalley|} ({|S:i.v.|}) flow")]
    [InlineData("the {|L:c-Reed N-tidal kelp|} ({|S:RNTK|})")]
    [InlineData("some {|L:beta-willow bark|} ({|S:WB|})")]
    public void Words_may_be_shortened_otherwise(string marked) => Check(marked);

    [Theory]
    [InlineData("a {|L:tide gauge network|} ({|S:TGN|} = 0.9)")]
    [InlineData("a {|L:tide gauge network|} ({|S:TGN|} stations)")]
    [InlineData("a {|L:tide gauge network|} (here named {|S:TGN|})")]
    [InlineData("a {|L:tide gauge network|} ({|S:TGN|} or TN)")]
    [InlineData("warm and {|L:cold water lamps|} (WWL and {|S:CWL|})")]
    [InlineData("the {|S:TGN|} (a {|L:tide gauge network|})")]
    public void Something_may_stand_beside_a_form_in_brackets(string marked) => Check(marked);

    [Theory]
    [InlineData("{|S:TGN|} ({|L:tide gauge network|}) is old")]
    [InlineData("we train the {|S:TGN|} model ({|L:tide gauge network|})")]
    public void Finds_the_words_in_brackets(string marked) => Check(marked);

    [Theory]
    [InlineData("{|L:Tide gauge networks|}, also known as {|S:TGNs|}, are old")]
    [InlineData("the {|L:tide gauge network|} (abbreviated as {|S:TGN|})")]
    [InlineData("{|L:tide gauge network|} (henceforth “{|S:TGN|}”; see below)")]
    [InlineData("{|L:Tide gauge networks|}, or {|S:TGNs|}, are old")]
    [InlineData("{|L:tide gauge network|} a.k.a. {|S:TGN|}")]
    [InlineData("{|S:TGN|}, which stands for {|L:tide gauge network|}, is old")]
    [InlineData("{|S:TGN|} is short for {|L:tide gauge network|}.")]
    public void Finds_what_is_put_in_words(string marked) => Check(marked);

    [Theory]
    [InlineData("the \\emph{{|L:tide gauge network|}} ({|S:TGN|})")]
    [InlineData("the {|L:tide gauge network|}~({|S:TGN|})")]
    [InlineData("the {|L:tidal Gr\\\"{u}n flow|} ({|S:TGF|})")]
    public void TeX_does_not_hide_words(string marked) => Check(marked);

    [Theory]
    [InlineData("{|L:tide\ngauge network|} ({|S:TGN|})")]
    public void Lines_may_break_anywhere(string marked) => Check(marked);

    [Theory]
    [InlineData("We use a lamp (see Figure 2) and a rope (n = 12).")]
    [InlineData("The model grows to 7 billion (7B) parameters.")]
    [InlineData("A bell rings (A) once and (B) twice; gains of up to 4 % (GPT-4).")]
    [InlineData("Owls fly. Many (OFM)")]
    [InlineData("the TGN network of gauges (TGN)")]
    [InlineData("Lakes leave (in July) and return (rarely).")]
    [InlineData("rivers, we propose reed weighted maps (ZRW)")]
    [InlineData("sand (Fig) and stone (Table)")]
    [InlineData("a map) of marsh (AMM)")]
    [InlineData("tides, denoted as TGNORM (TGN)")]
    [InlineData("constructive (co)monads over a ring (R, m) of rank(R)")]
    [InlineData("a theorem of Noether [No]")]
    [InlineData("the velocity (v_c) of sand")]
    [InlineData("the MOW-74 mast (MOW-48)")]
    [InlineData("under resource constraints (cost, memory)")]
    [InlineData("masts (i.e., a mast)")]
    [InlineData("a TMA (TaMMA-2-7B)")]
    [InlineData("scores of 2.58 (1-OWL) and 2.15 (2-OWL)")]
    [InlineData("(AB) (")]
    public void Leaves_alone_what_introduces_nothing(string text) => Check(text);

    [Fact]
    public void A_name_that_is_a_word_of_its_long_form_is_none() => Check("the Reed Register of Nations (REED)");

    [Fact]
    public void Accepts_any_text() =>
        FsCheck.Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Elements(
                        "(",
                        ")",
                        "[",
                        "]",
                        " ",
                        "AB",
                        "a",
                        "b",
                        "-",
                        ".",
                        ",",
                        "+",
                        "\n",
                        "\uD83C",
                        "2",
                        "or ",
                        "stands for ",
                        "é",
                        "/",
                        "=",
                        "{",
                        "}",
                        "non-",
                        "di",
                        "AB2",
                        "3",
                        "ing"
                    )
                    .ArrayOf()
                    .Select(string.Concat)
                    .ToArbitrary(),
                text => Find(text).All(found => IsWithin(found.Short, text) && IsWithin(found.Long, text))
            )
        );

    [Theory]
    [InlineData("(")]
    [InlineData("A b (AB) ")]
    [InlineData("AB stands for a b ")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-")]
    [InlineData(", or AB")]
    [InlineData("A(")]
    [InlineData("(AA")]
    [InlineData("[({")]
    [InlineData("(A/B/C/D) a b c d e f ")]
    [InlineData("aa bb cc dd ee ff gg hh ii jj kk ll (LKJIHGFEDCBA) ")]
    [InlineData("abcdefghijkl abcdefghijkl abcdefghijkl (BCDEFGHIJKLA) ")]
    [InlineData("w x (Z9Y9X9W9V9U9 and Z9) ")]
    public void Long_texts_made_to_take_long_do_not(string piece) =>
        Assert.InRange(Find(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))).Count, 0, 10_000);

    private static bool IsWithin(Text.TextSpan span, string text) => span.Start >= 0 && span.Length > 0 && span.End <= text.Length;

    private static List<Abbreviation> Find(string text)
    {
        var found = new List<Abbreviation>();
        Abbreviations.Find(text, found);
        return found;
    }

    private static void Check(string marked)
    {
        foreach (string lineEnding in MarkedText.LineEndings)
        {
            var text = MarkedText.Parse(marked, lineEnding);
            IEnumerable<MarkedSpan> spans = Find(text.Text)
                .SelectMany(found => new MarkedSpan[] { new("S", found.Short), new("L", found.Long) });
            Assert.Equal(marked, MarkedText.Format(text.Text, spans));
        }
    }
}
