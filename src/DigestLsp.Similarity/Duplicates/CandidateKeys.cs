using System.Text;

namespace DigestLsp.Similarity;

/// <summary>
/// The 32-bit keys under which a paper is found: two papers are compared when they share one. A chance collision costs one comparison.
/// </summary>
internal static class CandidateKeys
{
    /// <summary>The most keys that a paper has.</summary>
    public const int Limit = MinHash.Bands + 6;

    private const int RotationMask = MinHash.Bands - 1;

    /// <summary>Writes the keys of a paper, sorted and without repetitions; returns how many there are.</summary>
    public static int Write(PaperFacts paper, Span<uint> keys)
    {
        int count = 0;
        keys[count++] = OfContent(paper.Content);
        if (!paper.TitleKey.IsEmpty)
        {
            keys[count++] = OfTitle(paper.TitleKey);
        }

        if (!paper.AbstractKey.IsEmpty)
        {
            keys[count++] = Key('a', paper.AbstractKey.Low);
        }

        if (paper.Abstract.Lead != 0)
        {
            keys[count++] = Key('l', paper.Abstract.Lead);
        }

        if (paper.Identifiers.Arxiv is { } arxiv)
        {
            keys[count++] = Key('x', Hash128.Of(Encoding.UTF8.GetBytes(arxiv)).Low);
        }

        if (paper.Identifiers.Doi is { } doi)
        {
            keys[count++] = Key('d', Hash128.Of(Encoding.UTF8.GetBytes(doi)).Low);
        }

        paper.BandKeys.CopyTo(keys[count..]);
        return SortedSets.SortDistinct(keys[..(count + paper.BandKeys.Length)]);
    }

    /// <summary>The key that a content is found by.</summary>
    public static uint OfContent(Hash128 content) => Key('c', content.Low);

    /// <summary>The key that a title is found by.</summary>
    public static uint OfTitle(Hash128 title) => Key('t', title.Low);

    /// <summary>
    /// Orders the papers of one bucket so that similar ones are neighbours: by the bands that follow the key's own, in turn, as in an
    /// LSH forest (Bawa, Condie and Ganesan, 2005), and by content where all bands agree.
    /// </summary>
    public static int Compare(uint key, PaperFacts a, PaperFacts b)
    {
        ReadOnlySpan<uint> x = a.BandKeys;
        ReadOnlySpan<uint> y = b.BandKeys;
        if (x.Length != y.Length)
        {
            return x.Length.CompareTo(y.Length);
        }

        for (int i = 1; i < x.Length; i++)
        {
            int band = (int)(key + (uint)i) & RotationMask;
            if (x[band] != y[band])
            {
                return x[band].CompareTo(y[band]);
            }
        }

        return a.Content.CompareTo(b.Content);
    }

    private static uint Key(char kind, ulong hash) => (uint)(MurmurHash3.Finish(hash ^ ((ulong)kind << 56)) >> 32);
}
