using System.Collections.Concurrent;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

public sealed partial class Snapshot
{
    private readonly Lock _rankingLock = new();
    private RankingBasis _ranking;

    /// <summary>
    /// The index by which papers are ranked, made when it is first asked for: from all texts the first time, which takes seconds for
    /// 100,000 papers, and from what has changed since after that. A file that can no longer be read as it was has no part in it.
    /// </summary>
    public RankingIndex GetRanking(CancellationToken cancellation = default)
    {
        lock (_rankingLock)
        {
            var (index, added, removed) = _ranking;
            if (index is null || index.IsWorn)
            {
                index = RankingIndex.Build(ReadWords(_documents.Values, cancellation));
            }
            else if (added.Count + removed.Count > 0)
            {
                index = index.Update([.. added.SelectMany(WordsOf)], removed);
            }
            _ranking = RankingBasis.Of(index);
            return index;
        }
    }

    private RankingBasis Ranking
    {
        get
        {
            lock (_rankingLock)
            {
                return _ranking;
            }
        }
    }

    private IEnumerable<(Hash128, PaperWords)> WordsOf(Hash128 content) =>
        PlacesOf(content)
            .Select(place => place.Document.GetTree()?.Root.GetPaper(place.Index))
            .OfType<Syntax.PaperSyntax>()
            .Take(1)
            .Select(paper => (content, paper.GetWords()));

    private static List<(Hash128, PaperWords)> ReadWords(IEnumerable<Document> documents, CancellationToken cancellation)
    {
        var words = new ConcurrentDictionary<Hash128, PaperWords>();
        Parallel.ForEach(
            documents,
            new ParallelOptions { CancellationToken = cancellation },
            document =>
            {
                if (document.GetTree() is { } tree)
                {
                    var index = 0;
                    for (var paper = tree.Root.WalkPapers(); paper.MoveNext(); index++)
                    {
                        var content = document.Papers[index].Facts.Content;
                        if (!words.ContainsKey(content))
                        {
                            words.TryAdd(content, paper.ToSyntax().GetWords());
                        }
                    }
                }
            }
        );
        // In an order of their own, so that the same papers are learnt from in the same way.
        return [.. words.OrderBy(word => word.Key).Select(word => (word.Key, word.Value))];
    }
}
