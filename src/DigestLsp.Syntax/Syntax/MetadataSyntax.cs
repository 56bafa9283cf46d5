using DigestLsp.Parsing;
using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Syntax;

/// <summary>One metadata line, <c>key: value</c>.</summary>
public sealed class MetadataSyntax : SyntaxNode
{
    private readonly GreenLine _line;

    internal MetadataSyntax(SyntaxTree tree, SyntaxNode parent, GreenLine line, int position)
        : base(tree, parent, SyntaxKind.Metadata, new(position, line.Width)) => _line = line;

    /// <inheritdoc/>
    public override TextSpan Span => new(FullSpan.Start + _line.Leading, _line.Text);

    /// <summary>The key, without the colon.</summary>
    public string Key => Tree.Text.ToString(KeySpan);

    /// <summary>The value, without white space around it.</summary>
    public string Value => Tree.Text.ToString(ValueSpan);

    /// <summary>Where the key stands.</summary>
    public TextSpan KeySpan => new(Span.Start, MetadataLines.KeyLength(Wtf8.Encode(ToString()), anyCase: true));

    /// <summary>Where the value stands; empty at the end of the line where there is none.</summary>
    public TextSpan ValueSpan
    {
        get
        {
            var afterColon = KeySpan.End + 1;
            var value = Tree.Text.ToString(TextSpan.FromBounds(afterColon, Span.End));
            return TextSpan.FromBounds(Span.End - value.TrimStart().Length, Span.End);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxToken> ChildTokens() => [new(SyntaxKind.MetadataLine, FullSpan, Span)];
}
