using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Tags after <c>tags:</c> and names after <c>authors:</c>; one of them takes the place of the part between two commas.</summary>
internal static class KeywordCompletions
{
    /// <summary>So many different values are compared where nothing is typed yet.</summary>
    private const int MostGuessed = 1_000;

    /// <summary>The values of which a word begins as the part does; those that most digests have come first.</summary>
    public static CompletionResult At(
        Snapshot snapshot,
        Func<DocumentKeywords, ImmutableArray<string>> wordsOf,
        CaretLine line,
        MetadataSyntax metadata,
        CancellationToken cancellation
    )
    {
        var colon = metadata.KeySpan.End + 1;
        var value = line.TextOf(colon, Math.Max(line.Caret, metadata.Span.End));
        var caret = line.Caret - colon;
        var before = value.AsSpan(0, caret).LastIndexOf(',') + 1;
        var behind = value.IndexOf(',', caret);
        var after = behind < 0 ? value.Length : behind;
        var part = KeywordLine.Parts(value[before..after]).Single().Shift(before);
        var start = part.IsEmpty ? caret : Math.Min(part.Start, caret);
        var range = line.RangeOf(colon + start, colon + Math.Max(caret, part.End));
        var typed = value[start..caret];
        var space = start == before ? " " : string.Empty;
        var others = KeywordLine
            .Parts(value)
            .Where(other => other.Start < before || other.Start > after)
            .Select(other => value.Substring(other.Start, other.Length))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        // The part itself is known to this document, unless it is written elsewhere too.
        var written = value.Substring(part.Start, part.Length);
        // With nothing typed yet, what later digests have is a better guess than what all have, and sooner found.
        var most = typed.Length == 0 ? MostGuessed : int.MaxValue;
        var counts = Count(snapshot, wordsOf, word => BeginsAWord(word, typed) && !others.Contains(word), most, cancellation);
        if (counts.TryGetValue(written, out var count) && count == 1)
        {
            counts.Remove(written);
        }
        return new(
            [
                .. counts
                    .OrderByDescending(found => found.Value)
                    .ThenBy(found => found.Key, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(found => found.Key, StringComparer.Ordinal)
                    .Take(Completions.Limit)
                    .Select(found => new CompletionItem(
                        found.Key,
                        CompletionKind.Value,
                        found.Value == 1 ? "in 1 digest" : $"in {found.Value} digests",
                        range,
                        space + found.Key,
                        found.Key.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? found.Key : $"{typed} {found.Key}"
                    )),
            ],
            counts.Count > Completions.Limit || counts.Count >= most
        );
    }

    private static Dictionary<string, int> Count(
        Snapshot snapshot,
        Func<DocumentKeywords, ImmutableArray<string>> wordsOf,
        Func<string, bool> isWanted,
        int most,
        CancellationToken cancellation
    )
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in snapshot.Documents.OrderByDescending(document => document.Order))
        {
            cancellation.ThrowIfCancellationRequested();
            if (counts.Count >= most)
            {
                break;
            }
            foreach (var word in wordsOf(DocumentKeywords.Of(document)))
            {
                if (isWanted(word))
                {
                    counts[word] = counts.GetValueOrDefault(word) + 1;
                }
            }
        }
        return counts;
    }

    /// <summary>Whether a value, or a word within it, begins with what was typed.</summary>
    private static bool BeginsAWord(string value, string typed)
    {
        for (var from = 0; from <= value.Length - typed.Length; )
        {
            var at = value.IndexOf(typed, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }
            if (at == 0 || !char.IsLetterOrDigit(value[at - 1]))
            {
                return true;
            }
            from = at + 1;
        }
        return false;
    }
}
