using System.Text;
using DigestLsp.Text;

namespace DigestLsp.Syntax.Tests.Text;

public class SourceTextTests
{
    [Fact]
    public void An_empty_text_has_one_empty_line()
    {
        foreach (var text in (SourceText[])[SourceText.Empty, SourceText.From(""), SourceText.From([])])
        {
            Assert.Equal((0, 0, 1, ""), (text.Length, text.ByteLength, text.LineCount, text.ToString()));
            Assert.Equal(default, text.GetLinePosition(0));
            Assert.Equal(default, text.GetLineSpan(0));
            Assert.Equal(0, text.GetPosition(new(3, 3)));
            Assert.Equal("new", text.WithChanges(Insert(0, "new")).ToString());
        }
    }

    [Theory]
    [InlineData("a\n", 2)]
    [InlineData("a\r\n", 2)]
    [InlineData("a\r", 2)]
    [InlineData("a\nb", 2)]
    [InlineData("\r\n\r\r\n\n", 5)]
    [InlineData("a\u2028b\fc\u0085", 1)]
    public void Lines_end_at_LF_CRLF_and_a_lone_CR(string text, int lines) => Assert.Equal(lines, SourceText.From(text).LineCount);

    [Fact]
    public void A_byte_order_mark_is_a_character_of_the_text()
    {
        var text = SourceText.From("\uFEFFnew\n"u8);

        Assert.Equal("\uFEFFnew\n", text.ToString());
        Assert.Equal("\uFEFFnew\n"u8.ToArray(), Written(text));
    }

    [Fact]
    public void NUL_is_a_character_like_any_other() => Assert.Equal("a\0b", SourceText.From("a\0b"u8).ToString());

    [Theory]
    [InlineData(new byte[] { 0x61, 0xFF, 0x62 }, 1)]
    [InlineData(new byte[] { 0x61, 0x62, 0xE2, 0x82 }, 2)]
    [InlineData(new byte[] { 0xC0, 0x80 }, 0)]
    [InlineData(new byte[] { 0x61, 0xED, 0xA0, 0x80 }, 1)]
    [InlineData(new byte[] { 0x61, 0xC3, 0xA9, 0x80, 0x62 }, 3)]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 }, 0)]
    public void Bytes_that_are_not_UTF8_are_refused_naming_the_first_bad_one(byte[] bytes, int bad)
    {
        Assert.Equal(bad, Assert.Throws<InvalidUtf8Exception>(() => SourceText.From(bytes)).ByteOffset);

        // However far into the text it stands, and whatever stands around it.
        byte[] far = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("sand 砂 🏞\r\n", 3_001))), .. bytes, .. "more"u8];
        Assert.Equal(far.Length - 4 - bytes.Length + bad, Assert.Throws<InvalidUtf8Exception>(() => SourceText.From(far)).ByteOffset);
        Assert.Equal(far.Length - 4 - bytes.Length + bad, Assert.Throws<InvalidUtf8Exception>(() => SourceText.Adopt(far)).ByteOffset);
    }

    [Fact]
    public void An_adopted_array_is_kept_until_a_quarter_of_it_is_out_of_use()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("sand 砂 🏞\r\n", 10_000)));
        var text = SourceText.Adopt(bytes);

        var nearly = text.WithChanges(Delete(0, text.Length / 5));
        var less = text.WithChanges(Delete(0, text.Length / 3));

        Assert.Equal(bytes.Length, text.RetainedBytes);
        Assert.InRange(nearly.RetainedBytes, bytes.Length, bytes.Length + 2_000);
        Assert.Equal(less.ByteLength, less.RetainedBytes);
        Assert.Equal(text.ToString()[(text.Length / 3)..], less.ToString());
        Assert.Equal((0, ""), (SourceText.Adopt([]).Length, SourceText.Adopt("abc"u8.ToArray(), 3).ToString()));
        Assert.Equal("bc", SourceText.Adopt("abc\u00FF"u8.ToArray(), 1, 3).ToString());
    }

    [Fact]
    public void An_edit_may_cut_a_surrogate_pair_and_another_join_its_halves()
    {
        var text = SourceText.From("a🏞b");

        var cut = text.WithChanges(Insert(2, "|"));
        Assert.Equal("a\uD83C|\uDFDEb", cut.ToString());
        Assert.Equal(9, cut.ByteLength);

        var joined = cut.WithChanges(Delete(2, 1));
        Assert.Equal("a🏞b", joined.ToString());
        Assert.Equal(6, joined.ByteLength);
    }

    [Fact]
    public void On_disk_a_lone_surrogate_becomes_a_replacement_character()
    {
        Assert.Equal("a\uFFFDb"u8.ToArray(), Written(SourceText.From("a\uD83Cb")));
    }

    [Fact]
    public void CR_and_LF_are_two_breaks_apart_and_one_together()
    {
        var text = SourceText.From("a\r\nb");
        Assert.Equal(2, text.LineCount);
        Assert.Equal(new LinePosition(0, 2), text.GetLinePosition(2));

        var split = text.WithChanges(Insert(2, "x"));
        Assert.Equal(3, split.LineCount);
        Assert.Equal(new LinePosition(1, 0), split.GetLinePosition(2));

        Assert.Equal(2, split.WithChanges(Delete(2, 1)).LineCount);
    }

    [Fact]
    public void Halves_meet_wherever_the_text_is_cut_into_chunks()
    {
        foreach (var (first, second) in (ReadOnlySpan<(char, char)>)[('\r', '\n'), ('\uD83C', '\uDFDE')])
        {
            for (var before = 1_000; before < 1_600; before++)
            {
                var expected = SourceText.From(new string('x', before) + first + second + new string('y', 3_000));
                var alone = SourceText.From(new string('x', before) + first + new string('y', 3_000));
                var apart = SourceText.From(new string('x', before) + first + '|' + second + new string('y', 3_000));

                foreach (
                    var met in (SourceText[])[alone.WithChanges(Insert(before + 1, $"{second}")), apart.WithChanges(Delete(before + 1, 1))]
                )
                {
                    Assert.True(expected.ToString() == met.ToString());
                    Assert.Equal((expected.LineCount, expected.ByteLength), (met.LineCount, met.ByteLength));
                }
            }
        }
    }

    [Fact]
    public void A_position_past_the_end_of_its_line_means_that_end()
    {
        var text = SourceText.From("ab\r\ncd\re\n");

        Assert.Equal(2, text.GetPosition(new(0, 2)));
        Assert.Equal(2, text.GetPosition(new(0, 3)));
        Assert.Equal(2, text.GetPosition(new(0, int.MaxValue)));
        Assert.Equal(6, text.GetPosition(new(1, 7)));
        Assert.Equal(6, text.GetPosition(new(1, int.MaxValue)));
        Assert.Equal(8, text.GetPosition(new(2, 9)));
        Assert.Equal(9, text.GetPosition(new(3, 9)));
        Assert.Equal(9, text.GetPosition(new(4, 0)));
        Assert.Equal(9, text.GetPosition(new(int.MaxValue, 0)));
        Assert.Equal(0, text.GetPosition(new(-1, 5)));
        Assert.Equal(4, text.GetPosition(new(1, -5)));
    }

    [Fact]
    public void Changes_may_be_given_in_any_order_and_touch()
    {
        var text = SourceText.From("0123456789");

        var edited = text.WithChanges(new(new(8, 1), "H"), Delete(4, 2), new(new(6, 2), "FG"), Insert(4, "x"), Insert(4, "y"));

        Assert.Equal("0123xyFGH9", edited.ToString());
    }

    [Fact]
    public void Changes_that_overlap_are_refused()
    {
        var text = SourceText.From("0123456789");

        Assert.Throws<ArgumentException>(() => text.WithChanges(Delete(4, 3), Delete(6, 1)));
        Assert.Throws<ArgumentException>(() => text.WithChanges(Delete(4, 3), Insert(5, "x")));
        Assert.Throws<ArgumentException>(() => text.WithChanges(Delete(4, 3), Delete(4, 3)));
    }

    [Fact]
    public void What_lies_outside_the_text_is_refused()
    {
        var text = SourceText.From("0123456789");

        Assert.Throws<ArgumentOutOfRangeException>(() => text.WithChanges(Insert(11, "x")));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.WithChanges(Delete(9, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.WithChanges(Delete(-1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.WithChanges(Delete(5, int.MaxValue)));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.ToString(new TextSpan(5, -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.GetLinePosition(11));
    }

    [Fact]
    public void No_change_is_the_same_text()
    {
        var text = SourceText.From("0123456789");

        Assert.Same(text, text.WithChanges());
        Assert.Same(text, text.WithChanges(Insert(5, "")));
    }

    [Fact]
    public void A_line_of_a_hundred_megabytes_is_a_line()
    {
        const int Length = 100_000_000;
        var bytes = new byte[Length];
        bytes.AsSpan().Fill((byte)'x');

        var text = SourceText.From(bytes);
        var edited = text.WithChanges(Insert(Length / 2, "🏞\n"));

        Assert.Equal((Length, 1), (text.Length, text.LineCount));
        Assert.Equal((Length + 3, 2), (edited.Length, edited.LineCount));
        Assert.Equal(new LinePosition(1, Length / 2), edited.GetLinePosition(edited.Length));
        Assert.Equal((Length / 2) + 2, edited.GetPosition(new(0, int.MaxValue)));
        Assert.Equal("x🏞\nx", edited.ToString(new TextSpan((Length / 2) - 1, 5)));
    }

    [Fact]
    public void Texts_with_the_same_characters_are_equal_however_they_came_about()
    {
        var text = SourceText.From(string.Concat(Enumerable.Repeat("sand 砂 🏞\r\n", 500)));

        Assert.True(text.ContentEquals(text.WithChanges(Insert(700, "xyz")).WithChanges(Delete(700, 3))));
        Assert.False(text.ContentEquals(text.WithChanges(new TextChange(new(700, 1), "~"))));
        Assert.False(text.ContentEquals(SourceText.Empty));
    }

    private static TextChange Insert(int at, string text) => new(new(at, 0), text);

    private static TextChange Delete(int at, int length) => new(new(at, length), "");

    private static byte[] Written(SourceText text)
    {
        var stream = new MemoryStream();
        text.WriteUtf8To(stream);
        return stream.ToArray();
    }
}
