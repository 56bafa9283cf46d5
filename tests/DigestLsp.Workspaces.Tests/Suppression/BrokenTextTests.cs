namespace DigestLsp.Workspaces.Tests;

/// <summary>What a baseline keeps of the characters at fault.</summary>
public sealed class BrokenTextTests
{
    [Theory]
    [InlineData("of to", "of to")]
    [InlineData("of\r\n\tto ", "of to")]
    [InlineData("", "")]
    [InlineData("a\u200Bb", "a\u200Bb")]
    public void It_is_on_one_line_whatever_the_line_endings(string text, string expected) => Assert.Equal(expected, BrokenText.Of(text));

    [Fact]
    public void Half_a_character_is_a_character_that_files_can_hold() => Assert.Equal("a\uFFFDb", BrokenText.Of("a\uD800b"));

    [Fact]
    public void Long_text_is_its_beginning_and_a_hash_of_all()
    {
        var (one, other) = (new string('x', 500) + "1", new string('x', 500) + "2");

        Assert.InRange(BrokenText.Of(one).Length, 60, 120);
        Assert.StartsWith(new string('x', 60), BrokenText.Of(one), StringComparison.Ordinal);
        Assert.NotEqual(BrokenText.Of(one), BrokenText.Of(other));
        Assert.Equal(BrokenText.Of(one), BrokenText.Of(one));
    }
}
