namespace DigestLsp.LanguageServer;

/// <summary>Bytes that were read from a stream and not yet taken.</summary>
internal sealed class MessageBuffer(Stream stream)
{
    /// <summary>No header is longer; who sends more has lost count.</summary>
    private const int LongestHeader = 8192;

    /// <summary>Beyond this, memory is given back once it is no longer needed.</summary>
    private const int KeptCapacity = 1 << 20;

    private byte[] _bytes = new byte[1 << 16];
    private int _start;
    private int _end;
    private int _readFrom;

    /// <summary>How many bytes are at hand.</summary>
    public int Count => _end - _start;

    private ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start, Count);

    /// <summary>
    /// The header that comes next, with the empty line that ends it; it is not taken yet. Where there is none within reason, what
    /// stands there instead. Empty at the end of the stream.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadHeaderAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var end = Bytes.IndexOf(MessageHeader.End);
            if (end >= 0 || Count > LongestHeader)
            {
                return _bytes.AsMemory(_start, end < 0 ? LongestHeader : end + MessageHeader.End.Length);
            }
            if (!await ReadMoreAsync(cancellation).ConfigureAwait(false))
            {
                return default;
            }
        }
    }

    /// <summary>Drops everything up to what looks like the beginning of another header.</summary>
    public async ValueTask SkipToHeaderAsync(CancellationToken cancellation)
    {
        _start += Math.Min(1, Count);
        while (true)
        {
            var next = Bytes.IndexOf(MessageHeader.Start);
            if (next >= 0)
            {
                _start += next;
                return;
            }
            // It may have come in part.
            _start = Math.Max(_start, _end - MessageHeader.Start.Length + 1);
            if (!await ReadMoreAsync(cancellation).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <summary>Whether what was read last brought the beginning of a header, or of a text like one.</summary>
    public bool MayHoldHeader => _bytes.AsSpan(_readFrom, _end - _readFrom).IndexOf(MessageHeader.Start) >= 0;

    /// <summary>Reads more, with room for so many bytes in all; false where the stream has ended.</summary>
    public ValueTask<bool> ReadMoreAsync(int capacity, CancellationToken cancellation)
    {
        Reserve(capacity);
        return ReadMoreAsync(cancellation);
    }

    /// <summary>The bytes that come next, which are at hand.</summary>
    public ReadOnlySpan<byte> Peek(int count) => Bytes[..count];

    /// <summary>Takes bytes that are at hand. They stand until more are read.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        var taken = Bytes[..count];
        _start += count;
        return taken;
    }

    private async ValueTask<bool> ReadMoreAsync(CancellationToken cancellation)
    {
        Reserve(Count + 1);
        try
        {
            var read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellation).ConfigureAwait(false);
            // With what came before, where a header may have been cut.
            _readFrom = Math.Max(_start, _end - MessageHeader.Start.Length);
            _end += read;
            return read > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Makes room, for so many bytes in all.</summary>
    private void Reserve(int capacity)
    {
        if (_bytes.Length - _start >= capacity && _end < _bytes.Length)
        {
            return;
        }
        var size = Math.Max(1 << 16, Math.Max(capacity, Count + (Count / 2)));
        var bytes = size <= _bytes.Length && _bytes.Length <= KeptCapacity ? _bytes : new byte[size];
        Bytes.CopyTo(bytes);
        (_bytes, _start, _end) = (bytes, 0, Count);
    }
}
