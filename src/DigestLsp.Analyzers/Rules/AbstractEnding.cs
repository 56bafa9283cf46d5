using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DigestLsp.Analyzers;

/// <summary>
/// Tells whether an abstract ends where its author ended it. Links, formulas, lists and sentences that merely lack their period
/// are endings; only what can hardly be one is evidence of a cut.
/// </summary>
internal static partial class AbstractEnding
{
    /// <summary>
    /// Words in which hardly any English sentence ends. Those that some do end in, if rarely, count too: beside a period that
    /// is missing they are a cut far more often than not. Words that often end one (both, not, it) do not.
    /// </summary>
    private static readonly FrozenSet<string> Unfinished = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "a an the and or but nor of to with from into onto by at than as if because although while whereas since unless "
            + "which whose these their its our is are was were be been being has have will may might must we via between among "
            + "for in on using including during towards toward every"
        ).Split(' ')
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnfinishedLookup = Unfinished.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Why an abstract is taken to be cut, null where it is not.</summary>
    /// <param name="tail">The end of its text, without white space after it; at least its last sentence. Not empty.</param>
    public static string? WhyCut(ReadOnlySpan<char> tail)
    {
        if (EndsInEllipsis(tail))
        {
            return "it ends in an ellipsis";
        }
        if (MoreLinkOf(tail) is { IsEmpty: false } more)
        {
            return $"it ends in ‘{more}’, which a web page puts where it hides the rest";
        }
        var lastWord = LastWord(tail);
        if (IsLink(lastWord) || IsSplitLink(tail[..^lastWord.Length]))
        {
            return null;
        }
        var bareWord = lastWord.Trim("([\"'“‘");
        if (bareWord is "e.g." or "i.e." or "e.g.," or "i.e.,")
        {
            return $"no sentence ends in ‘{bareWord}’";
        }
        if (EndsSentence(tail))
        {
            return null;
        }
        if (tail[^1] is ',' or ':' or '(' or '[' or '-' or '–' or '—' or '/' or '=' or '+')
        {
            return $"it ends in ‘{tail[^1]}’";
        }
        if (UnfinishedLookup.Contains(bareWord) && IsEnglish(tail))
        {
            return $"no sentence ends in ‘{bareWord}’";
        }
        return OpenBracket(tail) is { } open ? $"the ‘{open}’ in its last sentence never closes" : null;
    }

    /// <summary>
    /// Whether a longer text begins with this one and shows that something was cut off: half a sentence, or sentences. A version
    /// that merely adds where its code is to be found, or that says again what it said, shows no such thing.
    /// </summary>
    public static bool IsCutFrom(string text, string longer)
    {
        var words = Words(text);
        var all = Words(longer);
        if (words.Length == 0 || words.Length >= all.Length)
        {
            return false;
        }
        // The last word may itself be cut, and may have got an ellipsis or a period.
        var last = words[^1].TrimEnd('.', '…', ' ');
        if (
            !words.AsSpan(0, words.Length - 1).SequenceEqual(all.AsSpan(0, words.Length - 1), StringComparer.OrdinalIgnoreCase)
            || !all[words.Length - 1].StartsWith(last, StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }
        var rest = all[words.Length..];
        if (IsRepetition(rest, words))
        {
            return false;
        }
        var sentence = Array.FindIndex(rest, word => EndsSentence(word) && !IsLink(word));
        return !EndsSentence(all[words.Length - 1]) || !rest.Take(sentence < 0 ? rest.Length : sentence + 1).Any(IsLinkOrMark);
    }

    /// <summary>Whether every sentence of some words stands in other words already.</summary>
    private static bool IsRepetition(string[] words, string[] others)
    {
        var known = $" {string.Join(' ', others)} ";
        for (var start = 0; start < words.Length; )
        {
            var end = Array.FindIndex(words, start, word => EndsSentence(word));
            end = end < 0 ? words.Length : end + 1;
            if (!known.Contains($" {string.Join(' ', words[start..end])} ", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
            start = end;
        }
        return true;
    }

    /// <summary>
    /// An ellipsis, alone in brackets or not. One that goes on with a number or a series ('1.98...', '8,9,...', 'mice, voles, ...',
    /// '+ ...') or stands after 'etc' ends a sentence.
    /// </summary>
    private static bool EndsInEllipsis(ReadOnlySpan<char> tail)
    {
        // Nearly all end in a letter and one period.
        var end = tail[^1] == '.' ? tail[..^1] : tail;
        if (end is not [.., '.' or '…' or ' ' or ')' or ']'])
        {
            return false;
        }
        foreach (var ellipsis in Ellipsis().EnumerateMatches(tail))
        {
            var before = tail[..ellipsis.Index];
            return tail[ellipsis.Index] is '(' or '[' || !(EndsInSeries().IsMatch(before) || EndsInAndSoOn().IsMatch(before));
        }
        return false;
    }

    /// <summary>What a web page puts where it hides the rest; empty where a text does not end in it.</summary>
    private static ReadOnlySpan<char> MoreLinkOf(ReadOnlySpan<char> tail)
    {
        var end = tail;
        while (end is [.., var last] && (char.IsWhiteSpace(last) || last is '.' or '…' or '»' or '›' or '→' or '>' or ']' or ')'))
        {
            end = end[..^1];
        }
        if (!end.EndsWith("more", StringComparison.OrdinalIgnoreCase) && !end.EndsWith("truncated", StringComparison.OrdinalIgnoreCase))
        {
            return default;
        }
        foreach (var link in MoreLink().EnumerateMatches(tail))
        {
            return tail.Slice(link.Index, link.Length);
        }
        return default;
    }

    private static bool EndsSentence(ReadOnlySpan<char> tail)
    {
        var text = tail.TrimEnd(")]}\"'”’»*_$ -–—");
        return text.Length == 0 || text[^1] is '.' or '!' or '?' or '。' or '！' or '？' or '．' or '｡' or '।' or '؟';
    }

    /// <summary>A link, with or without its scheme.</summary>
    private static bool IsLink(ReadOnlySpan<char> word)
    {
        var slash = word.IndexOf('/');
        return word.Contains("://", StringComparison.Ordinal)
            || word.StartsWith("www.", StringComparison.Ordinal)
            || (slash > 3 && word[1..(slash - 1)].Contains('.'));
    }

    /// <summary>A link, or the words that arXiv puts in its place: 'this https URL'.</summary>
    private static bool IsLinkOrMark(string word) =>
        IsLink(word) || word.StartsWith("URL", StringComparison.Ordinal) || word is "https" or "http";

    /// <summary>Whether what stands before the last word is a link that a space has split.</summary>
    private static bool IsSplitLink(ReadOnlySpan<char> before)
    {
        var word = LastWord(before.TrimEnd());
        return IsLink(word) && word.EndsWith('/');
    }

    private static bool IsEnglish(ReadOnlySpan<char> tail) =>
        tail.Contains(" the ", StringComparison.Ordinal) || tail.Contains(" and ", StringComparison.Ordinal);

    /// <summary>The bracket that the last sentence leaves open, whether its formulas are counted ('($x)$-free') or not ('$[0, 1)$').</summary>
    private static char? OpenBracket(ReadOnlySpan<char> tail)
    {
        var start = tail.LastIndexOf(". ");
        var sentence = tail[(start < 0 ? 0 : start + 2)..];
        return LeftOpen(sentence) is null ? null : LeftOpen(Formula().Replace(sentence.ToString(), string.Empty));
    }

    /// <summary>The last bracket left open. Intervals mix their brackets, and a list's <c>1)</c> closes none.</summary>
    private static char? LeftOpen(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny('(', '['))
        {
            return null;
        }
        var open = new Stack<char>();
        foreach (var character in text)
        {
            if (character is '(' or '[')
            {
                open.Push(character);
            }
            else if (character is ')' or ']')
            {
                open.TryPop(out _);
            }
        }
        return open.TryPeek(out var last) ? last : null;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny(" \t\r\n") + 1)..];

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"(?:…|\.\.\.+|\. \. \.|[\[(](?:…|\.\.\.+)[\])])\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ellipsis();

    [GeneratedRegex(@"(?:[0-9]\.[0-9]+|[0-9],|,\s|[+=×·<>−±]\s?|\s-\s?)$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInSeries();

    [GeneratedRegex(@"\b(?:etc|so on|so forth|et al)[\s.,]*$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInAndSoOn();

    [GeneratedRegex(
        @"(?:\b(?:Read|Show|See|Load) [Mm]ore|\b(?:READ|SHOW|SEE) MORE|▽ More|[\[(](?i:(?:read |show )?more|truncated)[\])])(?=[\s.…»›→>]*$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MoreLink();

    [GeneratedRegex(@"\$[^$]*\$|\\\(.*?\\\)|\\\[.*?\\\]", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Formula();
}
