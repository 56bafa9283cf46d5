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
        Masks low = Classify(Vector256.LoadUnsafe(ref source), ref target);
        Masks high = Classify(Vector256.LoadUnsafe(ref source, 32), ref Unsafe.Add(ref target, 32));
        ulong letters = low.Letters | ((ulong)high.Letters << 32);
        ulong digits = low.Digits | ((ulong)high.Digits << 32);
        ulong alphanumeric = letters | digits;
        ulong signs = low.Signs | ((ulong)high.Signs << 32);
        ulong points = low.Points | ((ulong)high.Points << 32);
        // Whether a digit follows the last byte is not known here, so it counts as if one did.
        ulong beforeDigit = (digits >> 1) | (1UL << 63);
        ulong special = low.Others | ((ulong)high.Others << 32) | (signs & (alphanumeric << 1)) | (points & (digits << 1) & beforeDigit);
        return new AsciiBlock(alphanumeric, special);
    }

    /// <summary>The place after the last byte of the run of letters and digits that starts at a place.</summary>
    public int EndOfWord(int start) => start + BitOperations.TrailingZeroCount(~(Alphanumeric >> start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Masks Classify(Vector256<byte> bytes, ref byte target)
    {
        // Setting bit 5 lowers letters, leaves digits as they are, and moves nothing else into either range.
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

    private readonly record struct Masks(uint Letters, uint Digits, uint Signs, uint Points, uint Others);
}
