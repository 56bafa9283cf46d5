using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Analyzers.Tests;

/// <summary>The search for many strings at once, held against looking for each by itself.</summary>
public class StringSearchTests
{
    private static readonly string[] Strings = ["leq", "abba", "xabba", " de ", "perfor", "0tim"];

    private static readonly StringSearch Search = new(["leq", "abba", "xabba"], [" de "], ["perfor", "0tim"]);

    private static readonly Gen<string> Texts = Gen.Frequency(
            (6, Gen.Elements(Strings)),
            (6, Gen.Elements("a", "b", "l", "e", "q", " ", "\n", "\t", "d", "perfo", "é", "\u0164", "\uFF4C", "\u2061"))
        )
        .ArrayOf()
        .Resize(60)
        .Select(string.Concat);

    [Fact]
    public void It_finds_just_what_looking_one_by_one_finds() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Texts.ToArbitrary(), FindsWhatOneByOneFinds));

    private static void FindsWhatOneByOneFinds(string text)
    {
        var plain = string.Concat($" {text} ".Select(character => character < ' ' ? ' ' : character));
        var expected = Strings
            .SelectMany(value =>
                Enumerable.Range(0, plain.Length).Where(at => At(plain, at).StartsWith(value)).Select(at => at + value.Length)
            )
            .Where(end => end <= plain.Length)
            .Distinct()
            .Order();

        Assert.Equal(expected, Ends(text, 0).Select(end => end + 1));
    }

    private static ReadOnlySpan<char> At(string text, int start) => text.AsSpan(start);

    [Fact]
    public void From_a_position_on_it_finds_what_the_rest_of_the_text_holds() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Texts.SelectMany(text => Gen.Choose(1, text.Length + 1).Select(from => (text: text + "!", from))).ToArbitrary(),
                ((string Text, int From) sample) =>
                    Assert.Equal(
                        Ends(sample.Text[sample.From..], 0).Where(end => !StartsOnlyBefore(sample.Text[sample.From..], end)),
                        Ends(sample.Text, sample.From).Select(end => end - sample.From)
                    )
            )
        );

    /// <summary>Whether what ends at a position needs the space before the text.</summary>
    private static bool StartsOnlyBefore(string text, int end) => !Strings.Any(value => end >= value.Length && Matches(text, end, value));

    private static bool Matches(string text, int end, string value) =>
        Enumerable
            .Range(0, value.Length)
            .All(i => (end - value.Length + i) is var at && (at < text.Length ? Math.Max(text[at], ' ') : ' ') == value[i]);

    [Fact]
    public void Of_strings_of_a_group_that_end_together_it_gives_the_longest()
    {
        var walk = Search.In("an xabba");

        Assert.True(walk.MoveNext());
        Assert.Equal((3, 5), (walk.Position, walk.Length));
        Assert.False(walk.MoveNext());
    }

    [Fact]
    public void More_groups_than_it_has_bits_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StringSearch([.. Enumerable.Repeat(new[] { "owls" }, 9)]));

    private static List<int> Ends(string text, int from)
    {
        var ends = new List<int>();
        for (var walk = Search.In(text, from); walk.MoveNext(); )
        {
            ends.Add(walk.Position + walk.Length);
        }
        return ends;
    }
}
