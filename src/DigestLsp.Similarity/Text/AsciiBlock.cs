using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DigestLsp.Similarity;

/// <summary>Sixty-four bytes of text, classified at once: one bit a byte, the first byte's lowest.</summary>
/// <param name="Alphanumeric">Letters and digits of ASCII.</param>
/// <param name="Special">Bytes that may be more than a separator: markup, beyond ASCII, signs and points inside words.</param>
internal readonly record struct AsciiBlock(ulong Alphanumeric, ulong Special)
{
    /// <summary>The bytes in a block.</summary>
    public const int Size = 64;

    /// <summary>Classifies the first <see cref="Size"/> bytes of a text, which starts outside a word, and writes them in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AsciiBlock Read(ReadOnlySpan<byte> text, Span<byte> lowered)
    {
        ref byte source = ref MemoryMarshal.GetReference(text[..Size]);
        ref byte target = ref MemoryMarshal.GetReference(lowered[..Size]);
        Masks masks = Vector512.IsHardwareAccelerated
            ? Classify(Vector512.LoadUnsafe(ref source), ref target)
            : Join(
                Classify(Vector256.LoadUnsafe(ref source), ref target),
                Classify(Vector256.LoadUnsafe(ref source, 32), ref Unsafe.Add(ref target, 32))
            );
        ulong alphanumeric = masks.Letters | masks.Digits;
        // Whether a digit follows the last byte is not known here, so it counts as if one did.
        ulong beforeDigit = (masks.Digits >> 1) | (1UL << 63);
        ulong special = masks.Others | (masks.Signs & (alphanumeric << 1)) | (masks.Points & (masks.Digits << 1) & beforeDigit);
        return new AsciiBlock(alphanumeric, special);
    }

    /// <summary>The same for a text of fewer bytes: zeros follow it, which separate words like any other control character.</summary>
    public static AsciiBlock ReadLast(ReadOnlySpan<byte> text, Span<byte> lowered)
    {
        Span<byte> padded = stackalloc byte[Size];
        text.CopyTo(padded);
        return Read(padded, lowered);
    }

    /// <summary>The place after the last byte of the run of letters and digits that starts at a place.</summary>
    public int EndOfWord(int start) => start + BitOperations.TrailingZeroCount(~(Alphanumeric >> start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Masks Classify(Vector512<byte> bytes, ref byte target)
    {
        // Setting bit 5 lowers letters, leaves digits as they are, and moves nothing else into either range.
        Vector512<byte> lower = bytes | Vector512.Create((byte)0x20);
        lower.StoreUnsafe(ref target);
        Vector512<byte> letters = Vector512.LessThan(lower - Vector512.Create((byte)'a'), Vector512.Create((byte)26));
        Vector512<byte> digits = Vector512.LessThan(bytes - Vector512.Create((byte)'0'), Vector512.Create((byte)10));
        Vector512<byte> signs = Vector512.Equals(bytes, Vector512.Create((byte)'+')) | Vector512.Equals(bytes, Vector512.Create((byte)'#'));
        Vector512<byte> points = Vector512.Equals(bytes, Vector512.Create((byte)'.'));
        Vector512<byte> markup =
            Vector512.Equals(bytes, Vector512.Create((byte)'\\'))
            | Vector512.Equals(bytes, Vector512.Create((byte)'<'))
            | Vector512.Equals(bytes, Vector512.Create((byte)'&'));
        return new Masks(
            letters.ExtractMostSignificantBits(),
            digits.ExtractMostSignificantBits(),
            signs.ExtractMostSignificantBits(),
            points.ExtractMostSignificantBits(),
            (markup | bytes).ExtractMostSignificantBits()
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Masks Classify(Vector256<byte> bytes, ref byte target)
    {
        Vector256<byte> lower = bytes | Vector256.Create((byte)0x20);
        lower.StoreUnsafe(ref target);
        Vector256<byte> letters = Vector256.LessThan(lower - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        Vector256<byte> digits = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
        Vector256<byte> signs = Vector256.Equals(bytes, Vector256.Create((byte)'+')) | Vector256.Equals(bytes, Vector256.Create((byte)'#'));
        Vector256<byte> points = Vector256.Equals(bytes, Vector256.Create((byte)'.'));
        Vector256<byte> markup =
            Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'<'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'&'));
        return new Masks(
            letters.ExtractMostSignificantBits(),
            digits.ExtractMostSignificantBits(),
            signs.ExtractMostSignificantBits(),
            points.ExtractMostSignificantBits(),
            (markup | bytes).ExtractMostSignificantBits()
        );
    }

    private static Masks Join(Masks low, Masks high) =>
        new(
            low.Letters | (high.Letters << 32),
            low.Digits | (high.Digits << 32),
            low.Signs | (high.Signs << 32),
            low.Points | (high.Points << 32),
            low.Others | (high.Others << 32)
        );

    private readonly record struct Masks(ulong Letters, ulong Digits, ulong Signs, ulong Points, ulong Others);
}
