using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>At which places of a document a content stands: a hash table of the first places, each with a link to the next.</summary>
internal sealed class ContentPlaces
{
    private const int None = -1;

    private readonly Dictionary<Hash128, int> _first;
    private readonly int[] _next;

    /// <param name="papers">The document's papers.</param>
    public ContentPlaces(ImmutableArray<DocumentPaper> papers)
    {
        _first = new(papers.Length);
        _next = new int[papers.Length];
        for (var i = papers.Length - 1; i >= 0; i--)
        {
            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, papers[i].Facts.Content, out var exists);
            _next[i] = exists ? first : None;
            first = i;
        }
    }

    /// <summary>The indices of the papers with a content, in order.</summary>
    public IEnumerable<int> Of(Hash128 content)
    {
        for (var i = _first.GetValueOrDefault(content, None); i != None; i = _next[i])
        {
            yield return i;
        }
    }
}
