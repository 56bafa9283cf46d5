namespace DigestLsp.Similarity;

/// <summary>
/// Papers and what ranking learnt from them: words, how rare each is, and a latent space. Immutable. Papers are like each
/// other by their words, BM25 (Robertson and Zaragoza 2009) divided by what one would score itself, and by where they stand in the space.
/// </summary>
internal sealed class RankingSegment
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.75f;

    private readonly Vocabulary _vocabulary;
    private readonly LatentSpace _space;
    private readonly Postings _postings;
    private readonly LatentVectors _vectors;
    private readonly Hash128[] _contents;
    private readonly float[] _lengthPenalties;

    /// <summary>Learns from papers and holds them.</summary>
    public RankingSegment(IReadOnlyList<(Hash128 Content, PaperWords Words)> papers, ParallelOptions parallel)
    {
        PaperWords[] words = [.. papers.Select(paper => paper.Words)];
        _contents = [.. papers.Select(paper => paper.Content)];
        _vocabulary = Vocabulary.Learn(words);
        _space = LatentSpace.Learn(_vocabulary, words, parallel);
        _lengthPenalties = new float[words.Length];
        _vectors = new LatentVectors(_space.Dimensions, words.Length);
        Place(words, parallel);
        _postings = Postings.Build(_vocabulary, words);
    }

    private RankingSegment(RankingSegment learnt, IReadOnlyList<(Hash128 Content, PaperWords Words)> papers)
    {
        PaperWords[] words = [.. papers.Select(paper => paper.Words)];
        _contents = [.. papers.Select(paper => paper.Content)];
        _vocabulary = learnt._vocabulary;
        _space = learnt._space;
        _lengthPenalties = new float[words.Length];
        _vectors = new LatentVectors(_space.Dimensions, words.Length);
        Place(words, new ParallelOptions());
        _postings = Postings.Build(_vocabulary, words);
    }

    /// <summary>The number of papers.</summary>
    public int Count => _contents.Length;

    /// <summary>Other papers, seen with what was learnt from these; words that none of these holds do not count.</summary>
    public RankingSegment With(IReadOnlyList<(Hash128 Content, PaperWords Words)> papers) => new(this, papers);

    /// <summary>A paper by its number.</summary>
    public Hash128 ContentOf(int paper) => _contents[paper];

    /// <summary>Where a paper of these words stands in the latent space: a vector of length 1, or 0 where nothing is known of it.</summary>
    public float[] PlaceOf(PaperWords words)
    {
        var vector = new float[_space.Dimensions];
        _space.Project(WeightedWords.Of(_vocabulary, words), vector);
        return vector;
    }

    /// <summary>Adds a multiple of a paper's place to a sum.</summary>
    public void AddPlace(Span<float> sum, int paper, float weight) => _vectors.AddTo(sum, paper, weight);

    /// <summary>Makes a place ready to be compared with those of the papers.</summary>
    public LatentVectors.Comparison With(ReadOnlySpan<float> place) => _vectors.With(place);

    /// <summary>How much each paper has of the words of another one: 1 for that one itself, 0 where no word is shared.</summary>
    public float[] ScoreWords(PaperWords query)
    {
        var scores = new float[Count];
        float own = OwnScore(query);
        for (int i = 0; i < query.Words.Length; i++)
        {
            int word = _vocabulary.IndexOf(query.Words[i]);
            if (word >= 0)
            {
                float weight = Probability(word) * query.Counts[i] / own;
                for (Postings.Enumerator postings = _postings.Of(word); postings.MoveNext(); )
                {
                    scores[postings.Paper] += weight * Saturate(postings.Count, _lengthPenalties[postings.Paper]);
                }
            }
        }

        return scores;
    }

    /// <summary>The words that two papers share, those first that count most for their being related.</summary>
    public IEnumerable<uint> SharedWords(PaperWords left, PaperWords right)
    {
        var shared = new List<(float Score, uint Word)>();
        for (int i = 0, j = 0; i < left.Words.Length && j < right.Words.Length; )
        {
            if (left.Words[i] != right.Words[j])
            {
                _ = left.Words[i] < right.Words[j] ? i++ : j++;
                continue;
            }

            int word = _vocabulary.IndexOf(left.Words[i]);
            if (word >= 0)
            {
                float rarity = _vocabulary.Rarity(word);
                shared.Add((rarity * rarity * Math.Min(left.Counts[i], right.Counts[j]), left.Words[i]));
            }

            i++;
            j++;
        }

        return shared.OrderByDescending(word => word.Score).ThenBy(word => word.Word).Select(word => word.Word);
    }

    /// <summary>Works out what is kept of each paper beside its words.</summary>
    private void Place(PaperWords[] papers, ParallelOptions parallel) =>
        Parallel.For(
            0,
            papers.Length,
            parallel,
            () => new float[_space.Dimensions],
            (i, _, vector) =>
            {
                _lengthPenalties[i] = LengthPenalty(papers[i]);
                _space.Project(WeightedWords.Of(_vocabulary, papers[i]), vector);
                _vectors.Set(i, vector);
                return vector;
            },
            _ => { }
        );

    /// <summary>What BM25 gives a paper for itself, by which its scores for others are divided.</summary>
    private float OwnScore(PaperWords paper)
    {
        float score = 0;
        float penalty = LengthPenalty(paper);
        for (int i = 0; i < paper.Words.Length; i++)
        {
            int word = _vocabulary.IndexOf(paper.Words[i]);
            score += word < 0 ? 0 : Probability(word) * paper.Counts[i] * Saturate(paper.Counts[i], penalty);
        }

        return Math.Max(score, float.Epsilon);
    }

    private float Probability(int word) =>
        MathF.Log(1 + ((_vocabulary.Papers - _vocabulary.PaperCount(word) + 0.5f) / (_vocabulary.PaperCount(word) + 0.5f)));

    private float LengthPenalty(PaperWords paper) =>
        Saturation * (1 - LengthShare + (LengthShare * _vocabulary.LengthOf(paper) / (float)_vocabulary.AverageLength));

    private static float Saturate(int count, float lengthPenalty) => count * (Saturation + 1) / (count + lengthPenalty);
}
