namespace DigestLsp.Similarity;

/// <summary>Builds segments: of papers in bulk, and of two segments by merging.</summary>
internal static class SegmentBuilder
{
    private const int Partitions = 256;
    private const int PartitionShift = 24;

    /// <summary>Papers from which on several threads pay.</summary>
    private const int ManyPapers = 2048;

    /// <summary>Builds a segment of papers with different contents.</summary>
    public static Segment Build(PaperFacts[] papers)
    {
        ulong[] postings = papers.Length < ManyPapers ? SortAtOnce(papers) : SortInParts(papers);
        var keys = new uint[postings.Length];
        var owners = new int[postings.Length];
        for (int i = 0; i < postings.Length; i++)
        {
            keys[i] = (uint)(postings[i] >> 32);
            owners[i] = (int)postings[i];
        }

        SortBuckets(papers, keys, owners);
        return new Segment(papers, keys, owners);
    }

    /// <summary>Merges two segments without what has been removed from them.</summary>
    public static Segment Merge(LiveSegment left, LiveSegment right)
    {
        var papers = new List<PaperFacts>(left.Count + right.Count);
        int[] leftIds = Collect(left, papers);
        int[] rightIds = Collect(right, papers);
        int capacity = left.Segment.Keys.Length + right.Segment.Keys.Length;
        var keys = new List<uint>(capacity);
        var owners = new List<int>(capacity);
        int i = 0;
        int j = 0;
        while (NextLive(left.Segment, leftIds, ref i) | NextLive(right.Segment, rightIds, ref j))
        {
            bool takeLeft =
                j == right.Segment.Keys.Length || (i < left.Segment.Keys.Length && ComparePostings(left.Segment, i, right.Segment, j) < 0);
            keys.Add(takeLeft ? left.Segment.Keys[i] : right.Segment.Keys[j]);
            owners.Add(takeLeft ? leftIds[left.Segment.Owner(i++)] : rightIds[right.Segment.Owner(j++)]);
        }

        return new Segment([.. papers], [.. keys], [.. owners]);
    }

    /// <summary>All papers of several segments, without what has been removed from them, as one.</summary>
    public static Segment Single(IReadOnlyList<LiveSegment> segments)
    {
        var none = new LiveSegment(new Segment([], [], []), []);
        return segments is [{ Removed.Count: 0 } only] ? only.Segment : segments.Aggregate(none, MergeLive).Segment;

        static LiveSegment MergeLive(LiveSegment left, LiveSegment right) => new(Merge(left, right), []);
    }

    private static bool NextLive(Segment segment, int[] ids, ref int posting)
    {
        while (posting < segment.Keys.Length && ids[segment.Owner(posting)] < 0)
        {
            posting++;
        }

        return posting < segment.Keys.Length;
    }

    private static int ComparePostings(Segment left, int i, Segment right, int j)
    {
        uint key = left.Keys[i];
        return key != right.Keys[j]
            ? key.CompareTo(right.Keys[j])
            : CandidateKeys.Compare(key, left.Paper(left.Owner(i)), right.Paper(right.Owner(j)));
    }

    /// <summary>Adds the live papers of a segment to a list and returns their new numbers, -1 for removed ones.</summary>
    private static int[] Collect(LiveSegment source, List<PaperFacts> papers)
    {
        var ids = new int[source.Segment.Count];
        for (int id = 0; id < ids.Length; id++)
        {
            ids[id] = source.IsLive(id) ? papers.Count : -1;
            if (ids[id] >= 0)
            {
                papers.Add(source.Segment.Paper(id));
            }
        }

        return ids;
    }

    private static ulong[] SortAtOnce(PaperFacts[] papers)
    {
        ulong[] postings = Postings(papers, 0, papers.Length);
        Array.Sort(postings);
        return postings;
    }

    /// <summary>Distributes the postings by their leading byte and sorts the parts in parallel.</summary>
    private static ulong[] SortInParts(PaperFacts[] papers)
    {
        int chunk = (papers.Length + Environment.ProcessorCount - 1) / Environment.ProcessorCount;
        var chunks = new ulong[Environment.ProcessorCount][];
        Parallel.For(0, chunks.Length, c => chunks[c] = Postings(papers, c * chunk, Math.Min(papers.Length, (c + 1) * chunk)));
        var starts = new int[Partitions + 1];
        foreach (ulong[] part in chunks)
        {
            foreach (ulong posting in part)
            {
                starts[(int)(posting >> (PartitionShift + 32)) + 1]++;
            }
        }

        for (int p = 0; p < Partitions; p++)
        {
            starts[p + 1] += starts[p];
        }

        var sorted = new ulong[starts[Partitions]];
        int[] next = starts[..Partitions];
        foreach (ulong[] part in chunks)
        {
            foreach (ulong posting in part)
            {
                sorted[next[(int)(posting >> (PartitionShift + 32))]++] = posting;
            }
        }

        Parallel.For(0, Partitions, p => sorted.AsSpan(starts[p], starts[p + 1] - starts[p]).Sort());
        return sorted;
    }

    private static ulong[] Postings(PaperFacts[] papers, int first, int end)
    {
        var postings = new ulong[Math.Max(0, end - first) * CandidateKeys.Limit];
        int count = 0;
        Span<uint> keys = stackalloc uint[CandidateKeys.Limit];
        for (int id = first; id < end; id++)
        {
            foreach (uint key in keys[..CandidateKeys.Write(papers[id], keys)])
            {
                postings[count++] = ((ulong)key << 32) | (uint)id;
            }
        }

        return postings[..count];
    }

    private static void SortBuckets(PaperFacts[] papers, uint[] keys, int[] owners)
    {
        for (int start = 0; start < keys.Length; )
        {
            uint key = keys[start];
            int end = start + 1;
            while (end < keys.Length && keys[end] == key)
            {
                end++;
            }

            if (end - start > 1)
            {
                owners.AsSpan(start, end - start).Sort((x, y) => CandidateKeys.Compare(key, papers[x], papers[y]));
            }

            start = end;
        }
    }
}
