using System.Buffers;
using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Syntax;

/// <summary>A node over one block of lines: text lines and then, in titles and paragraphs, metadata lines.</summary>
public abstract class BlockSyntax : SyntaxNode
{
    private readonly GreenBlock _green;

    private protected BlockSyntax(SyntaxTree tree, SyntaxNode parent, SyntaxKind kind, GreenBlock green, int position)
        : base(tree, parent, kind, new(position, green.Width)) => _green = green;

    private protected GreenBlock Green => _green;

    /// <inheritdoc/>
    public override TextSpan Span => _green.SpanWithin(metadata: true).Shift(FullSpan.Start);

    /// <summary>The text lines, from the first to the last character that is no trivia.</summary>
    public TextSpan TextSpan => _green.SpanWithin(metadata: false).Shift(FullSpan.Start);

    /// <summary>The text on one line: where it is broken over several, each break with its white space becomes a space.</summary>
    public string Text =>
        _green.LineCount == 1
            ? Tree.Text.ToString(TextSpan)
            : string.Join(' ', ChildTokens().Select(token => Tree.Text.ToString(token.Span)));

    /// <summary>Writes <see cref="Text"/> as UTF-8, without making a string of it.</summary>
    public void CopyUtf8To(IBufferWriter<byte> target)
    {
        if (_green.LineCount == 1)
        {
            Tree.Text.CopyUtf8To(TextSpan, target);
            return;
        }
        var isFirst = true;
        foreach (var line in ChildTokens())
        {
            target.Write(isFirst ? [] : " "u8);
            Tree.Text.CopyUtf8To(line.Span, target);
            isFirst = false;
        }
    }

    /// <summary>Whether a blank line, or the end of the file, follows.</summary>
    public bool HasBlankLineAfter => _green.Features.Has(Parsing.BlockTraits.BlankLineAfter);

    /// <summary>
    /// Whether the metadata lines are metadata, whatever they say. A line of a wrapped abstract may happen to begin with ‘note:’; then
    /// the sentence before it has not ended, or the rest of the abstract follows without a blank line.
    /// </summary>
    public bool IsMetadataCertain
    {
        get
        {
            var isWrapped = _green.Features.Has(Parsing.BlockTraits.HardWrapped);
            return Kind == SyntaxKind.Title ? !isWrapped : EndsAsSentencesDo() && (!isWrapped || HasBlankLineAfter);
        }
    }

    private bool EndsAsSentencesDo()
    {
        var last = Tree.Text.ToString(new TextSpan(TextSpan.End - 1, 1))[0];
        return !char.IsLetterOrDigit(last) && last is not (',' or '-');
    }

    /// <summary>The metadata lines.</summary>
    public IEnumerable<MetadataSyntax> Metadata => ChildNodes().OfType<MetadataSyntax>();

    /// <inheritdoc/>
    public override IEnumerable<SyntaxToken> ChildTokens()
    {
        var position = FullSpan.Start;
        for (var i = 0; i < _green.LineCount; i++)
        {
            var line = _green.Line(i);
            if (line.IsMetadata)
            {
                yield break;
            }
            yield return new(SyntaxKind.TextLine, new(position, line.Width), new(position + line.Leading, line.Text));
            position += line.Width;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> ChildNodes()
    {
        if (_green.LineCount == 1)
        {
            yield break;
        }
        var position = FullSpan.Start;
        for (var i = 0; i < _green.LineCount; i++)
        {
            var line = _green.Line(i);
            if (line.IsMetadata)
            {
                yield return new MetadataSyntax(Tree, this, line, position);
            }
            position += line.Width;
        }
    }
}

/// <summary>A line of the banner.</summary>
public sealed class BannerSyntax : BlockSyntax
{
    internal BannerSyntax(SyntaxTree tree, SyntaxNode parent, GreenEntry entry, int position)
        : base(tree, parent, SyntaxKind.Banner, entry.First!, position) { }
}

/// <summary>A date line.</summary>
public sealed class DateLineSyntax : BlockSyntax
{
    internal DateLineSyntax(SyntaxTree tree, SyntaxNode parent, GreenEntry entry, int position)
        : base(tree, parent, SyntaxKind.DateLine, entry.First!, position) { }

    /// <summary>The date as written, possible or not.</summary>
    public DigestDate Date => DigestDate.FromPacked(Green.Features.Date);
}

/// <summary>Text that is no part of any paper.</summary>
public sealed class SkippedTextSyntax : BlockSyntax
{
    internal SkippedTextSyntax(SyntaxTree tree, SyntaxNode parent, GreenEntry entry, int position)
        : base(tree, parent, SyntaxKind.SkippedText, entry.First!, position) => Facts = entry.Facts;

    /// <inheritdoc/>
    public override SyntaxFacts Facts { get; }
}

/// <summary>A paper's title.</summary>
public sealed class TitleSyntax : BlockSyntax
{
    internal TitleSyntax(SyntaxTree tree, SyntaxNode parent, GreenBlock block, int position)
        : base(tree, parent, SyntaxKind.Title, block, position) { }
}

/// <summary>A paragraph of an abstract.</summary>
public sealed class ParagraphSyntax : BlockSyntax
{
    internal ParagraphSyntax(SyntaxTree tree, SyntaxNode parent, GreenBlock block, int position)
        : base(tree, parent, SyntaxKind.Paragraph, block, position) { }
}
