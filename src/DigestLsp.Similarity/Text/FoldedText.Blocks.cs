using System.Numerics;

namespace DigestLsp.Similarity;

/// <summary>The short cut for plain ASCII: words are found and copied by blocks.</summary>
internal sealed partial class FoldedText
{
    /// <summary>Folds whole words of plain ASCII from a place outside a word on, and returns where it stopped, outside a word too.</summary>
    private int FoldBlocks(ReadOnlySpan<byte> utf8, int position)
    {
        Span<byte> lowered = stackalloc byte[AsciiBlock.Size + Slack];
        while (position + AsciiBlock.Size <= utf8.Length)
        {
            AsciiBlock block = AsciiBlock.Read(utf8[position..], lowered);
            EnsureRoom(2 * AsciiBlock.Size);
            int limit = BitOperations.TrailingZeroCount(block.Special);
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

                AppendWord(lowered, start, end);
                done = end;
            }

            position += done;
            if (limit < AsciiBlock.Size || done == 0)
            {
                break;
            }
        }

        return position;
    }

    private void AppendWord(ReadOnlySpan<byte> lowered, int start, int end)
    {
        StartWord(lowered[start]);
        for (int i = start; i < end; i += Slack)
        {
            lowered.Slice(i, Slack).CopyTo(_bytes.AsSpan(_length + i - start));
        }

        _length += end - start;
        EndWord();
    }
}
