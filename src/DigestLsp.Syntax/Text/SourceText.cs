using System.Buffers;
using System.Text;
using System.Text.Unicode;
using DigestLsp.Collections;

namespace DigestLsp.Text;

/// <summary>
/// An immutable text: a balanced rope of UTF-8 chunks that count bytes, UTF-16 units and lines. Positions are UTF-16 units.
/// An edit, a look-up and a conversion between counts cost O(log n).
/// </summary>
public sealed partial class SourceText
{
    private readonly SummaryTree<TextChunk, TextSummary> _chunks;

    /// <summary>How many bytes chunks shared one array when the text was made, before any edit.</summary>
    private readonly int _adopted;

    private SourceText(SummaryTree<TextChunk, TextSummary> chunks, int adopted)
    {
        _chunks = chunks;
        _adopted = adopted;
    }

    /// <summary>A text of no characters.</summary>
    public static SourceText Empty { get; } = new(default, 0);

    /// <summary>The length in UTF-16 units.</summary>
    public int Length => _chunks.Summary.Units;

    /// <summary>The length in bytes of UTF-8.</summary>
    public int ByteLength => _chunks.Summary.Bytes;

    /// <summary>The number of lines: one more than there are line breaks.</summary>
    public int LineCount => _chunks.Summary.Breaks + 1;

    /// <summary>Reads UTF-8, of which the text keeps a copy. A byte order mark, if there is one, stays in it as U+FEFF.</summary>
    /// <exception cref="InvalidUtf8Exception">The bytes are not UTF-8.</exception>
    public static SourceText From(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Of(TextChunk.Cut(utf8, check: true));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidUtf8Exception(FirstInvalidByte(utf8));
        }
    }

    /// <summary>
    /// Takes an array of UTF-8 over, which nobody may write to any more: the text lies in it and is not copied. Once a quarter
    /// of it has been edited away, the text lets go of it.
    /// </summary>
    /// <param name="utf8">The array.</param>
    /// <param name="start">Where the text begins in it: after a byte order mark, for one.</param>
    /// <param name="end">Where the text ends in it, null for its end.</param>
    /// <exception cref="InvalidUtf8Exception">The bytes are not UTF-8.</exception>
    public static SourceText Adopt(byte[] utf8, int start = 0, int? end = null)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        var text = utf8.AsMemory(start..(end ?? utf8.Length));
        try
        {
            return Of(TextChunk.CutShared(utf8, start, start + text.Length, check: true));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidUtf8Exception(FirstInvalidByte(text.Span));
        }
    }

    /// <summary>Takes a string as it is, lone surrogates included.</summary>
    public static SourceText From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pooled = ArrayPool<byte>.Shared.Rent(text.Length * 3);
        var utf8 = Of(TextChunk.Cut(pooled.AsSpan(0, Wtf8.Encode(text, pooled)), check: false));
        ArrayPool<byte>.Shared.Return(pooled);
        return utf8;
    }

    private static SourceText Of(ReadOnlySpan<TextChunk> chunks)
    {
        var tree = SummaryTree<TextChunk, TextSummary>.Build(chunks);
        return new(tree, tree.Summary.Shared);
    }

    /// <summary>The whole text where it lies in one piece; nothing where it does not.</summary>
    internal ReadOnlySpan<byte> InOnePiece =>
        _chunks.Count == 1 || (_chunks.Count > 1 && _chunks.Summary.Shared == ByteLength && _adopted == ByteLength)
            ? _chunks[0].BytesFromStart(ByteLength)
            : default;

    /// <summary>The bytes that this text keeps from being collected, those of an adopted array included that it uses no more.</summary>
    internal int RetainedBytes => ByteLength - _chunks.Summary.Shared + _adopted;

    private static int FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        // Utf8.IsValid only says yes or no; the transcoder stops where the text goes wrong.
        Span<char> scratch = stackalloc char[1024];
        var offset = 0;
        while (true)
        {
            var status = Utf8.ToUtf16(bytes[offset..], scratch, out var read, out _, replaceInvalidSequences: false);
            offset += read;
            if (status is OperationStatus.InvalidData or OperationStatus.Done or OperationStatus.NeedMoreData)
            {
                return offset;
            }
        }
    }

    /// <summary>The line and character of a position. A position between CR and LF lies on the line that they end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the text.</exception>
    public LinePosition GetLinePosition(int position) => Locate(new(position, 0)).Start;

    /// <summary>Both ends of a span as lines and characters.</summary>
    public LinePositionSpan GetLinePositionSpan(TextSpan span)
    {
        var (start, isOnLine) = Locate(span);
        return new(start, isOnLine ? new(start.Line, start.Character + span.Length) : GetLinePosition(span.End));
    }

    /// <summary>The line and character at which a span begins, and whether it is seen at a glance that it ends on that line.</summary>
    private (LinePosition Start, bool IsOnLine) Locate(TextSpan span)
    {
        var position = span.Start;
        CheckPosition(position);
        if (_chunks.Count == 0)
        {
            return default;
        }
        var (_, before, chunk) = _chunks.Find<ByUnits>(position);
        var bytes = chunk!.Bytes;
        var offset = Wtf8.ByteOffset(bytes, position - before.Units).Bytes;
        var line = before.Breaks + LineBreaks.Count(bytes[..offset]);
        if (offset > 0 && offset < bytes.Length && bytes[offset - 1] == '\r' && bytes[offset] == '\n')
        {
            line--;
            return (new(line, position - GetLineStart(line)), false);
        }
        // Mostly the line begins in the same chunk, and the span ends in it.
        var lineBreak = bytes[..offset].LastIndexOfAny((byte)'\n', (byte)'\r');
        var start = lineBreak >= 0 ? before.Units + Wtf8.Utf16Length(bytes[..(lineBreak + 1)]) : GetLineStart(line);
        var isInChunk = span.End <= before.Units + chunk.Summary.Units;
        var end = isInChunk ? Wtf8.ByteOffset(bytes[offset..], span.Length).Bytes : 0;
        return (new(line, position - start), isInChunk && !bytes.Slice(offset, end).ContainsAny((byte)'\n', (byte)'\r'));
    }

    /// <summary>The position at which a line begins; the text's length for a line past the last.</summary>
    public int GetLineStart(int line)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        if (line == 0)
        {
            return 0;
        }
        if (line >= LineCount)
        {
            return Length;
        }
        var (_, before, chunk) = _chunks.Find<ByBreaks>(line - 1);
        var bytes = chunk!.Bytes;
        return before.Units + Wtf8.Utf16Length(bytes[..LineBreaks.OffsetAfter(bytes, line - before.Breaks)]);
    }

    /// <summary>The span of a line without its line break.</summary>
    public TextSpan GetLineSpan(int line)
    {
        var start = GetLineStart(line);
        var end = GetLineStart(line + 1);
        if (line + 1 < LineCount)
        {
            end -= end - start >= 2 && ToString(TextSpan.FromBounds(end - 2, end)) == "\r\n" ? 2 : 1;
        }
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>
    /// The position of a line and character. As the language server protocol has it, a character past the end of its line means
    /// that end, and a line past the last means the end of the text.
    /// </summary>
    public int GetPosition(LinePosition position)
    {
        if (position.Line < 0 || position.Line >= LineCount)
        {
            return position.Line < 0 ? 0 : Length;
        }
        var start = GetLineStart(position.Line);
        var next = GetLineStart(position.Line + 1);
        // Clients name the end of a line by the largest number there is.
        var wanted = start + Math.Clamp(position.Character, 0, next - start);
        // Only a position at the very end of the line needs the line break measured.
        return wanted < next - 2 ? wanted : Math.Min(wanted, GetLineSpan(position.Line).End);
    }

    /// <summary>The byte offset of a position; inside a surrogate pair, that of the pair.</summary>
    internal int GetByteOffset(int position)
    {
        if (_chunks.Count == 0)
        {
            return 0;
        }
        var (_, before, chunk) = _chunks.Find<ByUnits>(position);
        return before.Bytes + Wtf8.ByteOffset(chunk!.Bytes, position - before.Units).Bytes;
    }

    /// <summary>The text of a span.</summary>
    public string ToString(TextSpan span)
    {
        CheckSpan(span);
        if (span.IsEmpty)
        {
            return string.Empty;
        }
        return string.Create(span.Length, (this, span.Start), static (target, state) => state.Item1.CopyTo(state.Start, target));
    }

    /// <summary>The whole text.</summary>
    public override string ToString() => ToString(new TextSpan(0, Length));

    /// <summary>Copies the units from <paramref name="start"/> on until <paramref name="target"/> is full.</summary>
    public void CopyTo(int start, Span<char> target)
    {
        CheckSpan(new TextSpan(start, target.Length));
        if (target.IsEmpty)
        {
            return;
        }
        var (index, before, _) = _chunks.Find<ByUnits>(start);
        var skip = start - before.Units;
        Span<char> decoded = stackalloc char[TextChunk.MaxBytes + 8];
        foreach (var chunk in new Rest(_chunks.EnumerateFrom(index)))
        {
            var units = chunk.Summary.Units;
            var wanted = Math.Min(units - skip, target.Length);
            if (wanted == units)
            {
                Wtf8.Decode(chunk.Bytes, target[..units]);
            }
            else if (chunk.Bytes.Length == units)
            {
                // Nothing but ASCII: a part of it is a part of its bytes.
                Wtf8.Decode(chunk.Bytes.Slice(skip, wanted), target[..wanted]);
            }
            else
            {
                Wtf8.Decode(chunk.Bytes, decoded[..units]);
                decoded.Slice(skip, wanted).CopyTo(target);
            }
            target = target[wanted..];
            skip = 0;
            if (target.IsEmpty)
            {
                return;
            }
        }
    }

    /// <summary>Copies a stretch of bytes.</summary>
    /// <param name="start">A byte offset.</param>
    /// <param name="target">Filled whole.</param>
    internal void CopyBytesTo(int start, Span<byte> target)
    {
        if (target.IsEmpty)
        {
            return;
        }
        var (index, before, _) = _chunks.Find<ByBytes>(start);
        var skip = start - before.Bytes;
        foreach (var chunk in new Rest(_chunks.EnumerateFrom(index)))
        {
            var source = chunk.Bytes[skip..];
            source = source[..Math.Min(source.Length, target.Length)];
            source.CopyTo(target);
            target = target[source.Length..];
            skip = 0;
            if (target.IsEmpty)
            {
                return;
            }
        }
    }

    /// <summary>Appends the UTF-8 of a span. A surrogate pair that the span cuts is left out.</summary>
    public void CopyUtf8To(TextSpan span, IBufferWriter<byte> output)
    {
        CheckSpan(span);
        var start = GetByteOffset(span.Start);
        var length = GetByteOffset(span.End) - start;
        if (length > 0)
        {
            CopyBytesTo(start, output.GetSpan(length)[..length]);
            output.Advance(length);
        }
    }

    /// <summary>Writes the text.</summary>
    public void WriteTo(TextWriter writer)
    {
        var buffer = new char[TextChunk.MaxBytes + 8];
        foreach (var chunk in _chunks)
        {
            var chars = buffer.AsSpan(0, chunk.Summary.Units);
            Wtf8.Decode(chunk.Bytes, chars);
            writer.Write(chars);
        }
    }

    /// <summary>Writes the text as UTF-8; what is not Unicode text (a lone surrogate) becomes U+FFFD, as it must on disk.</summary>
    public void WriteUtf8To(Stream stream)
    {
        foreach (var chunk in _chunks)
        {
            if (Utf8.IsValid(chunk.Bytes))
            {
                stream.Write(chunk.Bytes);
            }
            else
            {
                stream.Write(Encoding.UTF8.GetBytes(Wtf8.Decode(chunk.Bytes)));
            }
        }
    }

    /// <summary>Whether both texts hold the same characters.</summary>
    public bool ContentEquals(SourceText other) =>
        ReferenceEquals(this, other) || (ByteLength == other.ByteLength && LineCount == other.LineCount && ToString() == other.ToString());

    private void CheckPosition(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Length);
    }

    private void CheckSpan(TextSpan span)
    {
        CheckPosition(span.Start);
        ArgumentOutOfRangeException.ThrowIfNegative(span.Length, nameof(span));
        CheckPosition(span.End);
    }

    /// <summary>Lets foreach run on from a given chunk.</summary>
    private readonly ref struct Rest(SummaryTree<TextChunk, TextSummary>.Enumerator from)
    {
        public SummaryTree<TextChunk, TextSummary>.Enumerator GetEnumerator() => from;
    }
}
