using DigestLsp.Text;

namespace DigestLsp.Syntax;

/// <summary>A node of a digest's tree, with its position: a light view, made on demand, of widths that trees share.</summary>
public abstract class SyntaxNode
{
    private protected SyntaxNode(SyntaxTree tree, SyntaxNode? parent, SyntaxKind kind, TextSpan fullSpan)
    {
        Tree = tree;
        Parent = parent;
        Kind = kind;
        FullSpan = fullSpan;
    }

    /// <summary>The tree that the node belongs to.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The node above, null for the root.</summary>
    public SyntaxNode? Parent { get; }

    /// <summary>What the node is.</summary>
    public SyntaxKind Kind { get; }

    /// <summary>The node with all trivia, in UTF-16 units. The full spans of a node's children cover its own, in order.</summary>
    public TextSpan FullSpan { get; }

    /// <summary>The node from the first to the last character that is no trivia.</summary>
    public abstract TextSpan Span { get; }

    /// <summary>What the parser met here.</summary>
    public virtual SyntaxFacts Facts => SyntaxFacts.None;

    /// <summary>The nodes directly below.</summary>
    public virtual IEnumerable<SyntaxNode> ChildNodes() => [];

    /// <summary>The tokens directly below, not those of child nodes.</summary>
    public virtual IEnumerable<SyntaxToken> ChildTokens() => [];

    /// <summary>All tokens below, in the order of the text.</summary>
    public virtual IEnumerable<SyntaxToken> DescendantTokens()
    {
        foreach (var token in ChildTokens())
        {
            yield return token;
        }
        foreach (var node in ChildNodes())
        {
            foreach (var token in node.DescendantTokens())
            {
                yield return token;
            }
        }
    }

    /// <summary>Prints the node back, token by token: for the root, the text that was parsed.</summary>
    public void WriteTo(TextWriter writer)
    {
        foreach (var token in DescendantTokens())
        {
            writer.Write(Tree.Text.ToString(token.FullSpan));
        }
    }

    /// <summary>The text of the node with all trivia.</summary>
    public string ToFullString() => Tree.Text.ToString(FullSpan);

    /// <summary>The text of the node without the trivia around it.</summary>
    public override string ToString() => Tree.Text.ToString(Span);
}

/// <summary>A token: one line of text, with the white space and line breaks around it as trivia.</summary>
/// <param name="Kind">Which token.</param>
/// <param name="FullSpan">The token with its trivia.</param>
/// <param name="Span">The token itself.</param>
public readonly record struct SyntaxToken(SyntaxKind Kind, TextSpan FullSpan, TextSpan Span)
{
    /// <summary>White space before the token.</summary>
    public TextSpan LeadingTrivia => TextSpan.FromBounds(FullSpan.Start, Span.Start);

    /// <summary>White space, the line break and blank lines after the token.</summary>
    public TextSpan TrailingTrivia => TextSpan.FromBounds(Span.End, FullSpan.End);
}
