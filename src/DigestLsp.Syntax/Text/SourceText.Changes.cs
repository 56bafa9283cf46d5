using DigestLsp.Collections;

namespace DigestLsp.Text;

public sealed partial class SourceText
{
    /// <summary>
    /// A new text with these changes made, which shares with this one every chunk that they do not touch. All spans speak of
    /// this text; the order of the changes does not matter, but of two insertions at one place the first comes first.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A span lies outside the text.</exception>
    /// <exception cref="ArgumentException">Two changes overlap.</exception>
    public SourceText WithChanges(params TextChange[] changes)
    {
        var ordered = Ordered(changes);
        var text = this;
        // From the last to the first: what is replaced later in the text does not move what stands before it.
        for (var i = ordered.Length - 1; i >= 0; i--)
        {
            text = text.WithChange(ordered[i]);
        }
        return text;
    }

    /// <summary>The changes by where they stand, checked.</summary>
    internal TextChange[] Ordered(TextChange[] changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var change in changes)
        {
            CheckSpan(change.Span);
            ArgumentNullException.ThrowIfNull(change.NewText);
        }
        if (changes.Length < 2)
        {
            return changes;
        }
        TextChange[] ordered = [.. changes.OrderBy(change => change.Span)];
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Span.Start < ordered[i - 1].Span.End)
            {
                throw new ArgumentException($"the changes of {ordered[i - 1].Span} and {ordered[i].Span} overlap", nameof(changes));
            }
        }
        return ordered;
    }

    private SourceText WithChange(TextChange change)
    {
        if (change.Span.IsEmpty && change.NewText.Length == 0)
        {
            return this;
        }
        if (_chunks.Count == 0)
        {
            return From(change.NewText);
        }
        var (first, beforeFirst, _) = _chunks.Find<ByUnits>(change.Span.Start);
        var (last, beforeLast, _) = _chunks.Find<ByUnits>(change.Span.End);
        var writer = new ChunkWriter(stackalloc byte[4 * TextChunk.MaxBytes]);
        writer.AppendBefore(_chunks[first].Bytes, change.Span.Start - beforeFirst.Units);
        writer.Append(change.NewText);
        writer.AppendAfter(_chunks[last].Bytes, change.Span.End - beforeLast.Units);
        var text = Splice(first, last + 1, ref writer);
        writer.Dispose();
        return text;
    }

    /// <summary>Puts the new bytes in place of some chunks, and takes neighbours in where a seam or a size asks for it.</summary>
    private SourceText Splice(int first, int end, ref ChunkWriter writer)
    {
        if (end < _chunks.Count && AsksForNeighbour(writer.Written, writer.Written, _chunks[end].Bytes))
        {
            writer.Append(_chunks[end++].Bytes);
        }
        if (first == 0 || !AsksForNeighbour(writer.Written, _chunks[first - 1].Bytes, writer.Written))
        {
            return WithChunks(_chunks.Replace(first, end - first, TextChunk.Cut(writer.Written, check: false)));
        }
        var longer = new ChunkWriter(stackalloc byte[4 * TextChunk.MaxBytes]);
        longer.Append(_chunks[--first].Bytes);
        longer.Append(writer.Written);
        var text = WithChunks(_chunks.Replace(first, end - first, TextChunk.Cut(longer.Written, check: false)));
        longer.Dispose();
        return text;
    }

    /// <summary>A text of these chunks, which lets go of the array that it adopted once a quarter of that is out of use.</summary>
    private SourceText WithChunks(SummaryTree<TextChunk, TextSummary> chunks) =>
        chunks.Summary.Shared >= _adopted - (_adopted / 4) ? new(chunks, _adopted) : new(Unshared(chunks), 0);

    /// <summary>The same text, of which no chunk shares an array. No list on the way is a large object.</summary>
    private static SummaryTree<TextChunk, TextSummary> Unshared(SummaryTree<TextChunk, TextSummary> chunks)
    {
        var unshared = default(SummaryTree<TextChunk, TextSummary>);
        var batch = new TextChunk[Math.Min(chunks.Count, 4096)];
        for (var start = 0; start < chunks.Count; start += batch.Length)
        {
            var count = Math.Min(batch.Length, chunks.Count - start);
            var shared = chunks.EnumerateFrom(start);
            for (var i = 0; i < count && shared.MoveNext(); i++)
            {
                batch[i] = shared.Current.Unshared();
            }
            unshared = unshared.Concat(SummaryTree<TextChunk, TextSummary>.Build(batch.AsSpan(0, count)));
        }
        return unshared;
    }

    private static bool AsksForNeighbour(ReadOnlySpan<byte> written, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        written.Length < TextChunk.MinBytes || TextChunk.MustNotPart(left, right);
}
