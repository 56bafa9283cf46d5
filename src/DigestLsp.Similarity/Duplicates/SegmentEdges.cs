using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace DigestLsp.Similarity;

/// <summary>Finds all edges inside one segment from which nothing has been removed, on all processors.</summary>
internal static class SegmentEdges
{
    public static ImmutableDictionary<Hash128, ImmutableArray<DuplicateEdge>> Find(Segment segment, int window)
    {
        List<(int X, int Y, DuplicateMatch Match)> found = Compare(segment, Candidates(segment, window));
        var lists = new Dictionary<int, ImmutableArray<DuplicateEdge>.Builder>();
        foreach ((int x, int y, DuplicateMatch match) in found)
        {
            ListOf(x).Add(new DuplicateEdge(segment.Paper(y).Content, match));
            ListOf(y).Add(new DuplicateEdge(segment.Paper(x).Content, match));
        }

        var edges = ImmutableDictionary.CreateBuilder<Hash128, ImmutableArray<DuplicateEdge>>();
        foreach ((int id, ImmutableArray<DuplicateEdge>.Builder list) in lists)
        {
            list.Sort(static (a, b) => a.Other.CompareTo(b.Other));
            edges.Add(segment.Paper(id).Content, list.ToImmutable());
        }

        return edges.ToImmutable();

        ImmutableArray<DuplicateEdge>.Builder ListOf(int id)
        {
            if (!lists.TryGetValue(id, out ImmutableArray<DuplicateEdge>.Builder? list))
            {
                lists.Add(id, list = ImmutableArray.CreateBuilder<DuplicateEdge>(1));
            }

            return list;
        }
    }

    /// <summary>The pairs of neighbours in the segment's buckets, the lesser number in the upper half, each once.</summary>
    private static ulong[] Candidates(Segment segment, int window)
    {
        var pairs = new List<ulong>();
        ReadOnlySpan<uint> keys = segment.Keys;
        for (int i = 0; i < keys.Length; i++)
        {
            for (int j = i + 1; j < keys.Length && j - i <= window && keys[j] == keys[i]; j++)
            {
                int x = segment.Owner(i);
                int y = segment.Owner(j);
                pairs.Add(((ulong)Math.Min(x, y) << 32) | (uint)Math.Max(x, y));
            }
        }

        ulong[] sorted = [.. pairs];
        Array.Sort(sorted);
        int count = 0;
        foreach (ulong pair in sorted)
        {
            if (count == 0 || sorted[count - 1] != pair)
            {
                sorted[count++] = pair;
            }
        }

        return sorted[..count];
    }

    private static List<(int X, int Y, DuplicateMatch Match)> Compare(Segment segment, ulong[] pairs)
    {
        var found = new List<(int, int, DuplicateMatch)>();
        if (pairs.Length == 0)
        {
            return found;
        }

        Parallel.ForEach(
            Partitioner.Create(0, pairs.Length),
            range =>
            {
                var part = new List<(int, int, DuplicateMatch)>();
                for (int i = range.Item1; i < range.Item2; i++)
                {
                    int x = (int)(pairs[i] >> 32);
                    int y = (int)pairs[i];
                    DuplicateMatch match = DuplicateDecision.Compare(segment.Paper(x), segment.Paper(y));
                    if (match.Kind != DuplicateKind.None)
                    {
                        part.Add((x, y, match));
                    }
                }

                lock (found)
                {
                    found.AddRange(part);
                }
            }
        );
        return found;
    }
}
