using DigestLsp.Text;

namespace DigestLsp.Syntax.Tests.Text;

public class Wtf8Tests
{
    // No inline data: lone surrogates do not survive in attributes.
    [Fact]
    public void Any_string_comes_back()
    {
        foreach (
            var text in (string[])
                ["", "sand", "Fluß 砂 🏞", "\uD83C", "\uDFDE\uD83C", "a\uD83Cb\uDFDEc", "🏞\uD83C🏞\uDFDE🏞", "\uD83C\uD83C\uDFDE\uDFDE"]
        )
        {
            foreach (var repeated in (string[])[text, string.Concat(Enumerable.Repeat(text, 99))])
            {
                var bytes = Wtf8.Encode(repeated);
                Assert.Equal(repeated, Wtf8.Decode(bytes));
                Assert.Equal(repeated.Length, Wtf8.Utf16Length(bytes));
            }
        }
    }

    [Fact]
    public void Offsets_count_units_and_know_the_middle_of_a_pair()
    {
        var bytes = Wtf8.Encode("aß砂🏞b");

        Assert.Equal((0, false), Wtf8.ByteOffset(bytes, 0));
        Assert.Equal((1, false), Wtf8.ByteOffset(bytes, 1));
        Assert.Equal((3, false), Wtf8.ByteOffset(bytes, 2));
        Assert.Equal((6, false), Wtf8.ByteOffset(bytes, 3));
        Assert.Equal((6, true), Wtf8.ByteOffset(bytes, 4));
        Assert.Equal((10, false), Wtf8.ByteOffset(bytes, 5));
        Assert.Equal((11, false), Wtf8.ByteOffset(bytes, 6));
    }

    [Fact]
    public void Offsets_in_long_text_are_those_of_its_parts()
    {
        var text = string.Concat(Enumerable.Repeat("aß砂🏞", 400));
        var bytes = Wtf8.Encode(text);
        for (var units = 0; units <= text.Length; units++)
        {
            var inside = units > 0 && units < text.Length && char.IsLowSurrogate(text[units]);
            Assert.Equal((Wtf8.Encode(text.AsSpan(0, inside ? units - 1 : units)).Length, inside), Wtf8.ByteOffset(bytes, units));
        }
    }
}
