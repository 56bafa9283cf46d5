using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Features;

/// <summary>The line that a caret is in, and what stands above it.</summary>
internal sealed class CaretLine
{
    private readonly SyntaxTree _tree;
    private readonly int _line;

    private CaretLine(SyntaxTree tree, int line, int caret)
    {
        _tree = tree;
        _line = line;
        Span = tree.Text.GetLineSpan(line);
        Caret = caret;
        Entry = tree.Root.FindEntry(Span.Start);
    }

    /// <summary>The line, without its line break.</summary>
    public TextSpan Span { get; }

    /// <summary>Where the caret is.</summary>
    public int Caret { get; }

    /// <summary>The entry that the line belongs to, blank lines to the one above them; null in a text without any.</summary>
    public SyntaxNode? Entry { get; }

    /// <summary>Whether nothing but white space stands in the line.</summary>
    public bool IsBlank => IsBlankLine(_line);

    /// <summary>Whether nothing stands in the line above, or there is none.</summary>
    public bool IsBlankAbove => _line == 0 || IsBlankLine(_line - 1);

    /// <summary>Whether nothing stands in the line below, or there is none.</summary>
    public bool IsBlankBelow => _line + 1 >= _tree.Text.LineCount || IsBlankLine(_line + 1);

    /// <summary>How the lines around end.</summary>
    public string LineBreak
    {
        get
        {
            var line = _line + 1 < _tree.Text.LineCount ? _line : _line - 1;
            return line < 0
                ? "\n"
                : _tree.Text.ToString(TextSpan.FromBounds(_tree.Text.GetLineSpan(line).End, _tree.Text.GetLineStart(line + 1)));
        }
    }

    /// <summary>The metadata line that this is, null where it is none.</summary>
    public MetadataSyntax? Metadata =>
        (Entry as PaperSyntax)?.Metadata.FirstOrDefault(metadata => Span.Touches(metadata.Span.Start) && !metadata.Span.IsEmpty);

    /// <summary>
    /// The paper that a metadata line here would belong to: the line above is its title, or ends its abstract, or is metadata.
    /// </summary>
    public PaperSyntax? PaperAbove
    {
        get
        {
            if (IsBlankAbove || _tree.Root.FindEntry(_tree.Text.GetLineStart(_line - 1)) is not PaperSyntax paper)
            {
                return null;
            }
            var above = _tree.Text.GetLineSpan(_line - 1);
            var isTitle = paper.Title is { } title && above.Touches(title.TextSpan.Start);
            var isMetadata = paper.Metadata.Any(metadata => above.Touches(metadata.Span.Start));
            return isTitle || isMetadata || EndsSentence(above) ? paper : null;
        }
    }

    /// <summary>The line that a position lies in.</summary>
    public static CaretLine At(SyntaxTree tree, LinePosition position)
    {
        var caret = tree.Text.GetPosition(position);
        return new(tree, tree.Text.GetLinePosition(caret).Line, caret);
    }

    /// <summary>The text of a stretch.</summary>
    public string TextOf(int start, int end) => _tree.Text.ToString(TextSpan.FromBounds(start, end));

    /// <summary>A stretch as lines and characters.</summary>
    public LinePositionSpan RangeOf(int start, int end) => _tree.Text.GetLinePositionSpan(TextSpan.FromBounds(start, end));

    private bool EndsSentence(TextSpan line)
    {
        // The end of a line is enough: an abstract may be long.
        const int Looked = 16;
        var end = _tree.Text.ToString(TextSpan.FromBounds(Math.Max(line.Start, line.End - Looked), line.End)).AsSpan().TrimEnd();
        return !end.IsEmpty && !char.IsLetterOrDigit(end[^1]) && end[^1] is not (',' or '-');
    }

    private bool IsBlankLine(int line) => string.IsNullOrWhiteSpace(_tree.Text.ToString(_tree.Text.GetLineSpan(line)));
}
