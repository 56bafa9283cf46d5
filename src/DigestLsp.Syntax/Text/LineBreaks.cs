using System.Runtime.Intrinsics;

namespace DigestLsp.Text;

/// <summary>Line breaks are LF, CRLF (one break) and a lone CR.</summary>
internal static class LineBreaks
{
    /// <summary>The number of breaks; the text does not begin inside a CRLF.</summary>
    public static int Count(ReadOnlySpan<byte> text)
    {
        // Every LF is a break, and so is every CR that no LF follows.
        var count = 0;
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var lf = Vector256.Create((byte)'\n');
            var cr = Vector256.Create((byte)'\r');
            for (; i + Vector256<byte>.Count < text.Length; i += Vector256<byte>.Count)
            {
                var vector = Vector256.Create(text.Slice(i, Vector256<byte>.Count));
                count += int.PopCount((int)Vector256.Equals(vector, lf).ExtractMostSignificantBits());
                var returns = Vector256.Equals(vector, cr).ExtractMostSignificantBits();
                if (returns != 0)
                {
                    var next = Vector256.Create(text.Slice(i + 1, Vector256<byte>.Count));
                    count += int.PopCount((int)(returns & ~Vector256.Equals(next, lf).ExtractMostSignificantBits()));
                }
            }
        }
        for (; i < text.Length; i++)
        {
            count += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')) ? 1 : 0;
        }
        return count;
    }

    /// <summary>The offset just past the break numbered <paramref name="number"/>, from 1; the text's length if it has fewer.</summary>
    public static int OffsetAfter(ReadOnlySpan<byte> text, int number)
    {
        var offset = 0;
        while (number > 0)
        {
            var found = text[offset..].IndexOfAny((byte)'\n', (byte)'\r');
            if (found < 0)
            {
                return text.Length;
            }
            offset += found;
            offset += LengthAt(text, offset);
            number--;
        }
        return offset;
    }

    /// <summary>The length of the break at <paramref name="offset"/>: 2 for CRLF, 1 for LF or CR, 0 where there is none.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text, int offset) =>
        offset >= text.Length ? 0
        : text[offset] == '\n' ? 1
        : text[offset] != '\r' ? 0
        : offset + 1 < text.Length && text[offset + 1] == '\n' ? 2
        : 1;
}
