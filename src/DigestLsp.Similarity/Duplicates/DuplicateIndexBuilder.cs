namespace DigestLsp.Similarity;

/// <summary>Makes a new index out of an old one. Used once, by one thread.</summary>
internal sealed class DuplicateIndexBuilder
{
    /// <summary>Each segment holds at least this many times as many papers as the next.</summary>
    private const int Growth = 4;

    /// <summary>Adding at least one paper for this many that are there is done by building anew, on all processors.</summary>
    private const int BulkShare = 4;
    private const int BulkLeast = 256;

    private readonly List<LiveSegment> _segments;
    private readonly EdgeMap _edges;
    private readonly int _window;
    private readonly Neighborhood _neighborhood;

    public DuplicateIndexBuilder(DuplicateIndex source)
    {
        _segments = [.. source.Segments];
        _edges = new EdgeMap(source.Edges);
        _window = source.WindowSize;
        _neighborhood = new Neighborhood(_segments, _window);
    }

    public static DuplicateIndex Build(IReadOnlyCollection<PaperFacts> papers, int window)
    {
        ArgumentNullException.ThrowIfNull(papers);
        PaperFacts[] distinct = [.. papers.DistinctBy(paper => paper.Content)];
        if (distinct.Length == 0)
        {
            return DuplicateIndex.EmptyWith(window);
        }

        Segment segment = SegmentBuilder.Build(distinct);
        return new DuplicateIndex([new LiveSegment(segment, [])], SegmentEdges.Find(segment, window), window);
    }

    public DuplicateIndex Update(IEnumerable<PaperFacts> added, IEnumerable<PaperFacts> removed)
    {
        foreach (PaperFacts paper in removed)
        {
            Remove(paper.Content);
        }

        PaperFacts[] papers = [.. added];
        int count = _segments.Sum(segment => segment.Count);
        if (papers.Length >= BulkLeast && papers.Length >= count / BulkShare)
        {
            return Build([.. LivePapers(), .. papers], _window);
        }

        foreach (PaperFacts paper in papers)
        {
            Add(paper);
        }

        return new DuplicateIndex([.. _segments], _edges.ToImmutable(), _window);
    }

    private void Add(PaperFacts paper)
    {
        if (Find(paper.Content, out int at, out int id) && _segments[at].IsLive(id))
        {
            return;
        }

        var candidates = new HashSet<PaperFacts>(ReferenceEqualityComparer.Instance);
        var parted = new List<(PaperFacts, PaperFacts)>();
        VisitBuckets(paper, candidates, parted);
        if (at >= 0)
        {
            _segments[at] = _segments[at] with { Removed = _segments[at].Removed.Remove(id) };
        }
        else
        {
            _segments.Add(new LiveSegment(SegmentBuilder.Build([paper]), []));
            MergeSmall();
        }

        foreach (PaperFacts candidate in candidates)
        {
            _edges.Compare(paper, candidate);
        }

        foreach ((PaperFacts x, PaperFacts y) in parted)
        {
            if (_edges.AreConnected(x, y) && !_neighborhood.AreNear(x, y))
            {
                _edges.Disconnect(x, y);
            }
        }
    }

    private void Remove(Hash128 content)
    {
        if (!Find(content, out int at, out int id) || !_segments[at].IsLive(id))
        {
            return;
        }

        PaperFacts paper = _segments[at].Segment.Paper(id);
        _segments[at] = _segments[at] with { Removed = _segments[at].Removed.Add(id) };
        _edges.DisconnectAll(content);
        var joined = new List<(PaperFacts, PaperFacts)>();
        VisitBuckets(paper, candidates: null, joined);
        foreach ((PaperFacts x, PaperFacts y) in joined)
        {
            if (!_edges.AreConnected(x, y))
            {
                _edges.Compare(x, y);
            }
        }

        Shrink(at);
    }

    /// <summary>
    /// Looks at every bucket of a paper that is not, or no longer, live. Collects its candidates, and the pairs around it that are just
    /// within the window while it is away, and so outside when it is there.
    /// </summary>
    private void VisitBuckets(PaperFacts paper, HashSet<PaperFacts>? candidates, List<(PaperFacts, PaperFacts)> pairs)
    {
        Span<uint> keys = stackalloc uint[CandidateKeys.Limit];
        foreach (uint key in keys[..CandidateKeys.Write(paper, keys)])
        {
            _neighborhood.Look(key, paper);
            IReadOnlyList<PaperFacts> before = _neighborhood.Before;
            IReadOnlyList<PaperFacts> after = _neighborhood.After;
            candidates?.UnionWith(before);
            candidates?.UnionWith(after);
            for (int i = 0; i < before.Count; i++)
            {
                int j = _window - 1 - i;
                if (j < after.Count)
                {
                    pairs.Add((before[i], after[j]));
                }
            }
        }
    }

    private bool Find(Hash128 content, out int at, out int id)
    {
        for (at = _segments.Count - 1; at >= 0; at--)
        {
            id = _segments[at].Segment.Find(content);
            if (id >= 0)
            {
                return true;
            }
        }

        id = -1;
        return false;
    }

    private void MergeSmall()
    {
        while (_segments.Count > 1 && _segments[^2].Count < Growth * _segments[^1].Count)
        {
            Segment merged = SegmentBuilder.Merge(_segments[^2], _segments[^1]);
            _segments.RemoveRange(_segments.Count - 2, 2);
            _segments.Add(new LiveSegment(merged, []));
        }
    }

    /// <summary>Drops a segment that is empty, and rebuilds one of which more than half is removed.</summary>
    private void Shrink(int at)
    {
        LiveSegment segment = _segments[at];
        if (segment.Count == 0)
        {
            _segments.RemoveAt(at);
        }
        else if (segment.Removed.Count > segment.Count)
        {
            LiveSegment[] rest = [.. _segments.Skip(at + 1)];
            _segments.RemoveRange(at, _segments.Count - at);
            _segments.Add(new LiveSegment(SegmentBuilder.Build([.. segment.Papers]), []));
            MergeSmall();
            foreach (LiveSegment next in rest)
            {
                _segments.Add(next);
                MergeSmall();
            }
        }
    }

    private IEnumerable<PaperFacts> LivePapers() => _segments.SelectMany(segment => segment.Papers);
}
