using DigestLsp.Collections;

namespace DigestLsp.Text;

/// <summary>
/// A leaf of the rope. No boundary between two chunks falls inside a UTF-8 sequence, between CR and LF, or between the two
/// halves of a surrogate pair; so the counts of chunks simply add up.
/// </summary>
internal sealed class TextChunk : ISummarized<TextSummary>
{
    /// <summary>What a chunk aims at when text is cut, in bytes.</summary>
    public const int TargetBytes = 1280;

    /// <summary>Below this a chunk that an edit touched is merged with its neighbour.</summary>
    public const int MinBytes = 512;

    /// <summary>Above this a chunk that an edit touched is cut again.</summary>
    public const int MaxBytes = 1536;

    private readonly byte[] _bytes;

    private TextChunk(byte[] bytes)
    {
        _bytes = bytes;
        Summary = new(bytes.Length, Wtf8.Utf16Length(bytes), LineBreaks.Count(bytes));
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    public TextSummary Summary { get; }

    /// <summary>Whether a boundary between these two stretches would fall inside something that must stay whole.</summary>
    public static bool MustNotPart(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        !left.IsEmpty
        && !right.IsEmpty
        && (
            (left[^1] == '\r' && right[0] == '\n')
            || (right[0] & 0xC0) == 0x80
            || (Wtf8.EndsWithHighSurrogate(left) && Wtf8.StartsWithLowSurrogate(right))
        );

    /// <summary>Cuts text into chunks of about <see cref="TargetBytes"/>.</summary>
    public static ReadOnlySpan<TextChunk> Cut(ReadOnlySpan<byte> bytes)
    {
        var chunks = new TextChunk[(bytes.Length / TargetBytes) + 1];
        var count = 0;
        while (!bytes.IsEmpty)
        {
            var size = bytes.Length;
            if (size > MaxBytes)
            {
                // The last two share what is left, so that none is tiny.
                size = size < 2 * TargetBytes ? size / 2 : TargetBytes;
                while (MustNotPart(bytes[..size], bytes[size..]))
                {
                    size++;
                }
            }
            chunks[count++] = new(bytes[..size].ToArray());
            bytes = bytes[size..];
        }
        return chunks.AsSpan(0, count);
    }
}
