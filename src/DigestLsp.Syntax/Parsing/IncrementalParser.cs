using System.Buffers;
using System.Runtime.InteropServices;
using DigestLsp.Collections;
using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Parsing;

/// <summary>
/// Parses whole texts, and edits of texts that were parsed before. After an edit only the entries that it touches are read
/// again, with a margin of entries whose classification it can reach; all others are shared.
/// </summary>
internal static class IncrementalParser
{
    /// <summary>Unchanged entries read again on either side. Each has a block at least, so no classification window leaves them.</summary>
    private const int Margin = BlockClassifier.Before;

    public static GreenDigest Parse(SourceText text)
    {
        var entries = Read(text, 0, text.Length, default, default, out var blank);
        return new(SummaryTree<GreenEntry, EntrySummary>.Build(CollectionsMarshal.AsSpan(entries)), blank);
    }

    /// <summary>The tree of <paramref name="text"/>, which is the old tree's text with one change made.</summary>
    public static GreenDigest Parse(GreenDigest old, TextChange change, SourceText text)
    {
        var entries = old.Entries;
        if (entries.Count == 0)
        {
            return Parse(text);
        }
        var touchedFirst = entries.Find<ByWidth>(Math.Max(0, change.Span.Start - 1)).Index;
        var touchedLast = entries.Find<ByWidth>(change.Span.End).Index;
        var first = Math.Max(0, touchedFirst - Margin);
        while (first > 0 && !EndsRun(entries[first - 1]))
        {
            first--;
        }
        var end = Math.Min(entries.Count, touchedLast + 1 + Margin);
        while (end < entries.Count && !EndsRun(entries[end - 1]))
        {
            end++;
        }
        var start = entries.SummaryOfFirst(first).Width;
        var delta = change.NewText.Length - change.Span.Length;
        var stop = entries.SummaryOfFirst(end).Width + delta;
        if (end == entries.Count)
        {
            stop = text.Length;
        }
        var before = FeaturesBefore(entries, first);
        var after = end < entries.Count ? entries[end].Block(0).Features : default;
        var read = CollectionsMarshal.AsSpan(Read(text, start, stop, before, after, out var blank));
        if (read.IsEmpty)
        {
            return new(default, blank);
        }
        // What reads the same is kept, and with it all that was ever computed from it.
        var kept = 0;
        while (kept < read.Length && first + kept < touchedFirst && read[kept].HasSameShape(entries[first + kept]))
        {
            kept++;
        }
        var keptAtEnd = 0;
        while (
            keptAtEnd < read.Length - kept
            && end - 1 - keptAtEnd > touchedLast
            && read[^(keptAtEnd + 1)].HasSameShape(entries[end - 1 - keptAtEnd])
        )
        {
            keptAtEnd++;
        }
        return new(entries.Replace(first + kept, end - keptAtEnd - (first + kept), read[kept..^keptAtEnd]), 0);
    }

    private static bool EndsRun(GreenEntry entry) => entry.LastBlock.Features.Has(BlockTraits.BlankLineAfter);

    private static (BlockFeatures Far, BlockFeatures Near) FeaturesBefore(SummaryTree<GreenEntry, EntrySummary> entries, int index)
    {
        if (index == 0)
        {
            return default;
        }
        var entry = entries[index - 1];
        var near = entry.LastBlock.Features;
        return (
            entry.BlockCount > 1 ? entry.Block(entry.BlockCount - 2).Features
            : index > 1 ? entries[index - 2].LastBlock.Features
            : default,
            near
        );
    }

    private static List<GreenEntry> Read(
        SourceText text,
        int start,
        int stop,
        (BlockFeatures Far, BlockFeatures Near) before,
        BlockFeatures after,
        out int blank
    )
    {
        var startByte = text.GetByteOffset(start);
        var length = text.GetByteOffset(stop) - startByte;
        var pooled = ArrayPool<byte>.Shared.Rent(length);
        var bytes = pooled.AsSpan(0, length);
        text.CopyBytesTo(startByte, bytes);
        var entries = EntryReader.Read(bytes, before, after, out blank);
        ArrayPool<byte>.Shared.Return(pooled);
        return entries;
    }
}
