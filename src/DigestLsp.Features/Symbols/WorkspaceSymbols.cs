using System.Collections.Immutable;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>A paper found by its title.</summary>
/// <param name="Name">Its title.</param>
/// <param name="Container">The digest it stands in.</param>
/// <param name="Location">Where.</param>
public sealed record FoundSymbol(string Name, string Container, DocumentRange Location);

/// <summary>Finds papers by words, beginnings of words or initials of their titles.</summary>
public static class WorkspaceSymbols
{
    /// <summary>The best matches, best first; an empty query matches every title, in the order of digests.</summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="query">Words, or beginnings or pieces of words, in any order; or the initials of words in their order.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellation">Stops between documents.</param>
    public static ImmutableArray<FoundSymbol> Find(Snapshot snapshot, string query, int limit, CancellationToken cancellation = default)
    {
        var words = FoldedTitles.WordsOf(query);
        var best = new PriorityQueue<PaperPlace, (int Score, PaperPlace Place)>(WorstFirst);
        foreach (var document in snapshot.Documents)
        {
            cancellation.ThrowIfCancellationRequested();
            FoldedTitles.Of(document).Find(words, beginning: null, (paper, score) => Add(new(document, paper), score));
        }
        var found = new FoundSymbol[best.Count];
        for (var i = found.Length - 1; i >= 0; i--)
        {
            var place = best.Dequeue();
            found[i] = new(NameOf(place), Path.GetFileName(place.Document.Path), DocumentRange.OfHead(place));
        }
        return [.. found];

        void Add(PaperPlace place, int score)
        {
            if (best.Count < limit)
            {
                best.Enqueue(place, (score, place));
            }
            else if (limit > 0)
            {
                best.EnqueueDequeue(place, (score, place));
            }
        }
    }

    /// <summary>Prepares what the first search needs, and the first completion of a title.</summary>
    public static void Warm(Snapshot snapshot)
    {
        foreach (var document in snapshot.Documents)
        {
            FoldedTitles.Of(document);
        }
    }

    /// <summary>The title or, where that is missing, the beginning of the abstract.</summary>
    private static string NameOf(PaperPlace place)
    {
        var head = place.Document.GetHead(place.Index);
        return place.Paper.Facts.TitleWordCount == 0 ? FirstSentences.Of(head, EntryOutline.UntitledLength) : head;
    }

    /// <summary>Low scores first and, among equal ones, later digests first: what leaves the queue first is the worst.</summary>
    private static readonly Comparer<(int Score, PaperPlace Place)> WorstFirst = Comparer<(int Score, PaperPlace Place)>.Create(
        static (left, right) => left.Score != right.Score ? left.Score.CompareTo(right.Score) : right.Place.CompareTo(left.Place)
    );
}
