using System.Buffers;

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
        var (first, beforeFirst) = _chunks.Find<ByUnits>(change.Span.Start);
        var (last, beforeLast) = _chunks.Find<ByUnits>(change.Span.End);
        var buffer = new ArrayBufferWriter<byte>(2 * TextChunk.MaxBytes);
        AppendBefore(_chunks[first].Bytes, change.Span.Start - beforeFirst.Units, buffer);
        AppendJoined(Wtf8.Encode(change.NewText), buffer);
        AppendAfter(_chunks[last].Bytes, change.Span.End - beforeLast.Units, buffer);
        return Splice(first, last + 1, buffer);
    }

    /// <summary>Puts the new bytes in place of some chunks, and takes neighbours in where a seam or a size asks for it.</summary>
    private SourceText Splice(int first, int end, ArrayBufferWriter<byte> buffer)
    {
        var prefix = ReadOnlySpan<byte>.Empty;
        if (first > 0 && (buffer.WrittenCount < TextChunk.MinBytes || TextChunk.MustNotPart(_chunks[first - 1].Bytes, buffer.WrittenSpan)))
        {
            prefix = _chunks[--first].Bytes;
        }
        if (!prefix.IsEmpty)
        {
            var grown = new ArrayBufferWriter<byte>(prefix.Length + buffer.WrittenCount + TextChunk.MaxBytes);
            grown.Write(prefix);
            AppendJoined(buffer.WrittenSpan, grown);
            buffer = grown;
        }
        if (
            end < _chunks.Count
            && (buffer.WrittenCount < TextChunk.MinBytes || TextChunk.MustNotPart(buffer.WrittenSpan, _chunks[end].Bytes))
        )
        {
            AppendJoined(_chunks[end++].Bytes, buffer);
        }
        return new(_chunks.Replace(first, end - first, TextChunk.Cut(buffer.WrittenSpan)));
    }

    private static void AppendBefore(ReadOnlySpan<byte> chunk, int units, ArrayBufferWriter<byte> buffer)
    {
        var (bytes, insidePair) = Wtf8.ByteOffset(chunk, units);
        buffer.Write(chunk[..bytes]);
        if (insidePair)
        {
            WriteHalf(chunk[bytes..], half: 0, buffer);
        }
    }

    private static void AppendAfter(ReadOnlySpan<byte> chunk, int units, ArrayBufferWriter<byte> buffer)
    {
        var (bytes, insidePair) = Wtf8.ByteOffset(chunk, units);
        if (insidePair)
        {
            var half = new ArrayBufferWriter<byte>(3);
            WriteHalf(chunk[bytes..], half: 1, half);
            AppendJoined(half.WrittenSpan, buffer);
            bytes += 4;
        }
        AppendJoined(chunk[bytes..], buffer);
    }

    /// <summary>Writes one half of the pair that a four-byte sequence stands for.</summary>
    private static void WriteHalf(ReadOnlySpan<byte> sequence, int half, ArrayBufferWriter<byte> buffer)
    {
        Span<char> pair = stackalloc char[2];
        Wtf8.Decode(sequence[..4], pair);
        Wtf8.WriteSurrogate(pair[half], buffer.GetSpan(3));
        buffer.Advance(3);
    }

    /// <summary>Appends bytes; where two lone halves meet at the seam they become one pair.</summary>
    private static void AppendJoined(ReadOnlySpan<byte> bytes, ArrayBufferWriter<byte> buffer)
    {
        if (!Wtf8.EndsWithHighSurrogate(buffer.WrittenSpan) || !Wtf8.StartsWithLowSurrogate(bytes))
        {
            buffer.Write(bytes);
            return;
        }
        Span<char> pair = stackalloc char[2];
        Wtf8.Decode(buffer.WrittenSpan[^3..], pair[..1]);
        Wtf8.Decode(bytes[..3], pair[1..]);
        var kept = buffer.WrittenSpan[..^3].ToArray();
        buffer.ResetWrittenCount();
        buffer.Write(kept);
        Wtf8.Encode(pair, buffer);
        buffer.Write(bytes[3..]);
    }
}
