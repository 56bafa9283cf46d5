using System.Buffers;
using DigestLsp.Text;

namespace DigestLsp.Parsing;

/// <summary>
/// Passes over a text in windows that fit into a processor's cache, each ending where a run of lines does. Only a run that is
/// longer makes a window grow.
/// </summary>
internal ref struct RunWindows(SourceText text)
{
    private const int WindowBytes = 64 * 1024;

    private readonly int _textBytes = text.ByteLength;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Min(WindowBytes, text.ByteLength));
    private int _start;
    private int _filled;
    private int _cut;

    /// <summary>The window: it begins at the start of a line.</summary>
    public readonly ReadOnlySpan<byte> Current => _buffer.AsSpan(0, _cut);

    /// <summary>Whether the window reaches the end of the text.</summary>
    public readonly bool IsLast => _start + _cut == _textBytes;

    public bool MoveNext()
    {
        if (IsLast)
        {
            return false;
        }
        _start += _cut;
        _buffer.AsSpan(_cut, _filled - _cut).CopyTo(_buffer);
        _filled -= _cut;
        Fill();
        while ((_cut = _start + _filled == _textBytes ? _filled : LastStartOfRun(_buffer.AsSpan(0, _filled))) == 0)
        {
            Grow();
            Fill();
        }
        return true;
    }

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Fill()
    {
        var wanted = Math.Min(_buffer.Length, _textBytes - _start) - _filled;
        text.CopyBytesTo(_start + _filled, _buffer.AsSpan(_filled, wanted));
        _filled += wanted;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(2 * _buffer.Length, _textBytes - _start));
        _buffer.AsSpan(0, _filled).CopyTo(larger);
        Dispose();
        _buffer = larger;
    }

    /// <summary>The last place that certainly begins a run: a visible ASCII character after an empty line; 0 where there is none.</summary>
    private static int LastStartOfRun(ReadOnlySpan<byte> window)
    {
        // Each search stops where a better place is known already.
        var last = LastAfter(window, "\n\n"u8, 0);
        last = LastAfter(window, "\n\r\n"u8, last);
        return LastAfter(window, "\r\r"u8, last);
    }

    private static int LastAfter(ReadOnlySpan<byte> window, ReadOnlySpan<byte> emptyLine, int known)
    {
        while (window[known..].LastIndexOf(emptyLine) is >= 0 and var found)
        {
            var next = known + found + emptyLine.Length;
            if (next < window.Length && window[next] is > (byte)' ' and < 0x7F)
            {
                return next;
            }
            window = window[..(next - 1)];
        }
        return known;
    }
}
