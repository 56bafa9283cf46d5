using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DigestLsp.Text;

/// <summary>Line breaks are LF, CRLF (one break) and a lone CR.</summary>
internal static class LineBreaks
{
    /// <summary>The number of breaks; the text does not begin inside a CRLF.</summary>
    // By itself and at once: inlined, the loop may lose its registers, and unoptimised code for vectors is a hundred times slower.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static int Count(ReadOnlySpan<byte> text)
    {
        // Every LF is a break, and so is every CR that no LF follows.
        var count = 0;
        var rest = text;
        while (rest.Length > Vector<byte>.Count)
        {
            // A lane holds the sum of at most 255 bytes.
            var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(rest[..^1]);
            vectors = vectors[..Math.Min(vectors.Length, byte.MaxValue - 1)];
            var following = MemoryMarshal.Cast<byte, Vector<byte>>(rest[1..]);
            rest = rest[(vectors.Length * Vector<byte>.Count)..];
            var sums = Vector<byte>.Zero;
            for (var i = 0; i < vectors.Length; i++)
            {
                sums -= BreaksIn(vectors[i], following[i]);
            }
            if (rest.Length <= Vector<byte>.Count)
            {
                // All that is left but the very last byte is the end of one more vector.
                var last = BreaksIn(new(text[^(Vector<byte>.Count + 1)..]), new(text[^Vector<byte>.Count..]));
                var isLeft = Vector.GreaterThan(Vector<byte>.Indices, new Vector<byte>((byte)(Vector<byte>.Count - rest.Length)));
                sums -= last & isLeft;
                rest = rest[^1..];
            }
            Vector.Widen(sums, out var low, out var high);
            count += Vector.Sum(low + high);
        }
        for (var i = 0; i < rest.Length; i++)
        {
            count += rest[i] == '\n' || (rest[i] == '\r' && (i + 1 == rest.Length || rest[i + 1] != '\n')) ? 1 : 0;
        }
        return count;
    }

    private static Vector<byte> BreaksIn(Vector<byte> bytes, Vector<byte> following)
    {
        var feed = new Vector<byte>((byte)'\n');
        var lone = Vector.AndNot(Vector.Equals(bytes, new Vector<byte>((byte)'\r')), Vector.Equals(following, feed));
        return Vector.Equals(bytes, feed) | lone;
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
