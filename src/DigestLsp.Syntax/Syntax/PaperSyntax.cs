using System.Buffers;
using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Syntax;

/// <summary>A paper: a title, an abstract, or both.</summary>
public sealed class PaperSyntax : SyntaxNode
{
    private readonly GreenEntry _green;

    internal PaperSyntax(SyntaxTree tree, SyntaxNode parent, GreenEntry green, int position)
        : base(tree, parent, SyntaxKind.Paper, new(position, green.Width)) => _green = green;

    /// <summary>The title, null where it is missing.</summary>
    public TitleSyntax? Title => _green.Title is { } title ? new TitleSyntax(Tree, this, title, FullSpan.Start) : null;

    /// <summary>The abstract, null where it is missing.</summary>
    public AbstractSyntax? Abstract =>
        _green.BodyCount > 0 ? new AbstractSyntax(Tree, this, _green, FullSpan.Start + (_green.Title?.Width ?? 0)) : null;

    /// <summary>Whether there are metadata lines; see <see cref="Metadata"/>.</summary>
    public bool HasMetadata => _green.HasMetadata;

    /// <summary>The metadata lines under the title and under the abstract.</summary>
    public IEnumerable<MetadataSyntax> Metadata =>
        (Title?.Metadata ?? []).Concat(Abstract?.Paragraphs.SelectMany(paragraph => paragraph.Metadata) ?? []);

    /// <inheritdoc/>
    public override SyntaxFacts Facts => _green.Facts;

    /// <inheritdoc/>
    public override TextSpan Span => TextSpan.FromBounds((Title?.Span ?? Abstract!.Span).Start, (Abstract?.Span ?? Title!.Span).End);

    /// <summary>What a finding about the paper as a whole points at: its title or, where that is missing, the abstract's first line.</summary>
    public TextSpan HeadSpan => _green.HeadWithin.Shift(FullSpan.Start);

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> ChildNodes()
    {
        if (Title is { } title)
        {
            yield return title;
        }
        if (Abstract is { } text)
        {
            yield return text;
        }
    }

    /// <summary>
    /// A value computed once from this paper's own text and kept for as long as any tree holds the paper with this text. It must
    /// not hold positions other than such relative to the paper, since edits elsewhere move it.
    /// </summary>
    public T GetOrAttach<T>(Func<PaperSyntax, T> compute)
        where T : class => _green.GetOrAttach(this, compute);

    /// <summary>Whether this is the same paper with the same text, perhaps elsewhere, by identity and not by comparing characters.</summary>
    public bool SharesContentWith(PaperSyntax other) => ReferenceEquals(_green, other._green);
}

/// <summary>An abstract: normally one paragraph, several where blank lines split it.</summary>
public sealed class AbstractSyntax : SyntaxNode
{
    private readonly GreenEntry _green;

    internal AbstractSyntax(SyntaxTree tree, PaperSyntax paper, GreenEntry green, int position)
        : base(tree, paper, SyntaxKind.Abstract, TextSpan.FromBounds(position, paper.FullSpan.End)) => _green = green;

    /// <summary>Its paragraphs, in order.</summary>
    public IEnumerable<ParagraphSyntax> Paragraphs
    {
        get
        {
            var position = FullSpan.Start;
            for (var i = 0; i < _green.BodyCount; i++)
            {
                var block = _green.Body(i);
                yield return new(Tree, this, block, position);
                position += block.Width;
            }
        }
    }

    /// <summary>The last of its paragraphs, which normally is the only one.</summary>
    public ParagraphSyntax LastParagraph
    {
        get
        {
            var block = _green.Body(_green.BodyCount - 1);
            return new(Tree, this, block, FullSpan.End - block.Width);
        }
    }

    /// <summary>The abstract on one line: line breaks and blank lines within it become spaces. Metadata is left out.</summary>
    public string Text => string.Join(' ', Paragraphs.Select(paragraph => paragraph.Text));

    /// <summary>Writes <see cref="Text"/> as UTF-8, without making a string of it.</summary>
    public void CopyUtf8To(IBufferWriter<byte> target)
    {
        var isFirst = true;
        foreach (var paragraph in Paragraphs)
        {
            target.Write(isFirst ? [] : " "u8);
            paragraph.CopyUtf8To(target);
            isFirst = false;
        }
    }

    /// <inheritdoc/>
    public override TextSpan Span
    {
        get
        {
            var start = FullSpan.Start + _green.First!.Line(0).Leading;
            return TextSpan.FromBounds(start, LastParagraph.Span.End);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> ChildNodes() => Paragraphs;
}
