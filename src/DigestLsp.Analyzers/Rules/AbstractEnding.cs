using System.Collections.Frozen;

namespace DigestLsp.Analyzers;

/// <summary>Tells whether an abstract ends where its author ended it.</summary>
internal static class AbstractEnding
{
    private static readonly string[] MoreLinks = ["read more", "show more", "see more", "(more)", "[more]", "(truncated)", "[truncated]"];

    /// <summary>Words that cannot end an English sentence which merely lacks its period.</summary>
    private static readonly FrozenSet<string> Unfinished = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "nor",
        "of",
        "to",
        "with",
        "from",
        "into",
        "onto",
        "by",
        "at",
        "than",
        "as",
        "if",
        "because",
        "although",
        "while",
        "whereas",
        "since",
        "unless",
        "which",
        "whose",
        "who",
        "that",
        "this",
        "these",
        "their",
        "its",
        "our",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "can",
        "could",
        "will",
        "would",
        "may",
        "might",
        "should",
        "must",
        "we",
        "they",
        "it",
        "such",
        "via",
        "between",
        "among",
        "e.g.",
        "i.e.",
        "for",
        "in",
        "on",
        "using",
        "including",
        "during",
        "towards",
        "toward",
        "without",
        "not",
        "very",
        "both",
        "either",
        "each",
        "every",
        "when",
        "where"
    );

    /// <summary>Why an abstract is taken to be cut, null where it is not.</summary>
    /// <param name="tail">The end of its text, without white space after it; at least its last sentence.</param>
    public static string? WhyCut(string tail)
    {
        var lastWord = tail[(tail.AsSpan().LastIndexOfAny(" \t\r\n") + 1)..];
        if (EndsInLink(tail, lastWord))
        {
            return null;
        }
        if (EndsInEllipsis(tail))
        {
            return "it ends in an ellipsis";
        }
        if (MoreLinks.FirstOrDefault(link => tail.EndsWith(link, StringComparison.OrdinalIgnoreCase)) is { } more)
        {
            return $"it ends in ‘{more}’, which a web page puts where it hides the rest";
        }
        if (EndsSentence(tail))
        {
            return null;
        }
        if (tail[^1] is ',' or ';' or ':' or '(' or '[' or '-' or '–' or '—' or '/' or '=' or '+')
        {
            return $"it ends in ‘{tail[^1]}’";
        }
        if (Unfinished.Contains(lastWord.Trim('(', '[', '"', '\'', '“', '‘')))
        {
            return $"no sentence ends in ‘{lastWord}’";
        }
        return OpensWithoutClosing(LastSentence(tail)) is { } open ? $"the ‘{open}’ in its last sentence never closes" : null;
    }

    /// <summary>Whether a longer copy begins with this text and goes on after it.</summary>
    public static bool GoesOnIn(string text, string longer)
    {
        var words = Words(text);
        var all = Words(longer);
        if (words.Length == 0 || words.Length >= all.Length)
        {
            return false;
        }
        for (var i = 0; i < words.Length - 1; i++)
        {
            if (!string.Equals(words[i], all[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }
        // The last word may itself be cut, and may have got an ellipsis or a period.
        var last = words[^1].TrimEnd('.', '…', ' ');
        return all[words.Length - 1].StartsWith(last, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Links end abstracts, with or without a scheme, and even where a space has split them.</summary>
    private static bool EndsInLink(string tail, string lastWord)
    {
        var before = tail[..^lastWord.Length].TrimEnd();
        var wordBefore = before[(before.AsSpan().LastIndexOfAny(" \t\r\n") + 1)..];
        return IsLink(lastWord) || (IsLink(wordBefore) && wordBefore.EndsWith('/'));

        static bool IsLink(string word)
        {
            var slash = word.IndexOf('/', StringComparison.Ordinal);
            return word.Contains("://", StringComparison.Ordinal)
                || word.StartsWith("www.", StringComparison.Ordinal)
                || (slash > 3 && word.AsSpan(1, slash - 2).Contains('.'));
        }
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool EndsInEllipsis(string tail)
    {
        var text = tail.TrimEnd(']', ')', ' ');
        if (!text.EndsWith('…') && !text.EndsWith("...", StringComparison.Ordinal) && !text.EndsWith(". . .", StringComparison.Ordinal))
        {
            return false;
        }
        text = text.TrimEnd('.', '…', ' ');
        return !text.EndsWith(" etc", StringComparison.Ordinal) && !text.EndsWith("so on", StringComparison.Ordinal);
    }

    private static bool EndsSentence(string tail)
    {
        var text = tail.TrimEnd(')', ']', '}', '"', '\'', '”', '’', '»', '*', '_', '$', ' ');
        return text.Length == 0 || text[^1] is '.' or '!' or '?' or '。' or '！' or '？';
    }

    private static string LastSentence(string tail)
    {
        var start = tail.LastIndexOf(". ", StringComparison.Ordinal);
        return start < 0 ? tail : tail[(start + 2)..];
    }

    /// <summary>The first bracket left open; a list's <c>1)</c> closes none.</summary>
    private static char? OpensWithoutClosing(string sentence)
    {
        var round = 0;
        var square = 0;
        foreach (var character in sentence)
        {
            round = character switch
            {
                '(' => round + 1,
                ')' => Math.Max(0, round - 1),
                _ => round,
            };
            square = character switch
            {
                '[' => square + 1,
                ']' => Math.Max(0, square - 1),
                _ => square,
            };
        }
        return round > 0 ? '('
            : square > 0 ? '['
            : null;
    }
}
