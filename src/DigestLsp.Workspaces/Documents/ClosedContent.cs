using System.Buffers;
using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>
/// What is kept of a digest that no editor holds open: what was computed from its text, and by what its file is recognised as the
/// one that was read. Immutable; the text is read again when it is asked for.
/// </summary>
internal sealed class ClosedContent
{
    /// <summary>More than a title has, in UTF-16 units, so that what is kept of abstracts without titles is little.</summary>
    private const int LongestHead = 300;

    private readonly WeakReference<SyntaxTree> _tree;
    private readonly int[] _lineStarts;
    private readonly string[] _heads;

    private ClosedContent(string path, SyntaxTree tree, FileStamp stamp, Hash128 hash, Func<PaperFacts, PaperFacts> share)
    {
        _tree = new(tree);
        Stamp = stamp;
        Hash = hash;
        Order = DigestOrder.Of(path, tree);
        Papers = new([.. new DocumentPapers(tree).Select(paper => paper with { Facts = share(paper.Facts) })]);
        References = SeeReferences.Of(tree);
        _lineStarts = new int[tree.Text.LineCount];
        for (var line = 0; line < _lineStarts.Length; line++)
        {
            _lineStarts[line] = tree.Text.GetLineStart(line);
        }
        _heads = [.. Papers.Select(paper => HeadText(tree, paper.Head))];
    }

    /// <summary>What was kept of a file when it was read.</summary>
    public ClosedContent(
        DigestOrder order,
        FileStamp stamp,
        Hash128 hash,
        DocumentPapers papers,
        ImmutableArray<SeeReference> references,
        int[] lineStarts,
        string[] heads
    )
    {
        _tree = new(null!);
        Stamp = stamp;
        Hash = hash;
        Order = order;
        Papers = papers;
        References = references;
        _lineStarts = lineStarts;
        _heads = heads;
    }

    /// <summary>The content of a file that was read.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="tree">The text, parsed; not kept alive.</param>
    /// <param name="stamp">The file's size and time when it was read.</param>
    /// <param name="hash">The hash of the file's bytes.</param>
    /// <param name="share">Gives the facts of the same content that are kept already.</param>
    public static ClosedContent Of(string path, SyntaxTree tree, FileStamp stamp, Hash128 hash, Func<PaperFacts, PaperFacts> share) =>
        new(path, tree, stamp, hash, share);

    /// <summary>The file's size and time when it was read.</summary>
    public FileStamp Stamp { get; }

    /// <summary>The hash of the file's bytes.</summary>
    public Hash128 Hash { get; }

    /// <summary>The digest's place in the order of all digests.</summary>
    public DigestOrder Order { get; }

    /// <summary>Its papers, in order.</summary>
    public DocumentPapers Papers { get; }

    /// <summary>Its cross-references to papers, in order.</summary>
    public ImmutableArray<SeeReference> References { get; }

    /// <summary>Where each line begins.</summary>
    public ReadOnlySpan<int> LineStarts => _lineStarts;

    /// <summary>What stands at each paper's head.</summary>
    public ReadOnlySpan<string> Heads => _heads;

    /// <summary>What stands at a paper's head: its title or, where that is missing, the beginning of the abstract.</summary>
    public string GetHead(int paper) => _heads[paper];

    /// <summary>A position as line and character.</summary>
    public LinePosition GetLinePosition(int position)
    {
        var line = Array.BinarySearch(_lineStarts, position);
        line = line < 0 ? ~line - 1 : line;
        return new(line, position - _lineStarts[line]);
    }

    /// <summary>Forgets the tree, which is read again when somebody asks for it.</summary>
    public void LetGoOfTree() => _tree.SetTarget(null!);

    /// <summary>The text, parsed; null where the file can no longer be read or is no longer the one that was read.</summary>
    public SyntaxTree? GetTree(string path)
    {
        if (_tree.TryGetTarget(out var tree))
        {
            return tree;
        }
        tree = Parse(DocumentReader.Read(path));
        _tree.SetTarget(tree!);
        return tree;
    }

    /// <summary>Looks once at the text, parsed, in memory that is lent.</summary>
    /// <param name="path">The document's path.</param>
    /// <param name="use">Not called where <see cref="GetTree"/> would give null.</param>
    /// <returns>Whether it was called.</returns>
    public bool BorrowTree(string path, Action<SyntaxTree> use)
    {
        if (_tree.TryGetTarget(out var known))
        {
            use(known);
            return true;
        }
        return DocumentReader.Borrow(
            path,
            ArrayPool<byte>.Shared,
            read =>
            {
                var tree = Parse(read);
                if (tree is not null)
                {
                    use(tree);
                }
                return tree is not null;
            }
        );
    }

    private SyntaxTree? Parse(DocumentReader.Result read) =>
        read.Text is null || read.Stamp != Stamp || read.Hash != Hash ? null : SyntaxTree.Parse(read.Text);

    /// <summary>The text of a paper's head, or as much of it as is kept.</summary>
    public static string HeadText(SyntaxTree tree, TextSpan head)
    {
        if (head.Length <= LongestHead)
        {
            return tree.Text.ToString(head);
        }
        var text = tree.Text.ToString(new(head.Start, LongestHead));
        return char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
    }
}
