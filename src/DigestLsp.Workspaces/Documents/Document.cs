using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>
/// One version of one digest, immutable. A document that an editor holds open keeps its tree; a closed one keeps what was
/// computed from its text (papers, titles, line starts, attached values) and reads the text again when it is asked for.
/// </summary>
public sealed class Document
{
    private readonly SyntaxTree? _keptTree;
    private readonly ClosedContent? _closed;
    private ContentPlaces? _earlierPlaces;
    private readonly AttachedValues _attached = new();
    private volatile bool _wasUnreadable;

    private Document(string path, int version, SyntaxTree tree, Document? before)
    {
        Path = path;
        Version = version;
        _keptTree = tree;
        Order = DigestOrder.Of(path, tree);
        Papers = new(tree);
        _earlierPlaces = before?.LatestPlaces;
        EarlierTerms = before is null ? null : before._attached.Get<DocumentTerms>() ?? before.EarlierTerms;
    }

    private Document(string path, ClosedContent content)
    {
        Path = path;
        _closed = content;
        Order = content.Order;
        Papers = content.Papers;
    }

    /// <summary>A document that an editor holds open.</summary>
    /// <param name="path">Its path or, for one that was never saved, its URI.</param>
    /// <param name="version">The editor's number for this text.</param>
    /// <param name="tree">The text, parsed.</param>
    /// <param name="before">An earlier version, of which what still holds is taken over.</param>
    public static Document Open(string path, int version, SyntaxTree tree, Document? before = null) => new(path, version, tree, before);

    /// <summary>A document read from disk.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="tree">The text, parsed. The document does not keep it alive, and <see cref="LetGoOfTree"/> ends its use.</param>
    /// <param name="stamp">The file's size and time when it was read.</param>
    /// <param name="hash">The hash of the file's bytes.</param>
    /// <param name="share">Gives the facts of the same content that are kept already.</param>
    internal static Document Closed(string path, SyntaxTree tree, FileStamp stamp, Hash128 hash, Func<PaperFacts, PaperFacts> share) =>
        new(path, ClosedContent.Of(path, tree, stamp, hash, share));

    /// <summary>A document of which everything is known that is kept of closed ones.</summary>
    internal static Document Closed(string path, ClosedContent content) => new(path, content);

    private Document(Document opened)
    {
        Path = opened.Path;
        Order = opened.Order;
        Papers = opened.Papers;
        _keptTree = opened._keptTree;
        _attached = opened._attached;
        _earlierPlaces = opened._earlierPlaces;
    }

    /// <summary>The same document when its editor has closed it and the disk's text is not yet read again.</summary>
    internal Document AsClosed() => new(this);

    /// <summary>Makes a closed document read its text again when somebody asks for it.</summary>
    internal void LetGoOfTree() => _closed?.LetGoOfTree();

    /// <summary>Whether a file with this stamp is the one that this document was read from.</summary>
    internal bool WasReadFrom(FileStamp stamp) => stamp == _closed?.Stamp;

    /// <summary>Whether bytes are those of the file that this document was read from.</summary>
    internal bool WasReadFrom(ReadOnlySpan<byte> bytes) =>
        _closed is not null && bytes.Length == _closed.Stamp.Length && Hash128.Of(bytes) == _closed.Hash;

    /// <summary>
    /// Whether an edit computed from this document can still be made: an open one has its version for that; of a closed one the file
    /// must look as it did. One that an editor has just closed is not known to be what the disk holds.
    /// </summary>
    public bool IsCurrent() => IsOpen || (DocumentReader.StampOf(Path) is { } stamp && WasReadFrom(stamp));

    /// <summary>The absolute path of the file or, for a document that was never saved, its URI.</summary>
    public string Path { get; }

    /// <summary>The editor's version number, null for a document that is not open.</summary>
    public int? Version { get; }

    /// <summary>Whether an editor holds it open, so that its text is the editor's and not the disk's.</summary>
    public bool IsOpen => Version is not null;

    /// <summary>Its place in the order of all digests.</summary>
    public DigestOrder Order { get; }

    /// <summary>Its papers, in order.</summary>
    public DocumentPapers Papers { get; }

    /// <summary>Its cross-references to papers, in order.</summary>
    public ImmutableArray<SeeReference> References =>
        _closed?.References ?? GetOrAttach(static document => new OpenReferences(SeeReferences.Of(document._keptTree!))).All;

    /// <summary>Whether it has cross-references to papers.</summary>
    public bool HasReferences => _closed is null ? SeeReferences.AnyIn(_keptTree!) : !_closed.References.IsEmpty;

    /// <summary>
    /// The text, parsed. For a closed document it may be read from disk; null where the file can no longer be read or is no
    /// longer the one that this document was made of.
    /// </summary>
    public SyntaxTree? GetTree()
    {
        var tree = _keptTree ?? _closed!.GetTree(Path);
        if (tree is null)
        {
            _wasUnreadable = true;
        }
        return tree;
    }

    /// <summary>
    /// Looks once at the text, parsed: for a closed document, without keeping the memory that it is read into. Not called where
    /// <see cref="GetTree"/> would give null.
    /// </summary>
    /// <param name="use">Takes from the tree what is to be kept, and nothing of the tree itself.</param>
    internal void BorrowTree(Action<SyntaxTree> use)
    {
        if (_keptTree is { } tree)
        {
            use(tree);
        }
        else if (!_closed!.BorrowTree(Path, use))
        {
            _wasUnreadable = true;
        }
    }

    /// <summary>Whether somebody asked for the text in vain, so that what was said of it, or of its copies, may be too little.</summary>
    internal bool WasUnreadable => _wasUnreadable;

    /// <summary>What stands at a paper's head: its title or, where that is missing, the beginning of the abstract.</summary>
    public string GetHead(int paper) => _closed?.GetHead(paper) ?? ClosedContent.HeadText(_keptTree!, Papers[paper].Head);

    /// <summary>As <see cref="GetHead"/>, of a paper that is at hand.</summary>
    public static string HeadOf(PaperSyntax paper) => ClosedContent.HeadText(paper.Tree, paper.HeadSpan);

    /// <summary>A span as lines and characters; needs no text of closed documents.</summary>
    public LinePositionSpan GetLinePositionSpan(TextSpan span) =>
        _closed is null
            ? _keptTree!.Text.GetLinePositionSpan(span)
            : new(_closed.GetLinePosition(span.Start), _closed.GetLinePosition(span.End));

    /// <summary>The index of the paper that a position lies in or behind, −1 for a position before the first.</summary>
    public int PaperAt(int position) => Papers.At(position);

    /// <summary>The indices of the papers with a content, in order.</summary>
    internal IEnumerable<int> PlacesOf(Hash128 content) => GetOrAttach(static document => document.FindPlaces()).Of(content);

    private ContentPlaces FindPlaces()
    {
        var places = _earlierPlaces?.After(Papers) ?? new(Papers);
        // What these were made of would keep the text of an earlier version.
        _earlierPlaces = null;
        return places;
    }

    /// <summary>Whether one of its papers has a content.</summary>
    public bool Holds(Hash128 content) => PlacesOf(content).Any();

    /// <summary>
    /// The numbers of the papers, from the first up to but not including the second, before and behind which everything is as in an
    /// earlier version.
    /// </summary>
    public (int First, int End) PapersChangedSince(Document earlier)
    {
        var (prefix, suffix) = earlier.Papers.CommonEnds(Papers);
        return (prefix, Papers.Length - suffix);
    }

    /// <summary>The terms of the latest earlier version of which they were asked for.</summary>
    internal DocumentTerms? EarlierTerms { get; set; }

    private ContentPlaces? LatestPlaces => _attached.Get<ContentPlaces>() ?? _earlierPlaces;

    /// <summary>What is kept of its text; null for one that is open, and for one that was just closed and not read again.</summary>
    internal ClosedContent? Content => _closed;

    /// <summary>The value of a type that was attached, null if none was.</summary>
    internal T? Attached<T>()
        where T : class => _attached.Get<T>();

    /// <summary>A value computed once from this version of the document and kept with it, one of each type.</summary>
    public T GetOrAttach<T>(Func<Document, T> compute)
        where T : class => _attached.GetOrAdd(this, compute);

    private sealed record OpenReferences(ImmutableArray<SeeReference> All);
}
