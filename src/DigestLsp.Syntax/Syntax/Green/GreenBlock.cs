using DigestLsp.Parsing;
using DigestLsp.Text;

namespace DigestLsp.Syntax.Green;

/// <summary>One line of a block, in UTF-16 units.</summary>
/// <param name="Leading">White space before the text.</param>
/// <param name="Text">The text itself.</param>
/// <param name="Trailing">White space, line break and blank lines after it.</param>
/// <param name="IsMetadata">Whether the line is <c>key: value</c>.</param>
internal readonly record struct GreenLine(int Leading, int Text, int Trailing, bool IsMetadata)
{
    public int Width => Leading + Text + Trailing;
}

/// <summary>
/// A title, a paragraph, a banner or date line, or skipped text: widths and intrinsic features, no text, no position, no parent.
/// Nearly every block is one line, which is kept without an array.
/// </summary>
internal sealed class GreenBlock
{
    private readonly GreenLine _first;
    private readonly GreenLine[]? _more;

    public GreenBlock(ReadOnlySpan<GreenLine> lines, BlockFeatures features)
    {
        _first = lines[0];
        _more = lines.Length > 1 ? lines[1..].ToArray() : null;
        Features = features;
        foreach (var line in lines)
        {
            Width += line.Width;
        }
    }

    public BlockFeatures Features { get; }

    public int Width { get; }

    public int LineCount => 1 + (_more?.Length ?? 0);

    /// <summary>Metadata lines are the last of their block.</summary>
    public bool HasMetadata => _more is not null && _more[^1].IsMetadata;

    public GreenLine Line(int index) => index == 0 ? _first : _more![index - 1];

    /// <summary>From the first to the last character that is no trivia, relative to the block's start.</summary>
    /// <param name="metadata">Whether metadata lines count.</param>
    public TextSpan SpanWithin(bool metadata)
    {
        var position = 0;
        var end = _first.Leading;
        for (var i = 0; i < LineCount; i++)
        {
            var line = Line(i);
            if (line.IsMetadata && !metadata)
            {
                break;
            }
            end = position + line.Leading + line.Text;
            position += line.Width;
        }
        return TextSpan.FromBounds(_first.Leading, end);
    }

    public bool HasSameShape(GreenBlock? other) =>
        other is not null
        && Width == other.Width
        && Features == other.Features
        && _first == other._first
        && _more.AsSpan().SequenceEqual(other._more);
}
