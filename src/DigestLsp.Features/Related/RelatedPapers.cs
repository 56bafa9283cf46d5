using System.Collections.Immutable;
using System.Text;
using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>A paper that is related to another one.</summary>
public sealed class RelatedPaper
{
    private readonly Lazy<ImmutableArray<string>> _because;

    internal RelatedPaper(ImmutableArray<PaperPlace> places, double score, Func<ImmutableArray<string>> explain) =>
        (Places, Score, _because) = (places, score, new(explain));

    /// <summary>Where it stands, in the order of digests; at least one.</summary>
    public ImmutableArray<PaperPlace> Places { get; }

    /// <summary>How much, from 0 for nothing in common to 1 for the same words.</summary>
    public double Score { get; }

    /// <summary>Words that both have, those first that say most. Found when somebody asks, since the paper's digest has to be read for it.</summary>
    public ImmutableArray<string> Because => _because.Value;
}

/// <summary>Finds papers that are about the same as another one.</summary>
public static class RelatedPapers
{
    /// <summary>Words that a hit names.</summary>
    private const int Reasons = 5;

    /// <summary>So many hits are asked for of each that is returned: what is another version of one before it is left out.</summary>
    private const int VersionsAtMost = 2;

    /// <summary>What a paper scores for itself.</summary>
    private const double FullScore = 1.5;

    /// <summary>The least that papers score which are closely related: about one question, and not only in one field.</summary>
    private const double CloseScore = 0.4;

    /// <summary>The papers that are most like the one at a position, best first; nothing between papers.</summary>
    public static ImmutableArray<RelatedPaper> At(
        Snapshot snapshot,
        Document document,
        LinePosition position,
        int count,
        CancellationToken cancellation = default
    ) => PaperAtPosition.Find(document, position) is { } paper ? Of(snapshot, paper.Place, count, cancellation) : [];

    /// <summary>The papers that are most like the one at a place, best first, without it and its copies. One that stands in several versions counts once.</summary>
    /// <param name="snapshot">Where to look.</param>
    /// <param name="place">The paper.</param>
    /// <param name="count">How many to return at most.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Nothing where the paper's text can no longer be read.</returns>
    public static ImmutableArray<RelatedPaper> Of(Snapshot snapshot, PaperPlace place, int count, CancellationToken cancellation = default)
    {
        if (place.Document.GetTree()?.Root.GetPaper(place.Index) is not { } paper)
        {
            return [];
        }
        var own = ContentsOf(snapshot, place);
        return Of(snapshot, paper.Title?.Text ?? "", paper.Abstract?.Text ?? "", content => !own.Contains(content), count, cancellation);
    }

    /// <summary>As <see cref="Of(Snapshot, PaperPlace, int, CancellationToken)"/>, without places and reasons.</summary>
    internal static ImmutableArray<RankedPaper> Rank(Snapshot snapshot, PaperPlace place, int count, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (place.Document.GetTree()?.Root.GetPaper(place.Index) is not { } paper)
        {
            return [];
        }
        var own = ContentsOf(snapshot, place);
        return snapshot.GetRanking().Rank(paper.GetWords(), count, content => !own.Contains(content)).RemoveAll(hit => hit.Score <= 0);
    }

    /// <summary>
    /// The first places of the papers that are closely related to one, those first that are most so. A paper that stands in several
    /// versions counts once.
    /// </summary>
    internal static ImmutableArray<PaperPlace> CloseTo(Snapshot snapshot, PaperPlace place, int count, CancellationToken cancellation) =>
        [
            .. OncePerPaper(
                    snapshot,
                    Rank(snapshot, place, count, cancellation).TakeWhile(hit => hit.Score >= CloseScore * FullScore),
                    cancellation
                )
                .Select(close => close.Places[0]),
        ];

    /// <summary>The hits that stand somewhere, each with its places; of several versions of a paper the best one.</summary>
    private static IEnumerable<(RankedPaper Hit, ImmutableArray<PaperPlace> Places)> OncePerPaper(
        Snapshot snapshot,
        IEnumerable<RankedPaper> hits,
        CancellationToken cancellation
    )
    {
        var known = new HashSet<Hash128>();
        foreach (var hit in hits)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!known.Contains(hit.Content) && snapshot.PlacesOf(hit.Content) is { IsEmpty: false } places)
            {
                known.UnionWith(ContentsOf(snapshot, places[0]));
                yield return (hit, places);
            }
        }
    }

    /// <summary>The contents of a paper and its copies.</summary>
    internal static HashSet<Hash128> ContentsOf(Snapshot snapshot, PaperPlace place) =>
        [place.Paper.Facts.Content, .. snapshot.CopiesOf(place).Select(copy => copy.Place.Paper.Facts.Content)];

    /// <summary>The papers that are most like a title, best first.</summary>
    public static ImmutableArray<RelatedPaper> Of(Snapshot snapshot, string title, int count, CancellationToken cancellation = default) =>
        Of(snapshot, title, "", static _ => true, count, cancellation);

    private static ImmutableArray<RelatedPaper> Of(
        Snapshot snapshot,
        string title,
        string summary,
        Func<Hash128, bool> choose,
        int count,
        CancellationToken cancellation
    )
    {
        var words = PaperWords.Compute(Encoding.UTF8.GetBytes(title), Encoding.UTF8.GetBytes(summary));
        var spelled = new Lazy<IReadOnlyDictionary<uint, string>>(() => PaperWords.Spell(Encoding.UTF8.GetBytes($"{title} {summary}")));
        var index = snapshot.GetRanking();
        var hits = index.Rank(words, count * VersionsAtMost, choose).TakeWhile(hit => hit.Score > 0);
        return
        [
            .. OncePerPaper(snapshot, hits, cancellation)
                .Take(count)
                .Select(found => new RelatedPaper(found.Places, Math.Min(found.Hit.Score / FullScore, 1), () => Explain(found.Places[0]))),
        ];

        ImmutableArray<string> Explain(PaperPlace place)
        {
            var shared = place.Document.GetTree()?.Root.GetPaper(place.Index)?.GetWords() is { } others
                ? WithoutPlurals(index.SharedWords(words, others).Select(word => spelled.Value[word])).Take(Reasons)
                : [];
            return [.. shared];
        }
    }

    /// <summary>Words whose singular or plural does not come before them.</summary>
    private static IEnumerable<string> WithoutPlurals(IEnumerable<string> words)
    {
        var said = new HashSet<string>();
        return words.Where(word => said.Add(word.EndsWith('s') ? word[..^1] : word));
    }
}
