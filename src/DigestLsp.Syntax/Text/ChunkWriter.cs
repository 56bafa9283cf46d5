using System.Buffers;

namespace DigestLsp.Text;

/// <summary>
/// Collects the bytes that an edit puts in place of some chunks. It writes to memory of its caller's, and to pooled memory
/// when that is full; where the halves of a surrogate pair meet, they become one.
/// </summary>
internal ref struct ChunkWriter(Span<byte> initial)
{
    private Span<byte> _buffer = initial;
    private byte[]? _pooled;
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    /// <summary>Appends the first <paramref name="units"/> UTF-16 units of a chunk.</summary>
    public void AppendBefore(ReadOnlySpan<byte> chunk, int units)
    {
        var (bytes, insidePair) = Wtf8.ByteOffset(chunk, units);
        Append(chunk[..bytes]);
        if (insidePair)
        {
            AppendHalf(chunk[bytes..], half: 0);
        }
    }

    /// <summary>Appends a chunk without its first <paramref name="units"/> UTF-16 units.</summary>
    public void AppendAfter(ReadOnlySpan<byte> chunk, int units)
    {
        var (bytes, insidePair) = Wtf8.ByteOffset(chunk, units);
        if (insidePair)
        {
            AppendHalf(chunk[bytes..], half: 1);
            bytes += 4;
        }
        Append(chunk[bytes..]);
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }
        var start = _length;
        var joins = char.IsLowSurrogate(text[0]) && Wtf8.EndsWithHighSurrogate(Written);
        Reserve(text.Length * 3);
        _length += Wtf8.Encode(text, _buffer[_length..]);
        if (joins)
        {
            JoinHalves(start);
        }
    }

    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        var start = _length;
        var joins = Wtf8.StartsWithLowSurrogate(bytes) && Wtf8.EndsWithHighSurrogate(Written);
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer[_length..]);
        _length += bytes.Length;
        if (joins)
        {
            JoinHalves(start);
        }
    }

    public readonly void Dispose()
    {
        if (_pooled is not null)
        {
            ArrayPool<byte>.Shared.Return(_pooled);
        }
    }

    /// <summary>Appends one half of the pair that a four-byte sequence stands for.</summary>
    private void AppendHalf(ReadOnlySpan<byte> sequence, int half)
    {
        Span<char> pair = stackalloc char[2];
        Wtf8.Decode(sequence[..4], pair);
        Append(pair.Slice(half, 1));
    }

    /// <summary>Makes one four-byte sequence of the three bytes before <paramref name="seam"/> and the three after it.</summary>
    private void JoinHalves(int seam)
    {
        Span<char> pair = stackalloc char[2];
        Wtf8.Decode(_buffer[(seam - 3)..seam], pair[..1]);
        Wtf8.Decode(_buffer[seam..(seam + 3)], pair[1..]);
        Wtf8.Encode(pair, _buffer[(seam - 3)..]);
        _buffer[(seam + 3).._length].CopyTo(_buffer[(seam + 1)..]);
        _length -= 2;
    }

    private void Reserve(int bytes)
    {
        if (_length + bytes <= _buffer.Length)
        {
            return;
        }
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _buffer.Length, _length + bytes));
        Written.CopyTo(larger);
        Dispose();
        _buffer = _pooled = larger;
    }
}
