using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DigestLsp.Similarity;

/// <summary>The short cut for plain ASCII: words are found, copied and hashed by blocks.</summary>
internal sealed partial class FoldedText
{
    private const int MostWordsOfBlock = AsciiBlock.Size / 2;

    /// <summary>Folds whole words of plain ASCII from a place outside a word on, and returns where it stopped, outside a word too.</summary>
    private int FoldBlocks(ReadOnlySpan<byte> utf8, int position)
    {
        Span<byte> lowered = stackalloc byte[AsciiBlock.Size + Slack];
        while (position < utf8.Length)
        {
            AsciiBlock block =
                utf8.Length - position >= AsciiBlock.Size
                    ? AsciiBlock.Read(utf8[position..], lowered)
                    : AsciiBlock.ReadLast(utf8[position..], lowered);
            int limit = BitOperations.TrailingZeroCount(block.Special);
            int done = AppendWords(block, limit, lowered);
            position += done;
            if (limit < AsciiBlock.Size || done == 0)
            {
                break;
            }
        }

        return Math.Min(position, utf8.Length);
    }

    /// <summary>Appends the words of a block that end before a limit, and returns how far it came.</summary>
    private int AppendWords(AsciiBlock block, int limit, ReadOnlySpan<byte> lowered)
    {
        EnsureRoom(2 * AsciiBlock.Size);
        EnsureWords(MostWordsOfBlock);
        ref byte source = ref MemoryMarshal.GetReference(lowered);
        ref byte bytes = ref MemoryMarshal.GetArrayDataReference(_bytes);
        ref int ends = ref MemoryMarshal.GetArrayDataReference(_ends);
        ref ulong hashes = ref MemoryMarshal.GetArrayDataReference(_hashes);
        int length = _length;
        int count = WordCount;
        int done = 0;
        while (done < limit)
        {
            int start = done + BitOperations.TrailingZeroCount(block.Alphanumeric >> done);
            if (start >= limit)
            {
                done = limit;
                break;
            }

            int end = block.EndOfWord(start);
            if (end >= limit)
            {
                done = start;
                break;
            }

            ref byte word = ref Unsafe.Add(ref source, start);
            if (word <= '9' && length > 0 && IsDigit(Unsafe.Add(ref bytes, length - 1)))
            {
                Unsafe.Add(ref bytes, length++) = (byte)' ';
            }

            int width = end - start;
            for (int i = 0; i < width; i += Slack)
            {
                Vector128.LoadUnsafe(ref word, (nuint)i).StoreUnsafe(ref bytes, (nuint)(length + i));
            }

            length += width;
            Unsafe.Add(ref ends, count) = length;
            Unsafe.Add(ref hashes, count) =
                width <= 2 * sizeof(ulong)
                    ? HashOfShort(Unsafe.ReadUnaligned<ulong>(ref word), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref word, 8)), width)
                    : HashOf(lowered[start..], width);
            count++;
            done = end;
        }

        _length = length;
        WordCount = count;
        return done;
    }

    /// <summary><see cref="HashOf"/> of up to sixteen bytes without a branch on their number, which nothing could predict.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOfShort(ulong first, ulong second, int length)
    {
        if (!BitConverter.IsLittleEndian)
        {
            first = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(first);
            second = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(second);
        }

        ulong one = Mix(((ulong)length * LengthFactor) ^ (first & (ulong.MaxValue >> Math.Max(64 - 8 * length, 0))));
        ulong two = Mix(one ^ (second & (ulong.MaxValue >> -(8 * length))));
        return length > sizeof(ulong) ? two : one;
    }
}
