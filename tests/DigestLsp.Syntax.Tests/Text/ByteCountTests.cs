using System.Text;
using DigestLsp.Text;

namespace DigestLsp.Syntax.Tests.Text;

/// <summary>Counting many bytes at once gives what counting one by one does, at every length and wherever the ends lie.</summary>
public class ByteCountTests
{
    private static readonly string[] Pieces = ["a", "\n", "\r", "\r\n", "é", "砂", "🏞", "the river "];

    [Theory]
    [InlineData(600)]
    [InlineData(20_000)]
    public void Units_and_line_breaks_are_those_of_the_string(int length)
    {
        var random = new Random(length);
        for (var weight = 1; weight <= 64; weight *= 2)
        {
            var plain = new StringBuilder();
            while (plain.Length < length)
            {
                // Now dense with marks, now nearly plain.
                plain.Append(Pieces[random.Next(weight) == 0 ? random.Next(Pieces.Length) : 0]);
            }
            var bytes = Encoding.UTF8.GetBytes(plain.ToString());
            for (var cut = 0; cut < 150; cut++)
            {
                var (start, end) = (cut, bytes.Length - random.Next(cut + 1));
                var stretch = bytes.AsSpan(start, end - start);
                Assert.Equal(UnitsOf(stretch), Wtf8.Utf16Length(stretch));
                Assert.Equal(BreaksOf(stretch), LineBreaks.Count(stretch));
            }
        }
    }

    [Theory]
    [InlineData(0x80)] // a lane that adds these up must not run over
    [InlineData(0xF0)]
    [InlineData('\n')]
    [InlineData('\r')]
    public void One_byte_again_and_again_is_counted_as_often(byte value)
    {
        var bytes = new byte[40_000];
        bytes.AsSpan().Fill(value);
        for (var length = bytes.Length - 70; length <= bytes.Length; length++)
        {
            Assert.Equal(UnitsOf(bytes.AsSpan(0, length)), Wtf8.Utf16Length(bytes.AsSpan(0, length)));
            Assert.Equal(BreaksOf(bytes.AsSpan(0, length)), LineBreaks.Count(bytes.AsSpan(0, length)));
        }
    }

    private static int UnitsOf(ReadOnlySpan<byte> bytes)
    {
        var units = 0;
        foreach (var value in bytes)
        {
            units += ((value & 0xC0) == 0x80 ? 0 : 1) + (value >= 0xF0 ? 1 : 0);
        }
        return units;
    }

    private static int BreaksOf(ReadOnlySpan<byte> bytes)
    {
        var breaks = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            breaks += bytes[i] == '\n' || (bytes[i] == '\r' && !(i + 1 < bytes.Length && bytes[i + 1] == '\n')) ? 1 : 0;
        }
        return breaks;
    }
}
