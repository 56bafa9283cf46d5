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
        var blocks = new List<GreenBlock>((text.ByteLength / 512) + 4);
        var blank = text.InOnePiece is { IsEmpty: false } bytes
            ? BlockReader.Read(bytes, 0, isEnd: true, blocks)
            : ReadInWindows(text, blocks);
        var entries = EntryReader.Read(CollectionsMarshal.AsSpan(blocks));
        return new(SummaryTree<GreenEntry, EntrySummary>.Build(CollectionsMarshal.AsSpan(entries)), blank);
    }

    private static int ReadInWindows(SourceText text, List<GreenBlock> blocks)
    {
        var blank = 0;
        using var windows = new RunWindows(text);
        while (windows.MoveNext())
        {
            blank = BlockReader.Read(windows.Current, blank, windows.IsLast, blocks);
        }
        return blank;
    }
}
