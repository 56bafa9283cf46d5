using System.Runtime.InteropServices;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>
/// At which places of a document a content stands: a hash table of the first places, each with a link to the next. After an edit the
/// table of an earlier version goes on to serve, together with the contents of what stands now where that version was changed.
/// </summary>
internal sealed class ContentPlaces
{
    private const int None = -1;

    /// <summary>With more papers between the unchanged ones, making a new table costs less than looking through them.</summary>
    private const int MostBetween = 64;

    private readonly DocumentPapers _papers;
    private readonly Dictionary<Hash128, int> _first;
    private readonly int[] _next;
    private readonly int _prefix;
    private readonly int _suffix;
    private readonly Hash128[] _between = [];

    /// <param name="papers">The document's papers.</param>
    public ContentPlaces(DocumentPapers papers)
    {
        _papers = papers;
        _prefix = papers.Length;
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

    private ContentPlaces(ContentPlaces table, int prefix, int suffix, Hash128[] between)
    {
        (_papers, _first, _next) = (table._papers, table._first, table._next);
        (_prefix, _suffix, _between) = (prefix, suffix, between);
    }

    /// <summary>The places in a later version of the document.</summary>
    public ContentPlaces After(DocumentPapers papers)
    {
        var (prefix, suffix) = _papers.CommonEnds(papers);
        return papers.Length - prefix - suffix > MostBetween
            ? new(papers)
            : new(this, prefix, suffix, [.. papers.Between(prefix, papers.Length - suffix).Select(paper => paper.Facts.Content)]);
    }

    /// <summary>The indices of the papers with a content, in order.</summary>
    public IEnumerable<int> Of(Hash128 content)
    {
        var i = _first.GetValueOrDefault(content, None);
        for (; i != None && i < _prefix; i = _next[i])
        {
            yield return i;
        }
        for (var between = 0; between < _between.Length; between++)
        {
            if (_between[between] == content)
            {
                yield return _prefix + between;
            }
        }
        for (; i != None; i = _next[i])
        {
            if (i >= _papers.Length - _suffix)
            {
                yield return i - (_papers.Length - _suffix) + _prefix + _between.Length;
            }
        }
    }
}
