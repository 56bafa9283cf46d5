using System.Globalization;
using System.Text;

namespace DigestLsp.LanguageServer;

/// <summary>
/// What the client reads. The library writes its messages through this stream, in parts; between them, never within one, others are
/// written that are finished JSON already.
/// </summary>
internal sealed class MessageOutput(Stream inner) : Stream
{
    /// <summary>A header is looked for in so many bytes at a time: it is shorter, and what follows it need not be copied.</summary>
    private const int HeaderPart = 64;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly MemoryStream _header = new();
    private long _rest;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes a whole message.</summary>
    /// <param name="body">Its JSON.</param>
    /// <param name="cancellation">Gives up waiting for the message that is being written; never leaves half of this one.</param>
    public async Task WriteMessageAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation = default)
    {
        await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var header = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n");
            await inner.WriteAsync(Encoding.ASCII.GetBytes(header), CancellationToken.None).ConfigureAwait(false);
            await inner.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
            await inner.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            if (_rest == 0 && !await BeginAsync(ref buffer, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }
            var part = buffer[..(int)Math.Min(buffer.Length, _rest)];
            await inner.WriteAsync(part, cancellationToken).ConfigureAwait(false);
            buffer = buffer[part.Length..];
            _rest -= part.Length;
            if (_rest == 0)
            {
                _writing.Release();
            }
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) =>
        WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Takes the header of the library's next message off a buffer, and waits for its turn; false where it is not whole yet.</summary>
    private Task<bool> BeginAsync(ref ReadOnlyMemory<byte> buffer, CancellationToken cancellation)
    {
        var known = (int)_header.Length;
        var part = buffer[..Math.Min(buffer.Length, HeaderPart)];
        _header.Write(part.Span);
        var bytes = _header.GetBuffer().AsSpan(0, (int)_header.Length);
        var end = bytes.IndexOf(MessageHeader.End);
        if (end < 0)
        {
            buffer = buffer[part.Length..];
            return Task.FromResult(false);
        }
        var header = bytes[..(end + MessageHeader.End.Length)].ToArray();
        buffer = buffer[(header.Length - known)..];
        _header.SetLength(0);
        _rest = MessageHeader.LengthIn(header) ?? throw new InvalidOperationException("A message has no length");
        return WriteHeaderAsync(header, cancellation);
    }

    private async Task<bool> WriteHeaderAsync(byte[] header, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        await inner.WriteAsync(header, cancellation).ConfigureAwait(false);
        return true;
    }
}
