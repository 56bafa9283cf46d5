using System.Collections.Immutable;

namespace DigestLsp.Similarity;

/// <summary>A paper that is related to another one.</summary>
/// <param name="Content">Which paper.</param>
/// <param name="Score">How much; at most about 1.5, which the paper itself comes near, 0 where nothing is in common.</param>
public readonly record struct RankedPaper(Hash128 Content, float Score);

/// <summary>
/// Finds the papers that are most like another one. What is learnt from the papers (how rare words are, which go together) is learnt
/// once and then taken as given, so that an edit changes one paper's words and place and no other's; after many edits it is learnt again.
/// Immutable.
/// </summary>
public sealed class RankingIndex
{
    /// <summary>How many papers may come and go for each that was learnt from, before all is learnt again.</summary>
    private const double MostChanges = 0.5;

    /// <summary>Fewer changes than this are never worth learning again.</summary>
    private const int FewChanges = 200;

    private readonly RankingSegment _learnt;
    private readonly ImmutableDictionary<Hash128, PaperWords> _added;
    private readonly ImmutableHashSet<Hash128> _removed;
    private readonly Lazy<RankingSegment> _overlay;

    private RankingIndex(RankingSegment learnt, ImmutableDictionary<Hash128, PaperWords> added, ImmutableHashSet<Hash128> removed)
    {
        _learnt = learnt;
        _added = added;
        _removed = removed;
        _overlay = new(() => learnt.With([.. added.Select(paper => (paper.Key, paper.Value))]));
    }

    /// <summary>Whether so much has changed since it learnt that <see cref="Build"/> is worth its time again.</summary>
    public bool IsWorn => _added.Count + _removed.Count > Math.Max(FewChanges, MostChanges * _learnt.Count);

    /// <summary>Learns from papers of different contents.</summary>
    /// <param name="papers">The papers.</param>
    /// <param name="cores">How many processors it may keep busy, −1 for all.</param>
    public static RankingIndex Build(IReadOnlyList<(Hash128 Content, PaperWords Words)> papers, int cores = -1) =>
        new(
            new RankingSegment(papers, new ParallelOptions { MaxDegreeOfParallelism = cores }),
            ImmutableDictionary<Hash128, PaperWords>.Empty,
            []
        );

    /// <summary>This index with papers added and others removed.</summary>
    /// <param name="added">Papers that are not in it.</param>
    /// <param name="removed">Papers that are.</param>
    public RankingIndex Update(IReadOnlyCollection<(Hash128 Content, PaperWords Words)> added, IReadOnlyCollection<Hash128> removed)
    {
        ImmutableDictionary<Hash128, PaperWords> overlay = _added.RemoveRange(removed);
        ImmutableHashSet<Hash128> gone = _removed.Union(removed.Where(content => !_added.ContainsKey(content)));
        foreach ((Hash128 content, PaperWords words) in added)
        {
            // What comes back is what was learnt from: the same content has the same words.
            if (gone.Contains(content))
            {
                gone = gone.Remove(content);
            }
            else
            {
                overlay = overlay.SetItem(content, words);
            }
        }

        return new RankingIndex(_learnt, overlay, gone);
    }

    /// <summary>The papers that are most like another one, best first; the paper itself, if it is in the index, comes first.</summary>
    /// <param name="query">The words of the other one.</param>
    /// <param name="count">How many papers to return at most.</param>
    /// <param name="choose">Which papers count; all if null.</param>
    public ImmutableArray<RankedPaper> Rank(PaperWords query, int count, Func<Hash128, bool>? choose = null) =>
        new RankingQuery(query, _learnt, _overlay.Value, content => !_removed.Contains(content)).Rank(count, choose);

    /// <summary>The words that two papers share, as hashes, those first that count most for their being related.</summary>
    public IEnumerable<uint> SharedWords(PaperWords left, PaperWords right) => _learnt.SharedWords(left, right);
}
