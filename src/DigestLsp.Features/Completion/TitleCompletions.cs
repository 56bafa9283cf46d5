using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Titles of papers after <c>see:</c>; one of them takes the place of all that the line says.</summary>
internal static class TitleCompletions
{
    /// <summary>The titles that match what stands before the caret; of equals, those of later digests first.</summary>
    public static CompletionResult At(
        Snapshot snapshot,
        Document document,
        CaretLine line,
        MetadataSyntax metadata,
        CancellationToken cancellation
    )
    {
        var colon = metadata.KeySpan.End + 1;
        // With nothing written yet, a title begins where the caret is.
        var start = metadata.ValueSpan.IsEmpty ? line.Caret : Math.Min(metadata.ValueSpan.Start, line.Caret);
        var range = line.RangeOf(start, Math.Max(line.Caret, metadata.Span.End));
        var typed = line.TextOf(start, line.Caret);
        var space = start == colon ? " " : string.Empty;
        var found = Find(snapshot, typed, NamedAlready(document, metadata, line.Entry!), cancellation);
        return new([.. found.Select(Item)], IsIncomplete: true);

        CompletionItem Item(PaperPlace place)
        {
            var title = TitleOf(place);
            return new(
                title,
                CompletionKind.Title,
                Path.GetFileName(place.Document.Path),
                range,
                space + title,
                $"{typed} {title}",
                Title: place.Paper.Facts.TitleKey
            );
        }
    }

    /// <summary>A title on one line.</summary>
    public static string TitleOf(PaperPlace place)
    {
        var head = place.Document.GetHead(place.Index);
        return head.AsSpan().ContainsAny('\r', '\n')
            ? string.Join(' ', head.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : head;
    }

    /// <summary>The paper itself and those that its other lines name: nobody refers to them again.</summary>
    private static HashSet<Hash128> NamedAlready(Document document, MetadataSyntax metadata, SyntaxNode paper)
    {
        var index = document.PaperAt(((PaperSyntax)paper).HeadSpan.Start);
        return
        [
            document.Papers[index].Facts.TitleKey,
            .. document
                .References.Where(reference => reference.Paper == index && !metadata.Span.Contains(reference.Span.Start))
                .Select(reference => reference.TitleKey),
        ];
    }

    private static PaperPlace[] Find(Snapshot snapshot, string typed, HashSet<Hash128> named, CancellationToken cancellation)
    {
        var words = FoldedTitles.WordsOf(typed);
        var folded = Capitals.Of(typed);
        var best = new PriorityQueue<PaperPlace, (int Score, int Order)>();
        // Also those found, so that each title comes once, and from its latest digest.
        var seen = new HashSet<Hash128>(named);
        var order = 0;
        foreach (var document in snapshot.Documents.OrderByDescending(document => document.Order))
        {
            cancellation.ThrowIfCancellationRequested();
            FoldedTitles.Of(document).Find(words, folded, (paper, score) => Add(new(document, paper), (score, --order)));
            if (words.Length == 0 && best.Count == Completions.Limit)
            {
                break;
            }
        }
        var found = new PaperPlace[best.Count];
        for (var i = found.Length - 1; i >= 0; i--)
        {
            found[i] = best.Dequeue();
        }
        return found;

        void Add(PaperPlace place, (int Score, int Order) rank)
        {
            // Of equals, what was found first stays.
            if (best.Count == Completions.Limit && best.TryPeek(out _, out var worst) && rank.CompareTo(worst) < 0)
            {
                return;
            }
            var facts = place.Paper.Facts;
            if (facts.TitleWordCount > 0 && seen.Add(facts.TitleKey))
            {
                best.Enqueue(place, rank);
                if (best.Count > Completions.Limit)
                {
                    best.Dequeue();
                }
            }
        }
    }
}
