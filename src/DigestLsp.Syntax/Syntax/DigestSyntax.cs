using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Syntax;

/// <summary>The root: banner lines, date lines, papers and skipped text in one flat list, of which sections are a view.</summary>
public sealed class DigestSyntax : SyntaxNode
{
    private IReadOnlyList<BlockSyntax>? _lines;

    internal DigestSyntax(SyntaxTree tree, GreenDigest green)
        : base(tree, null, SyntaxKind.Digest, new(0, green.Width)) => Green = green;

    internal GreenDigest Green { get; }

    /// <inheritdoc/>
    public override TextSpan Span => FullSpan;

    /// <summary>The papers in order.</summary>
    public IEnumerable<PaperSyntax> Papers => ChildNodes().OfType<PaperSyntax>();

    /// <summary>A walk over the papers in order that makes no nodes.</summary>
    public PaperWalk WalkPapers() => new(this, 0, default);

    /// <summary>A walk over the papers from the one numbered <paramref name="first"/> on, found in O(log n).</summary>
    public PaperWalk WalkPapers(int first)
    {
        var (entry, before, _) =
            first < Tree.PaperCount ? Green.Entries.Find<ByPapers>(first) : (Green.Entries.Count, Green.Entries.Summary, null);
        return new(this, entry, before);
    }

    /// <summary>A walk over everything in order that makes no nodes.</summary>
    public EntryWalk WalkEntries() => new(this);

    /// <summary>Whether any paper has a trait.</summary>
    public bool Any<TTrait>()
        where TTrait : IPaperTrait => Green.Entries.FindNext(new PaperTrait<TTrait>(this), 0).Index >= 0;

    /// <summary>Whether any entry has a trait.</summary>
    public bool AnyEntry<TTrait>()
        where TTrait : IEntryTrait => Green.Entries.FindNext(new EntryTrait<TTrait>(this), 0).Index >= 0;

    /// <summary>The number of the paper that a position lies in or behind the beginning of its title, −1 before the first.</summary>
    public int PaperAt(int position)
    {
        var (_, before, entry) = Green.Entries.Find<ByWidth>(position);
        if (entry is null)
        {
            return -1;
        }
        var isIn = entry.Kind == SyntaxKind.Paper && before.Width + entry.HeadWithin.Start <= position;
        return isIn ? before.Papers : before.Papers - 1;
    }

    /// <summary>The date lines in order.</summary>
    public IEnumerable<DateLineSyntax> DateLines => Lines.OfType<DateLineSyntax>();

    /// <summary>All that is no paper, in order: banner lines, date lines and skipped text.</summary>
    public IReadOnlyList<BlockSyntax> Lines => _lines ??= FindLines();

    private List<BlockSyntax> FindLines()
    {
        var lines = new List<BlockSyntax>();
        for (var next = 0; ; next++)
        {
            (next, var before) = Green.Entries.FindNext(default(IsNoPaper), next);
            if (next < 0)
            {
                return lines;
            }
            lines.Add((BlockSyntax)Create(Green.Entries[next], before.Width));
        }
    }

    /// <summary>The sections in order: the papers before any date line, if there are any, and then those of each date line.</summary>
    public IEnumerable<DigestSection> Sections()
    {
        DateLineSyntax? date = null;
        var papers = new List<PaperSyntax>();
        foreach (var node in ChildNodes())
        {
            if (node is DateLineSyntax next)
            {
                if (date is not null || papers.Count > 0)
                {
                    yield return new(date, papers);
                }
                date = next;
                papers = [];
            }
            else if (node is PaperSyntax paper)
            {
                papers.Add(paper);
            }
        }
        if (date is not null || papers.Count > 0)
        {
            yield return new(date, papers);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> ChildNodes()
    {
        var position = 0;
        foreach (var entry in Green.Entries)
        {
            yield return Create(entry, position);
            position += entry.Width;
        }
    }

    /// <summary>The end of the file.</summary>
    public override IEnumerable<SyntaxToken> ChildTokens() => [EndOfFile];

    /// <inheritdoc/>
    public override IEnumerable<SyntaxToken> DescendantTokens() =>
        ChildNodes().SelectMany(node => node.DescendantTokens()).Append(EndOfFile);

    /// <summary>The token that ends the digest. Where there is no entry at all, all white space is its leading trivia.</summary>
    public SyntaxToken EndOfFile => new(SyntaxKind.EndOfFile, new(Green.Entries.Summary.Width, Green.Blank), new(FullSpan.End, 0));

    /// <summary>The banner line, date line, paper or skipped text at a position; the last one at the end of the text.</summary>
    public SyntaxNode? FindEntry(int position)
    {
        var (_, before, entry) = Green.Entries.Find<ByWidth>(position);
        return entry is null ? null : Create(entry, before.Width);
    }

    /// <summary>The paper numbered <paramref name="index"/>, from 0.</summary>
    public PaperSyntax GetPaper(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Tree.PaperCount);
        var (_, before, entry) = Green.Entries.Find<ByPapers>(index);
        return (PaperSyntax)Create(entry!, before.Width);
    }

    /// <summary>The entry numbered <paramref name="index"/>, from 0, among those of which the parser has facts to tell.</summary>
    internal SyntaxNode GetFlawed(int index)
    {
        var (_, before, entry) = Green.Entries.Find<ByFlawed>(index);
        return Create(entry!, before.Width);
    }

    internal SyntaxNode Create(GreenEntry entry, int position) =>
        entry.Kind switch
        {
            SyntaxKind.Banner => new BannerSyntax(Tree, this, entry, position),
            SyntaxKind.DateLine => new DateLineSyntax(Tree, this, entry, position),
            SyntaxKind.Paper => new PaperSyntax(Tree, this, entry, position),
            _ => new SkippedTextSyntax(Tree, this, entry, position),
        };
}

/// <summary>A date line and the papers after it.</summary>
/// <param name="DateLine">Null for papers before any date line.</param>
/// <param name="Papers">The papers, in order.</param>
public sealed record DigestSection(DateLineSyntax? DateLine, IReadOnlyList<PaperSyntax> Papers);
