using System.Collections.Immutable;
using Edges = System.Collections.Immutable.ImmutableDictionary<
    DigestLsp.Similarity.Hash128,
    System.Collections.Immutable.ImmutableArray<DigestLsp.Similarity.DuplicateEdge>
>;

namespace DigestLsp.Similarity;

/// <summary>The edges of an index while it changes: symmetric, each list ordered by the other content.</summary>
internal sealed class EdgeMap(Edges source)
{
    private readonly Edges.Builder _edges = source.ToBuilder();

    public Edges ToImmutable() => _edges.ToImmutable();

    public bool AreConnected(PaperFacts a, PaperFacts b) =>
        _edges.TryGetValue(a.Content, out ImmutableArray<DuplicateEdge> edges) && PlaceOf(edges, b.Content) >= 0;

    /// <summary>Compares two papers and keeps the edge, if they are duplicates.</summary>
    public void Compare(PaperFacts a, PaperFacts b)
    {
        DuplicateMatch match = DuplicateDecision.Compare(a, b);
        if (match.Kind != DuplicateKind.None)
        {
            Insert(a.Content, new DuplicateEdge(b.Content, match));
            Insert(b.Content, new DuplicateEdge(a.Content, match));
        }
    }

    public void Disconnect(PaperFacts a, PaperFacts b)
    {
        Delete(a.Content, b.Content);
        Delete(b.Content, a.Content);
    }

    /// <summary>Removes all edges of a content.</summary>
    public void DisconnectAll(Hash128 content)
    {
        if (_edges.Remove(content, out ImmutableArray<DuplicateEdge> edges))
        {
            foreach (DuplicateEdge edge in edges)
            {
                Delete(edge.Other, content);
            }
        }
    }

    private void Insert(Hash128 content, DuplicateEdge edge)
    {
        ImmutableArray<DuplicateEdge> edges = _edges.TryGetValue(content, out ImmutableArray<DuplicateEdge> old) ? old : [];
        int place = PlaceOf(edges, edge.Other);
        if (place < 0)
        {
            _edges[content] = edges.Insert(~place, edge);
        }
    }

    private void Delete(Hash128 content, Hash128 other)
    {
        ImmutableArray<DuplicateEdge> edges = _edges[content];
        if (edges.Length == 1)
        {
            _edges.Remove(content);
        }
        else
        {
            _edges[content] = edges.RemoveAt(PlaceOf(edges, other));
        }
    }

    private static int PlaceOf(ImmutableArray<DuplicateEdge> edges, Hash128 other)
    {
        int low = 0;
        int high = edges.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = edges[middle].Other.CompareTo(other);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
