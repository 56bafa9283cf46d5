using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>
/// What the client writes, message by message, for a library that takes every header at its word, waits on for ever where the stream
/// has ended, and spoils some texts. Where a header makes no sense or counts wrongly, reading goes on at the next one.
/// </summary>
internal sealed class MessageInput(Stream inner, ILogger<MessageInput> logger) : Stream
{
    /// <summary>The longest message, in bytes. What is read of it is needed in memory several times over.</summary>
    public const int LongestMessage = 1 << 28;

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MessageBuffer _buffer = new(inner);
    private ReadOnlyMemory<byte> _message;

    /// <summary>Completes when there is nothing more to read.</summary>
    public Task Ended => _ended.Task;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }
        if (_message.IsEmpty)
        {
            _message = await NextAsync(cancellationToken).ConfigureAwait(false);
        }
        var read = Math.Min(buffer.Length, _message.Length);
        _message[..read].CopyTo(buffer);
        _message = _message[read..];
        if (read == 0)
        {
            _ended.TrySetResult();
        }
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>The next message with a header of its own; empty at the end of the stream.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var header = await _buffer.ReadHeaderAsync(cancellation).ConfigureAwait(false);
            if (header.IsEmpty)
            {
                if (_buffer.Count > 0)
                {
                    logger.LogWarning("The client's stream ended within a message");
                }
                return default;
            }
            if (MessageHeader.LengthIn(header.Span) is not { } length || length > LongestMessage)
            {
                logger.LogError("A header was passed over, and what follows it: {Header}", MessageHeader.Shown(header.Span));
                await _buffer.SkipToHeaderAsync(cancellation).ConfigureAwait(false);
                continue;
            }
            _buffer.Take(header.Length);
            var end = await ReadMessageAsync(length, cancellation).ConfigureAwait(false);
            return end == 0 && length > 0 ? default : Framed(_buffer.Take(end));
        }
    }

    /// <summary>Waits for a message of so many bytes, or fewer where it ends before that and another header comes. None at the end.</summary>
    private async ValueTask<int> ReadMessageAsync(int length, CancellationToken cancellation)
    {
        var mayHoldHeader = true;
        while (_buffer.Count < length)
        {
            if (mayHoldHeader && MessageBody.EndIn(_buffer.Peek(_buffer.Count), isAll: false) is { } early && early < _buffer.Count)
            {
                return Noted(length, early);
            }
            if (!await _buffer.ReadMoreAsync(length, cancellation).ConfigureAwait(false))
            {
                logger.LogWarning("The client's stream ended within a message");
                return 0;
            }
            mayHoldHeader = _buffer.MayHoldHeader;
        }
        return Noted(length, MessageBody.EndIn(_buffer.Peek(length), isAll: true)!.Value);
    }

    private int Noted(int counted, int length)
    {
        if (length < counted)
        {
            logger.LogError("A header counts {Counted} bytes for a message of {Length}", counted, length);
        }
        return length;
    }

    private ReadOnlyMemory<byte> Framed(ReadOnlySpan<byte> body)
    {
        if (!System.Text.Unicode.Utf8.IsValid(body))
        {
            logger.LogError("A message is not UTF-8; what could not be read in it is replaced");
        }
        var isReadable = MessageBody.IsReadable(body);
        if (!isReadable)
        {
            logger.LogError("A message of {Length} bytes is no JSON", body.Length);
        }
        var marked = isReadable ? TextMarks.Mark(body) : MessageBody.Unreadable;
        var header = System.Text.Encoding.ASCII.GetBytes($"Content-Length: {marked.Length}\r\n\r\n");
        var message = new byte[header.Length + marked.Length];
        header.CopyTo(message, 0);
        marked.CopyTo(message.AsSpan(header.Length));
        return message;
    }
}
