using System.Buffers;
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
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MemoryStream _header = new();
    private long _rest;
    private bool _isBroken;

    /// <summary>Completes when the client has stopped to read.</summary>
    public Task Failed => _failed.Task;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes a whole message, on the thread that asks: handing it to another costs more than writing it.</summary>
    /// <param name="body">Its JSON.</param>
    /// <exception cref="IOException">The client reads no more.</exception>
    public void WriteMessage(ReadOnlySpan<byte> body)
    {
        var message = ArrayPool<byte>.Shared.Rent(HeaderPart + body.Length);
        var header = Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n"),
            message
        );
        body.CopyTo(message.AsSpan(header));
        _writing.Wait();
        try
        {
            Send(message.AsSpan(0, header + body.Length));
            inner.Flush();
        }
        finally
        {
            _writing.Release();
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            if (_rest > 0)
            {
                var part = buffer[..(int)Math.Min(buffer.Length, _rest)];
                SendPart(part.Span);
                buffer = buffer[part.Length..];
            }
            else if (TakeHeader(ref buffer) is { } header)
            {
                await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
                _rest = header.Length + (MessageHeader.LengthIn(header) ?? 0);
                SendPart(header);
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

    /// <summary>Takes the header of the library's next message off a buffer; null where it is not whole yet.</summary>
    private byte[]? TakeHeader(ref ReadOnlyMemory<byte> buffer)
    {
        var known = (int)_header.Length;
        var part = buffer[..Math.Min(buffer.Length, HeaderPart)];
        _header.Write(part.Span);
        var bytes = _header.GetBuffer().AsSpan(0, (int)_header.Length);
        var end = bytes.IndexOf(MessageHeader.End);
        if (end < 0)
        {
            buffer = buffer[part.Length..];
            return null;
        }
        var header = bytes[..(end + MessageHeader.End.Length)].ToArray();
        buffer = buffer[(header.Length - known)..];
        _header.SetLength(0);
        return header;
    }

    /// <summary>Writes a part of the library's message; after the last one it is the others' turn.</summary>
    private void SendPart(ReadOnlySpan<byte> part)
    {
        try
        {
            Send(part);
            _rest -= part.Length;
        }
        catch
        {
            _rest = 0;
            throw;
        }
        finally
        {
            if (_rest == 0)
            {
                _writing.Release();
            }
        }
    }

    /// <summary>Nothing is written behind half a message.</summary>
    private void Send(ReadOnlySpan<byte> bytes)
    {
        if (_isBroken)
        {
            throw new IOException("The client reads no more");
        }
        _isBroken = true;
        try
        {
            inner.Write(bytes);
            _isBroken = false;
        }
        finally
        {
            if (_isBroken)
            {
                _failed.TrySetResult();
            }
        }
    }
}
