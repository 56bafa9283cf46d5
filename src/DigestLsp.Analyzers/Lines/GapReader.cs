using System.Buffers;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>
/// Reads the gaps between the lines of a text, from the first to the last. Where lines are short, it reads many gaps at once,
/// since to find a position in a text takes longer than to read a line.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="window">Memory for <see cref="WindowLength"/> characters.</param>
internal ref struct GapReader(SourceText text, Span<char> window)
{
    /// <summary>How many characters are read at once.</summary>
    public const int WindowLength = 256;

    /// <summary>A gap no further than this behind the one before is between short lines.</summary>
    private const int ShortLine = 32;

    private readonly Span<char> _window = window;
    private TextSpan _read;
    private int _end = -ShortLine;
    private char[]? _pooled;

    /// <summary>The characters of a gap, valid until the next one is read.</summary>
    public ReadOnlySpan<char> Read(TextSpan gap)
    {
        if (gap.Length > _window.Length)
        {
            Dispose();
            _pooled = ArrayPool<char>.Shared.Rent(gap.Length);
            text.CopyTo(gap.Start, _pooled.AsSpan(0, gap.Length));
            return _pooled.AsSpan(0, gap.Length);
        }
        if (gap.Start < _read.Start || gap.End > _read.End)
        {
            var length = gap.Start - _end < ShortLine ? Math.Min(_window.Length, text.Length - gap.Start) : gap.Length;
            _read = new(gap.Start, length);
            text.CopyTo(gap.Start, _window[..length]);
        }
        _end = gap.End;
        return _window.Slice(gap.Start - _read.Start, gap.Length);
    }

    /// <summary>Gives memory back.</summary>
    public void Dispose()
    {
        if (_pooled is not null)
        {
            ArrayPool<char>.Shared.Return(_pooled);
            _pooled = null;
        }
    }
}
