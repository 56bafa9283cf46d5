using System.Collections.Immutable;
using System.Numerics;

namespace DigestLsp.Similarity;

/// <summary>
/// An immutable part of an index: papers, and a posting for each key of each, sorted by key and inside a key's bucket by
/// <see cref="CandidateKeys.Compare"/>. Removed papers stay until the segment is merged.
/// </summary>
internal sealed class Segment
{
    /// <summary>Postings that share one entry of the directory, on average.</summary>
    private const int PostingsPerSlot = 8;

    private readonly PaperFacts[] _papers;
    private readonly uint[] _keys;
    private readonly int[] _owners;

    /// <summary>The first posting for each value of a key's leading bits.</summary>
    private readonly int[] _directory;
    private readonly int _shift;

    public Segment(PaperFacts[] papers, uint[] keys, int[] owners)
    {
        _papers = papers;
        _keys = keys;
        _owners = owners;
        int bits = Math.Max(1, BitOperations.Log2((uint)(keys.Length / PostingsPerSlot) | 1));
        _shift = 32 - bits;
        _directory = new int[(1 << bits) + 1];
        int posting = 0;
        for (int slot = 0; slot < _directory.Length - 1; slot++)
        {
            _directory[slot] = posting;
            while (posting < keys.Length && keys[posting] >> _shift == slot)
            {
                posting++;
            }
        }

        _directory[^1] = keys.Length;
    }

    /// <summary>The number of papers, removed ones included.</summary>
    public int Count => _papers.Length;

    public ReadOnlySpan<uint> Keys => _keys;

    /// <summary>The number of the paper that each posting belongs to.</summary>
    public ReadOnlySpan<int> Owners => _owners;

    public PaperFacts Paper(int id) => _papers[id];

    /// <summary>The paper that a posting belongs to.</summary>
    public int Owner(int posting) => _owners[posting];

    /// <summary>The postings of a key, as a range: empty, and where they would be, when there are none.</summary>
    public (int Start, int End) Bucket(uint key)
    {
        int slot = (int)(key >> _shift);
        int start = _directory[slot];
        int end = _directory[slot + 1];
        int low = start + LowerBound(_keys.AsSpan(start, end - start), key);
        int high = low + (key == uint.MaxValue ? end - low : LowerBound(_keys.AsSpan(low, end - low), key + 1));
        return (low, high);
    }

    /// <summary>Where a paper stands in a bucket, or would stand: the first posting whose paper is not ordered before it.</summary>
    public int Rank(uint key, PaperFacts paper, int start, int end)
    {
        while (start < end)
        {
            int middle = (start + end) >>> 1;
            if (CandidateKeys.Compare(key, _papers[_owners[middle]], paper) < 0)
            {
                start = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return start;
    }

    /// <summary>The number of the paper with a content, or -1.</summary>
    public int Find(Hash128 content)
    {
        (int start, int end) = Bucket(CandidateKeys.OfContent(content));
        for (int posting = start; posting < end; posting++)
        {
            if (_papers[_owners[posting]].Content == content)
            {
                return _owners[posting];
            }
        }

        return -1;
    }

    private static int LowerBound(ReadOnlySpan<uint> keys, uint key)
    {
        int low = 0;
        int high = keys.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (keys[middle] < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

/// <summary>A segment and what has been removed from it since it was built.</summary>
internal readonly record struct LiveSegment(Segment Segment, ImmutableHashSet<int> Removed)
{
    public int Count => Segment.Count - Removed.Count;

    public IEnumerable<PaperFacts> Papers => Enumerable.Range(0, Segment.Count).Where(IsLive).Select(Segment.Paper);

    public bool IsLive(int id) => Removed.Count == 0 || !Removed.Contains(id);
}
