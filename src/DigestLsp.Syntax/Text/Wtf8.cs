using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace DigestLsp.Text;

/// <summary>
/// UTF-8 that can also hold lone surrogates, each as the three bytes that its code point would have (WTF-8, S. Sapin,
/// https://simonsapin.github.io/wtf-8/). Text never holds a high half followed by a low one: those are one four-byte sequence.
/// </summary>
public static class Wtf8
{
    /// <summary>The number of UTF-16 units that these bytes stand for.</summary>
    public static int Utf16Length(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= Vector<byte>.Count)
        {
            return Utf16LengthOfVectors(bytes);
        }
        // Every byte that starts a sequence is one unit, and those of four-byte sequences are two.
        var units = bytes.Length;
        foreach (var value in bytes)
        {
            units +=
                value >= 0xF0 ? 1
                : (sbyte)value < -64 ? -1
                : 0;
        }
        return units;
    }

    // By itself and at once: inlined, the loop may lose its registers, and unoptimised code for vectors is a hundred times slower.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Utf16LengthOfVectors(ReadOnlySpan<byte> bytes)
    {
        var units = bytes.Length;
        var rest = bytes;
        while (!rest.IsEmpty)
        {
            // A lane holds the sum of at most 127 bytes.
            var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(rest);
            vectors = vectors[..Math.Min(vectors.Length, sbyte.MaxValue - 1)];
            rest = rest[(vectors.Length * Vector<byte>.Count)..];
            var sums = Vector<sbyte>.Zero;
            foreach (var vector in vectors)
            {
                sums += MoreUnitsThanBytes(vector);
            }
            if (rest.Length < Vector<byte>.Count)
            {
                // What is left is the end of one more vector.
                var last = new Vector<byte>(bytes[^Vector<byte>.Count..]);
                var isLeft = Vector.GreaterThanOrEqual(Vector<byte>.Indices, new Vector<byte>((byte)(Vector<byte>.Count - rest.Length)));
                sums += MoreUnitsThanBytes(last & isLeft);
                rest = default;
            }
            Vector.Widen(sums, out var low, out var high);
            units += Vector.Sum(low + high);
        }
        return units;
    }

    /// <summary>For each byte: 1 where it starts a four-byte sequence, −1 where it starts none and is not ASCII, else 0.</summary>
    private static Vector<sbyte> MoreUnitsThanBytes(Vector<byte> bytes) =>
        Vector.LessThan(bytes.As<byte, sbyte>(), new Vector<sbyte>(-64))
        - Vector.GreaterThanOrEqual(bytes, new Vector<byte>(0xF0)).As<byte, sbyte>();

    /// <summary>
    /// The number of bytes before the UTF-16 unit numbered <paramref name="units"/>; <c>InsidePair</c> where that unit is the
    /// second half of a four-byte sequence, whose first byte is then meant.
    /// </summary>
    public static (int Bytes, bool InsidePair) ByteOffset(ReadOnlySpan<byte> bytes, int units)
    {
        // Whole blocks first, so that a long line costs a vectorised count and one short walk.
        const int Block = 256;
        var offset = 0;
        while (offset + Block <= bytes.Length)
        {
            var inBlock = Utf16Length(bytes.Slice(offset, Block));
            if (inBlock > units)
            {
                break;
            }
            units -= inBlock;
            offset += Block;
        }
        while (offset < bytes.Length && (bytes[offset] & 0xC0) == 0x80)
        {
            offset++;
        }
        while (units > 0 && offset < bytes.Length)
        {
            var length = SequenceLength(bytes[offset]);
            if (length == 4)
            {
                if (units == 1)
                {
                    return (offset, true);
                }
                units--;
            }
            units--;
            offset += length;
        }
        return (offset, false);
    }

    /// <summary>The length in bytes of the sequence that begins with <paramref name="first"/>.</summary>
    public static int SequenceLength(byte first) =>
        first switch
        {
            < 0xC0 => 1,
            < 0xE0 => 2,
            < 0xF0 => 3,
            _ => 4,
        };

    /// <summary>Writes <paramref name="text"/>, whatever surrogates it holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">At least three times as long.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> target)
    {
        var length = 0;
        while (true)
        {
            var status = Utf8.FromUtf16(text, target[length..], out var read, out var written, replaceInvalidSequences: false);
            length += written;
            if (status == OperationStatus.Done)
            {
                return length;
            }
            // A high half at the very end counts as unfinished rather than wrong.
            WriteSurrogate(text[read], target[length..]);
            length += 3;
            text = text[(read + 1)..];
        }
    }

    /// <summary>The bytes of <paramref name="text"/>, whatever surrogates it holds.</summary>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var pooled = ArrayPool<byte>.Shared.Rent(text.Length * 3);
        var bytes = pooled.AsSpan(0, Encode(text, pooled)).ToArray();
        ArrayPool<byte>.Shared.Return(pooled);
        return bytes;
    }

    /// <summary>Writes the three bytes of one lone surrogate.</summary>
    public static void WriteSurrogate(char surrogate, Span<byte> target)
    {
        target[0] = 0xED;
        target[1] = (byte)(0x80 | ((surrogate >> 6) & 0x3F));
        target[2] = (byte)(0x80 | (surrogate & 0x3F));
    }

    /// <summary>Whether these bytes end in a lone high surrogate.</summary>
    public static bool EndsWithHighSurrogate(ReadOnlySpan<byte> bytes) => bytes is [.., 0xED, >= 0xA0 and <= 0xAF, _];

    /// <summary>Whether these bytes begin with a lone low surrogate.</summary>
    public static bool StartsWithLowSurrogate(ReadOnlySpan<byte> bytes) => bytes is [0xED, >= 0xB0 and <= 0xBF, _, ..];

    /// <summary>The text that these bytes stand for.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return string.Empty;
        }
        var length = Utf16Length(bytes);
        var pooled = ArrayPool<char>.Shared.Rent(length);
        var chars = pooled.AsSpan(0, length);
        Decode(bytes, chars);
        var text = chars.ToString();
        ArrayPool<char>.Shared.Return(pooled);
        return text;
    }

    /// <summary>Writes the text that these bytes stand for; <paramref name="target"/> has just its length.</summary>
    public static void Decode(ReadOnlySpan<byte> bytes, Span<char> target)
    {
        while (!bytes.IsEmpty)
        {
            var status = Utf8.ToUtf16(bytes, target, out var read, out var written, replaceInvalidSequences: false);
            bytes = bytes[read..];
            target = target[written..];
            if (status == OperationStatus.Done)
            {
                return;
            }
            if (bytes.Length < 3 || bytes[0] != 0xED)
            {
                throw new InvalidUtf8Exception(0);
            }
            target[0] = (char)(0xD000 | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F));
            target = target[1..];
            bytes = bytes[3..];
        }
    }
}
