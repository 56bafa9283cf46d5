using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace DigestLsp.Similarity;

/// <summary>
/// One question to an index. The place in the latent space that papers are compared with is moved towards the best of a first ranking
/// (relevance feedback after Rocchio 1971, taking the best for relevant), which words the question does not have point to.
/// </summary>
internal sealed class RankingQuery
{
    /// <summary>How many of the best the place is moved by, and how much their middle counts beside it; chosen by cross-validation.</summary>
    private const int Feedback = 10;
    private const float FeedbackWeight = 4;

    private const float LatentWeight = 0.5f;

    private readonly ImmutableArray<Part> _parts;
    private readonly float[] _place;

    /// <summary>Scores the words of all papers.</summary>
    /// <param name="words">The words to rank by.</param>
    /// <param name="learnt">What was learnt, and the papers that it was learnt from.</param>
    /// <param name="added">Papers that came later.</param>
    /// <param name="isThere">Whether a paper of <paramref name="learnt"/> is still there.</param>
    public RankingQuery(PaperWords words, RankingSegment learnt, RankingSegment added, Func<Hash128, bool> isThere)
    {
        _parts = [new(learnt, learnt.ScoreWords(words), isThere), new(added, added.ScoreWords(words), static _ => true)];
        _place = learnt.PlaceOf(words);
        Hit[] relevant = [.. Best(Feedback, choose: null).Where(hit => hit.Score > 0)];
        foreach (Hit hit in relevant)
        {
            hit.Part.Segment.AddPlace(_place, hit.Paper, FeedbackWeight / relevant.Length);
        }

        float norm = TensorPrimitives.Norm<float>(_place);
        if (norm > 0)
        {
            TensorPrimitives.Divide(_place, norm, _place);
        }
    }

    /// <summary>The best papers, best first.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="choose">Which papers count; all if null.</param>
    public ImmutableArray<RankedPaper> Rank(int count, Func<Hash128, bool>? choose) =>
        [.. Best(count, choose).Select(hit => new RankedPaper(hit.Content, hit.Score))];

    private Hit[] Best(int count, Func<Hash128, bool>? choose)
    {
        if (count == 0)
        {
            return [];
        }

        var best = new PriorityQueue<Hit, (float Score, Hash128 Content)>();
        foreach (Part part in _parts)
        {
            LatentVectors.Comparison place = part.Segment.With(_place);
            for (int i = 0; i < part.WordScores.Length; i++)
            {
                // Most papers are out by their words alone, wherever they stand.
                float least = best.Count == count ? best.Peek().Score : 0;
                if (part.WordScores[i] + LatentWeight < least)
                {
                    continue;
                }

                float score = part.WordScores[i] + (LatentWeight * Math.Max(place.Cosine(i), 0));
                if (score < least)
                {
                    continue;
                }

                Hash128 content = part.Segment.ContentOf(i);
                if (part.IsThere(content) && choose?.Invoke(content) != false)
                {
                    best.Enqueue(new Hit(part, i, content, score), (score, content));
                    _ = best.Count > count ? best.Dequeue() : default;
                }
            }
        }

        var ranked = new Hit[best.Count];
        for (int i = ranked.Length - 1; i >= 0; i--)
        {
            ranked[i] = best.Dequeue();
        }

        return ranked;
    }

    private sealed record Part(RankingSegment Segment, float[] WordScores, Func<Hash128, bool> IsThere);

    private readonly record struct Hit(Part Part, int Paper, Hash128 Content, float Score);
}
