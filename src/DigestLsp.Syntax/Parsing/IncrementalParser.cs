using System.Buffers;
using System.Runtime.InteropServices;
using DigestLsp.Collections;
using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Parsing;

/// <summary>
/// Parses an edit of a text that was parsed before. Only the runs of lines that the edit touches are read again; with the
/// blocks of a few entries around them they are grouped anew; everything else is shared.
/// </summary>
internal readonly ref struct IncrementalParser
{
    private readonly SummaryTree<GreenEntry, EntrySummary> _old;
    private readonly TextChange _change;
    private readonly SourceText _text;

    private IncrementalParser(SummaryTree<GreenEntry, EntrySummary> old, TextChange change, SourceText text)
    {
        _old = old;
        _change = change;
        _text = text;
    }

    /// <summary>The tree of <paramref name="text"/>, which is the old tree's text with one change made.</summary>
    public static GreenDigest Parse(GreenDigest old, TextChange change, SourceText text) =>
        old.Entries.Count == 0 ? DigestParser.Parse(text) : new IncrementalParser(old.Entries, change, text).Parse();

    private GreenDigest Parse()
    {
        var (first, start) = FirstTouched();
        var end = EndOfRun(_old.Find<ByWidth>(_change.Span.End).Index);
        var blocks = new List<GreenBlock>();
        var blank = Read(start, end, blocks);
        while (end < _old.Count && (blocks.Count == 0 || !EndsRun(blocks[^1])))
        {
            // The edit took the blank line away that parted these lines from the next.
            end = EndOfRun(end);
            blocks.Clear();
            blank = Read(start, end, blocks);
        }
        if (blocks.Count == 0)
        {
            return new(default, blank);
        }
        KeepUntouched(CollectionsMarshal.AsSpan(blocks), first, end, start);
        return new(Regroup(blocks, first, end), 0);
    }

    /// <summary>The entry from which on lines must be read again, and its position.</summary>
    private (int Index, int Start) FirstTouched()
    {
        var (index, before, _) = _old.Find<ByWidth>(_change.Span.Start);
        // An edit before an entry's first letter may leave blank lines there, which belong to the entry before.
        if (index > 0 && _change.Span.Start <= before.Width + _old[index].Block(0).Line(0).Leading)
        {
            index--;
        }
        index = StartOfRun(index);
        return (index, _old.SummaryOfFirst(index).Width);
    }

    private int StartOfRun(int index)
    {
        while (index > 0 && !EndsRun(_old[index - 1].LastBlock))
        {
            index--;
        }
        return index;
    }

    /// <summary>The index just past the last entry of the run that an entry is in.</summary>
    private int EndOfRun(int index)
    {
        while (index + 1 < _old.Count && !EndsRun(_old[index].LastBlock))
        {
            index++;
        }
        return index + 1;
    }

    private static bool EndsRun(GreenBlock block) => block.Features.Has(BlockTraits.BlankLineAfter);

    /// <summary>Reads the text that stands from <paramref name="start"/> on in place of the old entries before <paramref name="end"/>.</summary>
    private int Read(int start, int end, List<GreenBlock> blocks)
    {
        var stop = end == _old.Count ? _text.Length : _old.SummaryOfFirst(end).Width + _change.NewText.Length - _change.Span.Length;
        var startByte = _text.GetByteOffset(start);
        var length = _text.GetByteOffset(stop) - startByte;
        var pooled = ArrayPool<byte>.Shared.Rent(length);
        var bytes = pooled.AsSpan(0, length);
        _text.CopyBytesTo(startByte, bytes);
        var blank = BlockReader.Read(bytes, 0, isEnd: stop == _text.Length, blocks);
        ArrayPool<byte>.Shared.Return(pooled);
        return blank;
    }

    /// <summary>Puts old blocks in place of new ones that have the same characters, for the sake of all that is shared by identity.</summary>
    private void KeepUntouched(Span<GreenBlock> blocks, int first, int end, int start)
    {
        var old = new List<GreenBlock>();
        Flatten(first, end, old);
        var kept = 0;
        for (; kept < blocks.Length && kept < old.Count; kept++)
        {
            start += old[kept].Width;
            if (start > _change.Span.Start || !blocks[kept].HasSameShape(old[kept]))
            {
                break;
            }
            blocks[kept] = old[kept];
        }
        var stop = _old.SummaryOfFirst(end).Width;
        for (var fromEnd = 1; fromEnd <= Math.Min(blocks.Length, old.Count) - kept; fromEnd++)
        {
            stop -= old[^fromEnd].Width;
            if (stop < _change.Span.End || !blocks[^fromEnd].HasSameShape(old[^fromEnd]))
            {
                break;
            }
            blocks[^fromEnd] = old[^fromEnd];
        }
    }

    /// <summary>Groups the new blocks, together with the old ones around them as far as classification reaches.</summary>
    private SummaryTree<GreenEntry, EntrySummary> Regroup(List<GreenBlock> read, int first, int end)
    {
        var from = first;
        for (var margin = 0; from > 0 && margin < BlockClassifier.Reach; )
        {
            margin += _old[--from].BlockCount;
        }
        var to = end;
        for (var margin = 0; to < _old.Count && margin < BlockClassifier.Reach; )
        {
            margin += _old[to++].BlockCount;
        }
        var blocks = new List<GreenBlock>(read.Count + 8);
        Flatten(from, first, blocks);
        blocks.AddRange(read);
        Flatten(end, to, blocks);
        var after = to < _old.Count ? _old[to].Block(0).Features : default;
        var entries = CollectionsMarshal.AsSpan(EntryReader.Read(CollectionsMarshal.AsSpan(blocks), FeaturesBefore(from), after));
        // Entries that came out as they were are kept, and with them all that was ever computed from them.
        while (!entries.IsEmpty && from < to && entries[0].HasSameBlocks(_old[from]))
        {
            entries = entries[1..];
            from++;
        }
        while (!entries.IsEmpty && from < to && entries[^1].HasSameBlocks(_old[to - 1]))
        {
            entries = entries[..^1];
            to--;
        }
        return _old.Replace(from, to - from, entries);
    }

    private void Flatten(int first, int end, List<GreenBlock> blocks)
    {
        for (var i = first; i < end; i++)
        {
            var entry = _old[i];
            for (var block = 0; block < entry.BlockCount; block++)
            {
                blocks.Add(entry.Block(block));
            }
        }
    }

    private (BlockFeatures Far, BlockFeatures Near) FeaturesBefore(int index)
    {
        if (index == 0)
        {
            return default;
        }
        var entry = _old[index - 1];
        return (
            entry.BlockCount > 1 ? entry.Block(entry.BlockCount - 2).Features
            : index > 1 ? _old[index - 2].LastBlock.Features
            : default,
            entry.LastBlock.Features
        );
    }
}
