using System.Buffers;
using System.Runtime.InteropServices;
using DigestLsp.Collections;
using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Parsing;

/// <summary>Parses whole texts.</summary>
internal static class DigestParser
{
    public static GreenDigest Parse(SourceText text)
    {
        var blocks = new List<GreenBlock>((text.Length / 1024) + 4);
        var blank = ReadBlocks(text, 0, text.Length, blocks);
        var entries = EntryReader.Read(CollectionsMarshal.AsSpan(blocks));
        return new(SummaryTree<GreenEntry, EntrySummary>.Build(CollectionsMarshal.AsSpan(entries)), blank);
    }

    /// <summary>Reads the blocks of a stretch that begins and ends where runs of lines do.</summary>
    /// <returns>The width of the stretch where it holds no block, else 0.</returns>
    public static int ReadBlocks(SourceText text, int start, int stop, List<GreenBlock> blocks)
    {
        var startByte = text.GetByteOffset(start);
        var length = text.GetByteOffset(stop) - startByte;
        var pooled = ArrayPool<byte>.Shared.Rent(length);
        var bytes = pooled.AsSpan(0, length);
        text.CopyBytesTo(startByte, bytes);
        var blank = BlockReader.Read(bytes, isEnd: stop == text.Length, blocks);
        ArrayPool<byte>.Shared.Return(pooled);
        return blank;
    }
}
