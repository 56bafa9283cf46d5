using FsCheck;
using FsCheck.Fluent;
using static DigestLsp.Analyzers.CharacterClass;

namespace DigestLsp.Analyzers.Tests;

/// <summary>The one pass over characters by which most rules are spared a text.</summary>
public class CharacterPairsTests
{
    [Theory]
    [InlineData("one.Two", Period, Upper)]
    [InlineData("one. Two", Period, Space)]
    [InlineData("one.", Period, Space)]
    [InlineData("(one", Space, Open)]
    [InlineData("one  two", Space, Space)]
    [InlineData("one\ttwo", Space, Lower)]
    [InlineData("one\r\ntwo", LineBreak, LineBreak)]
    [InlineData("&amp", Markup, Lower)]
    [InlineData("80% \\sim", Tex, Lower)]
    [InlineData("naïve", Special, Lower)]
    [InlineData("a\u0001", Lower, Special)]
    public void A_pair_that_stands_in_a_text_is_found(string text, CharacterClass left, CharacterClass right) =>
        Assert.True(CharacterPairs.In(text).Overlaps(CharacterPairs.Of(left, right)));

    [Theory]
    [InlineData("one. Two", Period, Upper)]
    [InlineData("one two", Space, Space)]
    [InlineData("one", LineBreak, Lower)]
    public void And_no_other(string text, CharacterClass left, CharacterClass right) =>
        Assert.False(CharacterPairs.In(text).Overlaps(CharacterPairs.Of(left, right)));

    [Fact]
    public void It_holds_just_the_pairs_of_neighbours() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll<string?>(HoldsJustThePairsOfNeighbours));

    [Fact]
    public void So_it_does_in_long_prose_with_few_characters_that_are_rare() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Gen.Frequency(
                        (60, Gen.Choose('a', 'z').Select(code => (char)code)),
                        (15, Gen.Constant(' ')),
                        (2, Gen.Elements("\t\r\n.?,([)}\"`-\\$&<%AZ09@é漢\uFF41\u0161\uD83D\u0000\u007F".ToCharArray()))
                    )
                    .ArrayOf()
                    .Resize(200)
                    .Select(characters => new string(characters))
                    .ToArbitrary(),
                HoldsJustThePairsOfNeighbours
            )
        );

    [Theory]
    [InlineData("漢字の長い文章はここにあり、漢字の長い文章はここにあり、漢字の長い文章はここにあり。")]
    [InlineData("A.B.C.D.E.F.G.H.I.J.K.L.M.N.O.P.Q.R.S.T.U.V.W.X.Y.Z.1.2.3.4.5.6.7.8.9.0")]
    [InlineData("only lower case letters and single spaces stand in this text and nothing else\t")]
    [InlineData("thirty-one characters and a tab\tthen more of it all to fill a block of text")]
    public void And_in_text_of_every_density(string text) => HoldsJustThePairsOfNeighbours(text);

    private static void HoldsJustThePairsOfNeighbours(string? text)
    {
        var padded = $" {text} ";
        var expected = CharacterPairs.None;
        for (var i = 1; i < padded.Length; i++)
        {
            expected |= CharacterPairs.Of(CharacterPairs.ClassOf(padded[i - 1]), CharacterPairs.ClassOf(padded[i]));
        }

        Assert.Equal(expected, CharacterPairs.In(text));
    }

    [Fact]
    public void Any_text_holds_one_of_all_pairs() => Assert.True(CharacterPairs.In("a").Overlaps(CharacterPairs.All));

    [Fact]
    public void A_class_behind_anything_is_found_at_the_beginning_too() =>
        Assert.True(CharacterPairs.In("$5").Overlaps(CharacterPairs.AnyThen(Tex)));
}
