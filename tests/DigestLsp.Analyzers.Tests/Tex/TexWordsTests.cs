namespace DigestLsp.Analyzers.Tests;

/// <summary>The search for what formulas leave without a backslash.</summary>
public class TexWordsTests
{
    /// <summary>Else a text that holds it would be passed over.</summary>
    [Fact]
    public void Every_word_passes_the_first_look() =>
        Assert.All(TexWords.Values, word => Assert.True(TexWords.MayStandIn($"a{word}b"), word));

    [Fact]
    public void Every_word_is_found() => Assert.All(TexWords.Values, word => Assert.Equal(1, TexWords.IndexFrom($"a{word}b", 0)));

    [Theory]
    [InlineData("The owls of the narrow valley, each of them five times as loud as a bell, are similar in frequency.")]
    [InlineData("Variables of a sequence depend on the number of dots, on plus signs and on sets of values.")]
    public void Plain_text_does_not_pass(string text) => Assert.False(TexWords.MayStandIn(text));
}
