namespace DigestLsp.Similarity;

/// <summary>
/// The words that tell papers apart, and how many papers hold each: what ranking takes as given while papers come and go. Words of
/// more than a fifth of all papers are left out or, where there are too few papers to say so, common English ones. Immutable.
/// </summary>
internal sealed class Vocabulary
{
    private const int CommonShare = 5;

    /// <summary>Among fewer papers, a word of a fifth of them is no common word.</summary>
    private const int EnoughPapers = 200;

    private readonly uint[] _words;
    private readonly int[] _paperCounts;
    private readonly int[] _starts;

    private Vocabulary(uint[] words, int[] paperCounts, int papers, double averageLength)
    {
        _words = words;
        _paperCounts = paperCounts;
        Papers = papers;
        AverageLength = averageLength;
        _starts = StartsOf(words);
    }

    /// <summary>The number of papers it was learnt from.</summary>
    public int Papers { get; }

    /// <summary>The words that a paper has on average, each as often as it occurs, common ones left out.</summary>
    public double AverageLength { get; }

    /// <summary>The number of words.</summary>
    public int Count => _words.Length;

    /// <summary>Learns the words of some papers.</summary>
    public static Vocabulary Learn(IReadOnlyList<PaperWords> papers)
    {
        var counts = new Dictionary<uint, int>();
        foreach (PaperWords paper in papers)
        {
            foreach (uint word in paper.Words)
            {
                ref int count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _);
                count++;
            }
        }

        uint[] words =
        [
            .. counts
                .Where(word => papers.Count < EnoughPapers ? !CommonWords.Contains(word.Key) : word.Value * CommonShare < papers.Count)
                .Select(word => word.Key)
                .Order(),
        ];
        var vocabulary = new Vocabulary(words, Array.ConvertAll(words, word => counts[word]), papers.Count, 1);
        double length = 0;
        foreach (PaperWords paper in papers)
        {
            length += vocabulary.LengthOf(paper);
        }

        return new Vocabulary(words, vocabulary._paperCounts, papers.Count, Math.Max(length / Math.Max(papers.Count, 1), 1));
    }

    /// <summary>The number of a word, −1 for one that is not in it.</summary>
    public int IndexOf(uint word)
    {
        // Hashes are spread evenly, so that the first bits of one tell nearly where it stands.
        int bucket = (int)(word >> BucketShift);
        for (int i = _starts[bucket]; i < _starts[bucket + 1]; i++)
        {
            if (_words[i] == word)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A word by its number.</summary>
    public uint WordAt(int index) => _words[index];

    /// <summary>How many papers hold a word.</summary>
    public int PaperCount(int index) => _paperCounts[index];

    /// <summary>How much a word tells: the logarithm of one over the share of papers that hold it, 0 or more.</summary>
    public float Rarity(int index) => MathF.Log((Papers + 1f) / (_paperCounts[index] + 0.5f));

    /// <summary>The words of a paper that count, each as often as it occurs.</summary>
    public int LengthOf(PaperWords paper)
    {
        int length = 0;
        for (int i = 0; i < paper.Words.Length; i++)
        {
            length += IndexOf(paper.Words[i]) >= 0 ? paper.Counts[i] : 0;
        }

        return length;
    }

    private const int BucketShift = 16;

    private static int[] StartsOf(uint[] words)
    {
        var starts = new int[(1 << (32 - BucketShift)) + 1];
        foreach (uint word in words)
        {
            starts[(word >> BucketShift) + 1]++;
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        return starts;
    }
}
