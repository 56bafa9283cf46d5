using System.Text;
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

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _array;
    private readonly int _start;

    private TextChunk(byte[] array, int start, int length, bool check)
    {
        _array = array;
        _start = start;
        var bytes = BytesFromStart(length);
        // To check and to count is one pass, over bytes that are in the processor's nearest cache.
        var units = check ? Strict.GetCharCount(bytes) : Wtf8.Utf16Length(bytes);
        Summary = new(length, units, LineBreaks.Count(bytes), length == array.Length ? 0 : length);
    }

    public ReadOnlySpan<byte> Bytes => BytesFromStart(Summary.Bytes);

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

    /// <summary>Cuts text into chunks of about <see cref="TargetBytes"/>, each with an array of its own.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="check">Whether it may be something else than UTF-8.</param>
    /// <exception cref="DecoderFallbackException">It is.</exception>
    public static ReadOnlySpan<TextChunk> Cut(ReadOnlySpan<byte> bytes, bool check)
    {
        var chunks = new TextChunk[(bytes.Length / TargetBytes) + 1];
        var count = 0;
        for (int size; !bytes.IsEmpty; bytes = bytes[size..])
        {
            size = SizeOfFirst(bytes);
            chunks[count++] = new(bytes[..size].ToArray(), 0, size, check);
        }
        return chunks.AsSpan(0, count);
    }

    /// <summary>Cuts the text in an array, from <paramref name="start"/> to <paramref name="end"/>, into chunks that share the array.</summary>
    /// <inheritdoc cref="Cut"/>
    public static ReadOnlySpan<TextChunk> CutShared(byte[] array, int start, int end, bool check)
    {
        var chunks = new TextChunk[((end - start) / TargetBytes) + 1];
        var count = 0;
        for (int size; start < end; start += size)
        {
            size = SizeOfFirst(array.AsSpan(start..end));
            chunks[count++] = new(array, start, size, check);
        }
        return chunks.AsSpan(0, count);
    }

    /// <summary>The same text in an array of its own.</summary>
    public TextChunk Unshared() => Summary.Shared == 0 ? this : new(Bytes.ToArray(), 0, Summary.Bytes, check: false);

    /// <summary>The bytes of this chunk and of those after it in the same array.</summary>
    public ReadOnlySpan<byte> BytesFromStart(int length) => _array.AsSpan(_start, length);

    private static int SizeOfFirst(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= MaxBytes)
        {
            return bytes.Length;
        }
        // The last two share what is left, so that none is tiny.
        var size = bytes.Length < 2 * TargetBytes ? bytes.Length / 2 : TargetBytes;
        while (MustNotPart(bytes[..size], bytes[size..]))
        {
            size++;
        }
        return size;
    }
}
