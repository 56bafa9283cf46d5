namespace DigestLsp.Similarity;

/// <summary>Finds, over the segments of an index, the papers that stand near another one in its buckets.</summary>
internal sealed class Neighborhood(IReadOnlyList<LiveSegment> segments, int window)
{
    private readonly List<PaperFacts> _before = [];
    private readonly List<PaperFacts> _after = [];

    /// <summary>The papers before the last one looked at in its bucket, nearest first, at most as many as the window is wide.</summary>
    public IReadOnlyList<PaperFacts> Before => _before;

    /// <summary>The papers after the last one looked at in its bucket, nearest first, at most as many as the window is wide.</summary>
    public IReadOnlyList<PaperFacts> After => _after;

    /// <summary>All papers with which a given one, in the index or not, is to be compared.</summary>
    public IReadOnlyCollection<PaperFacts> Candidates(PaperFacts paper, bool includeSelf)
    {
        var candidates = new HashSet<PaperFacts>(ReferenceEqualityComparer.Instance);
        Span<uint> keys = stackalloc uint[CandidateKeys.Limit];
        foreach (uint key in keys[..CandidateKeys.Write(paper, keys)])
        {
            Look(key, paper);
            candidates.UnionWith(_before);
            candidates.UnionWith(_after);
        }

        if (includeSelf)
        {
            foreach (LiveSegment segment in segments)
            {
                int id = segment.Segment.Find(paper.Content);
                if (id >= 0 && segment.IsLive(id))
                {
                    candidates.Add(segment.Segment.Paper(id));
                }
            }
        }

        return candidates;
    }

    /// <summary>Looks around the place of a paper in a bucket, and leaves what it finds, itself excepted, in <see cref="Before"/> and <see cref="After"/>.</summary>
    public void Look(uint key, PaperFacts paper)
    {
        _before.Clear();
        _after.Clear();
        foreach (LiveSegment source in segments)
        {
            Segment segment = source.Segment;
            (int start, int end) = segment.Bucket(key);
            if (start == end)
            {
                continue;
            }

            int rank = segment.Rank(key, paper, start, end);
            int limit = _before.Count + window;
            for (int posting = rank - 1; posting >= start && _before.Count < limit; posting--)
            {
                AddLive(_before, source, posting);
            }

            rank += rank < end && segment.Paper(segment.Owner(rank)).Content == paper.Content ? 1 : 0;
            limit = _after.Count + window;
            for (int posting = rank; posting < end && _after.Count < limit; posting++)
            {
                AddLive(_after, source, posting);
            }
        }

        if (_before.Count + _after.Count > window)
        {
            _before.Sort((x, y) => CandidateKeys.Compare(key, y, x));
            _after.Sort((x, y) => CandidateKeys.Compare(key, x, y));
            _before.RemoveRange(Math.Min(window, _before.Count), Math.Max(0, _before.Count - window));
            _after.RemoveRange(Math.Min(window, _after.Count), Math.Max(0, _after.Count - window));
        }
    }

    /// <summary>Whether two papers of the index are to be compared: whether they stand near each other in any bucket.</summary>
    public bool AreNear(PaperFacts a, PaperFacts b)
    {
        Span<uint> aKeys = stackalloc uint[CandidateKeys.Limit];
        Span<uint> bKeys = stackalloc uint[CandidateKeys.Limit];
        bKeys = bKeys[..CandidateKeys.Write(b, bKeys)];
        foreach (uint key in aKeys[..CandidateKeys.Write(a, aKeys)])
        {
            if (bKeys.BinarySearch(key) >= 0)
            {
                Look(key, a);
                if (_before.Contains(b) || _after.Contains(b))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void AddLive(List<PaperFacts> papers, LiveSegment source, int posting)
    {
        int id = source.Segment.Owner(posting);
        if (source.IsLive(id))
        {
            papers.Add(source.Segment.Paper(id));
        }
    }
}
