namespace DigestLsp.Similarity;

/// <summary>
/// Papers and what ranking learnt from them: words, how rare each is, and a latent space. Immutable. The score of a paper for another
/// one is the sum of two similarities: BM25 (Robertson and Zaragoza 2009), divided by what the other one would score itself, and, at
/// half the weight, their cosine in the latent space.
/// </summary>
internal sealed class RankingSegment
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.75f;
    private const float LatentWeight = 0.5f;

    private readonly Vocabulary _vocabulary;
    private readonly LatentSpace _space;
    private readonly Postings _postings;
    private readonly LatentVectors _vectors;
    private readonly Hash128[] _contents;
    private readonly float[] _lengthPenalties;

    /// <summary>Learns from papers and holds them.</summary>
    public RankingSegment(IReadOnlyList<(Hash128 Content, PaperWords Words)> papers)
    {
        PaperWords[] words = [.. papers.Select(paper => paper.Words)];
        _contents = [.. papers.Select(paper => paper.Content)];
        _vocabulary = Vocabulary.Learn(words);
        _lengthPenalties = new float[words.Length];
        var weighted = new WeightedWords[words.Length];
        Parallel.For(
            0,
            words.Length,
            i =>
            {
                weighted[i] = WeightedWords.Of(_vocabulary, words[i]);
                _lengthPenalties[i] = LengthPenalty(words[i]);
            }
        );
        _space = LatentSpace.Learn(_vocabulary, weighted);
        _vectors = Project(_space, weighted);
        _postings = Postings.Build(_vocabulary, words);
    }

    private RankingSegment(RankingSegment learnt, IReadOnlyList<(Hash128 Content, PaperWords Words)> papers)
    {
        PaperWords[] words = [.. papers.Select(paper => paper.Words)];
        _contents = [.. papers.Select(paper => paper.Content)];
        _vocabulary = learnt._vocabulary;
        _space = learnt._space;
        WeightedWords[] weighted = [.. words.Select(paper => WeightedWords.Of(_vocabulary, paper))];
        _lengthPenalties = [.. words.Select(LengthPenalty)];
        _vectors = Project(_space, weighted);
        _postings = Postings.Build(_vocabulary, words);
    }

    /// <summary>The number of papers.</summary>
    public int Count => _contents.Length;

    /// <summary>Other papers, seen with what was learnt from these; words that none of these holds do not count.</summary>
    public RankingSegment With(IReadOnlyList<(Hash128 Content, PaperWords Words)> papers) => new(this, papers);

    /// <summary>A paper by its number.</summary>
    public Hash128 ContentOf(int paper) => _contents[paper];

    /// <summary>Scores all papers for another one.</summary>
    /// <param name="query">The other one.</param>
    /// <param name="scores">Takes a score for each paper, 0 and more.</param>
    public void Score(PaperWords query, Span<float> scores)
    {
        WeightedWords weighted = WeightedWords.Of(_vocabulary, query);
        var vector = new float[_space.Dimensions];
        _space.Project(weighted, vector);
        _vectors.Cosines(vector, scores);
        foreach (ref float score in scores)
        {
            score = LatentWeight * Math.Max(score, 0);
        }

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

    private static LatentVectors Project(LatentSpace space, WeightedWords[] papers)
    {
        var vectors = new LatentVectors(space.Dimensions, papers.Length);
        Parallel.For(
            0,
            papers.Length,
            () => new float[space.Dimensions],
            (i, _, vector) =>
            {
                space.Project(papers[i], vector);
                vectors.Set(i, vector);
                return vector;
            },
            _ => { }
        );
        return vectors;
    }

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
