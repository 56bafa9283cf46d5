using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>
/// At which places of a document a content stands: a hash table of the first places, each with a link to the next. After edits the
/// table of an earlier version goes on to serve: this version is pieces of that one, with what was written since between them.
/// </summary>
internal sealed class ContentPlaces
{
    private const int None = -1;

    /// <summary>With more pieces, making a new table costs less than looking through them again and again.</summary>
    private const int MostPieces = 128;

    private readonly DocumentPapers _papers;
    private readonly Dictionary<Hash128, int> _first;
    private readonly int[] _next;
    private readonly ImmutableArray<Piece> _pieces;

    /// <param name="papers">The document's papers.</param>
    public ContentPlaces(DocumentPapers papers)
    {
        _papers = papers;
        _pieces = [new(0, 0, papers.Length, default)];
        _first = new(papers.Length);
        _next = new int[papers.Length];
        Array.Fill(_next, None);
        var last = new Dictionary<Hash128, int>();
        var i = 0;
        foreach (var paper in papers)
        {
            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, paper.Facts.Content, out var exists);
            if (!exists)
            {
                first = i;
            }
            else
            {
                _next[last.GetValueOrDefault(paper.Facts.Content, first)] = i;
                last[paper.Facts.Content] = i;
            }
            i++;
        }
    }

    private ContentPlaces(ContentPlaces earlier, DocumentPapers papers, ImmutableArray<Piece> pieces)
    {
        (_first, _next) = (earlier._first, earlier._next);
        (_papers, _pieces) = (papers, pieces);
    }

    /// <summary>The places in a later version of the document.</summary>
    public ContentPlaces After(DocumentPapers papers)
    {
        var (prefix, suffix) = _papers.CommonEnds(papers);
        if (_pieces.Length + papers.Length - prefix - suffix > MostPieces)
        {
            return new(papers);
        }
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        foreach (var piece in _pieces)
        {
            Add(piece.Between(0, prefix, 0));
        }
        var written = prefix;
        foreach (var paper in papers.Between(prefix, papers.Length - suffix))
        {
            Add(new(written++, None, 1, paper.Facts.Content));
        }
        foreach (var piece in _pieces)
        {
            Add(piece.Between(_papers.Length - suffix, _papers.Length, papers.Length - _papers.Length));
        }
        return new(this, papers, pieces.DrainToImmutable());

        void Add(Piece piece)
        {
            if (piece.Length > 0)
            {
                pieces.Add(piece);
            }
        }
    }

    /// <summary>The indices of the papers with a content, in order.</summary>
    public IEnumerable<int> Of(Hash128 content)
    {
        var i = _first.GetValueOrDefault(content, None);
        foreach (var piece in _pieces)
        {
            if (piece.TableStart == None)
            {
                if (piece.Content == content)
                {
                    yield return piece.Start;
                }
                continue;
            }
            for (; i != None && i < piece.TableStart + piece.Length; i = _next[i])
            {
                if (i >= piece.TableStart)
                {
                    yield return i - piece.TableStart + piece.Start;
                }
            }
        }
    }

    /// <summary>A run of papers that the table knows, or one that it does not.</summary>
    /// <param name="Start">The number of the first of them.</param>
    /// <param name="TableStart">Its number in the table; −1 for one that is not there.</param>
    /// <param name="Length">How many there are.</param>
    /// <param name="Content">The content of one that is not in the table.</param>
    private readonly record struct Piece(int Start, int TableStart, int Length, Hash128 Content)
    {
        /// <summary>The part that lies between two numbers, moved by so many.</summary>
        public Piece Between(int start, int end, int offset)
        {
            var from = Math.Max(Start, start);
            var length = Math.Max(0, Math.Min(Start + Length, end) - from);
            return new(from + offset, TableStart == None ? None : TableStart + from - Start, length, Content);
        }
    }
}
