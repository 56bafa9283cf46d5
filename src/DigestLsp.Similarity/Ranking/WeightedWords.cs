namespace DigestLsp.Similarity;

/// <summary>
/// A paper's words by their numbers in a vocabulary, each weighted by how often it occurs in the paper and how few papers hold it
/// (TF-IDF with sublinear frequencies, as in Manning, Raghavan and Schütze 2008), scaled to length 1.
/// </summary>
internal readonly struct WeightedWords
{
    private readonly int[] _words;
    private readonly float[] _weights;

    private WeightedWords(int[] words, float[] weights, int count)
    {
        _words = words;
        _weights = weights;
        Count = count;
    }

    /// <summary>The number of different words.</summary>
    public int Count { get; }

    /// <summary>A word's number in the vocabulary.</summary>
    public int Word(int index) => _words[index];

    /// <summary>A word's weight.</summary>
    public float Weight(int index) => _weights[index];

    /// <summary>Weighs the words of a paper that are in a vocabulary.</summary>
    /// <param name="vocabulary">The words and how many papers hold each.</param>
    /// <param name="paper">The paper.</param>
    public static WeightedWords Of(Vocabulary vocabulary, PaperWords paper)
    {
        var words = new int[paper.Words.Length];
        var weights = new float[words.Length];
        int count = 0;
        double squares = 0;
        for (int i = 0; i < words.Length; i++)
        {
            int word = vocabulary.IndexOf(paper.Words[i]);
            if (word >= 0)
            {
                float weight = vocabulary.Rarity(word) * Frequency(paper.Counts[i]);
                squares += weight * weight;
                words[count] = word;
                weights[count++] = weight;
            }
        }

        var norm = (float)Math.Sqrt(squares);
        for (int i = 0; i < count; i++)
        {
            weights[i] /= norm;
        }

        return new WeightedWords(words, weights, count);
    }

    /// <summary>What a word's repetitions count: the tenth says less than the second.</summary>
    private static float Frequency(byte count) => 1 + MathF.Log(count);
}
