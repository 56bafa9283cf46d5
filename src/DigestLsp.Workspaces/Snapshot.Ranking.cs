using System.Collections.Concurrent;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

public sealed partial class Snapshot
{
    /// <summary>Read without a lock by changes: a keystroke does not wait while an index is made.</summary>
    private volatile RankingBasis _ranking = RankingBasis.None;

    /// <summary>
    /// Whether <see cref="GetRanking"/> answers at once, and not after all texts, or many, have been read. Once true it stays so, but for
    /// many changes.
    /// </summary>
    public bool IsRankingReady => _ranking.IsReady;

    /// <summary>
    /// The index by which papers are ranked, made when it is first asked for: from all texts the first time, which takes seconds for
    /// 100,000 papers, and from what has changed since after that. A file that can no longer be read as it was has no part in it.
    /// </summary>
    /// <param name="cores">How many processors making it may keep busy, −1 for all.</param>
    /// <param name="pace">Called before each document is read; may take its time.</param>
    public RankingIndex GetRanking(int cores = -1, Action? pace = null)
    {
        var basis = _ranking;
        var index = basis.Index?.Value;
        if (index is not null && !index.IsWorn && basis.Added.Count + basis.Removed.Count == 0)
        {
            return index;
        }
        // Who asks meanwhile, of this snapshot or of a later one, waits for the same index. It is made to its end, whoever gives up.
        // If that fails, whoever asks next has it made anew.
        var isLearnt = index is null || index.IsWorn;
        var made = new RankingInMaking(() =>
            isLearnt
                ? RankingIndex.Build(ReadWords(_documents.Values, cores, pace), cores)
                : index!.Update([.. basis.Added.SelectMany(WordsOf)], basis.Removed)
        );
        var known = Interlocked.CompareExchange(ref _ranking, RankingBasis.Of(made, isLearnt), basis);
        return ReferenceEquals(known, basis) ? made.Value : GetRanking(cores, pace);
    }

    private IEnumerable<(Hash128, PaperWords)> WordsOf(Hash128 content) =>
        PlacesOf(content)
            .Select(place => place.Document.GetTree()?.Root.GetPaper(place.Index))
            .OfType<Syntax.PaperSyntax>()
            .Take(1)
            .Select(paper => (content, paper.GetWords()));

    private static List<(Hash128, PaperWords)> ReadWords(IEnumerable<Document> documents, int cores, Action? pace)
    {
        var words = new ConcurrentDictionary<Hash128, PaperWords>();
        Parallel.ForEach(
            documents,
            new ParallelOptions { MaxDegreeOfParallelism = cores },
            document =>
            {
                pace?.Invoke();
                document.BorrowTree(tree =>
                {
                    for (var paper = tree.Root.WalkPapers(); paper.MoveNext(); )
                    {
                        var content = document.Papers[paper.Index].Facts.Content;
                        if (!words.ContainsKey(content))
                        {
                            words.TryAdd(content, paper.ToSyntax().GetWords());
                        }
                    }
                });
            }
        );
        // In an order of their own, so that the same papers are learnt from in the same way.
        return [.. words.OrderBy(word => word.Key).Select(word => (word.Key, word.Value))];
    }
}
