using System.Buffers;
using System.Collections.Frozen;
using DigestLsp.Text;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>
/// Finds words that stand twice in a row. English doubles some on purpose (‘had had’, ‘very very’), sciences double nouns
/// (‘log log’, ‘density density correlation’), and compounds share a part (‘first first-order’).
/// </summary>
internal static class RepeatedWords
{
    /// <summary>How often a text is searched for other places of a pair, so that no text takes long.</summary>
    private const int MostSearches = 8;

    /// <summary>Words that never stand twice in a row; the second may go without anybody looking.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverDoubled = FrozenSet
        .Create(
            StringComparer.OrdinalIgnoreCase,
            (
                "a an the of to and or but with from by at as for into between we our their its these those this which be are was were been "
                + "can may will must should would could have has if than then using such any each also when where while via under among "
                + "both some through across whose"
            ).Split(' ')
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that are doubled on purpose, or by grammar (‘what it is is’).</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Doubled = FrozenSet
        .Create(
            StringComparer.OrdinalIgnoreCase,
            (
                "that had is very really so far much many more long big too never ever again there here it her you who do does did win now "
                + "no yes well over out up off down log ln exp sin cos max min sup inf one two three zero double triple quad mu nu pi xi "
                + "ping knock blah bla chop bye tom tuk pom choo yo cha gong dum non sub anti pre post "
                + "nous vous se sont en de la le die das der sie"
            ).Split(' ')
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What two equal nouns in a row may belong to.</summary>
    private static readonly string[] OfPairs =
    [
        "correlat",
        "interact",
        "interfac",
        "scatter",
        "coupl",
        "response",
        "dualit",
        "multiplic",
        "product",
        "collision",
        "transition",
        "distance",
        "communication",
        "calculus",
        "arithmetic",
        "plot",
        "scale",
        "relation",
        "reaction",
    ];

    /// <summary>After a second ‘that’, these show that neither introduces a noun.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoNoun = FrozenSet
        .Create(StringComparer.Ordinal, "the a an this these there in at for it we they each every any all some our its their".Split(' '))
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reports every second word; taking it out with the space before it is the repair.</summary>
    public static void Find(ReadOnlySpan<char> text, ReportFinding report)
    {
        var searches = 0;
        var start = 0;
        var length = 0;
        var tokens = new TokenWalk(text);
        while (tokens.MoveNext())
        {
            // Hardly any word has the first letter of the one before it, and its length; the second may have punctuation on it.
            var second = tokens.Start;
            if (
                (text[second] | 0x20) == (text[start] | 0x20)
                && tokens.Length >= length
                && length > 0
                && (tokens.Length == length || !char.IsLetter(text[second + length]))
                && text.Slice(second, length).Equals(text.Slice(start, length), StringComparison.OrdinalIgnoreCase)
            )
            {
                Judge(text, start, length, second, ref searches, report);
            }
            start = second;
            length = tokens.Length;
        }
    }

    private static void Judge(ReadOnlySpan<char> text, int start, int length, int second, ref int searches, ReportFinding report)
    {
        var end = second + length;
        var after = CharacterAt(text, end);
        if (length == 1 && !(after == ' ' && char.IsAsciiLetter(CharacterAt(text, end + 1))))
        {
            return;
        }
        var word = text.Slice(second, length);
        var first = text.Slice(start, length);
        if (
            word.ContainsAnyExcept(AsciiLetters)
            || after is '-' or '–' or '—' or '\'' or '’' or '/' or '(' or '_' or '^' or '\\' or '$' or '='
            || (after is '.' or ',' && char.IsAsciiLetter(CharacterAt(text, end + 1)))
            || !(IsLower(word) && (IsLower(first) || (IsLower(first[1..]) && NeverDoubled.Contains(first))))
        )
        {
            return;
        }
        var isSure = NeverDoubled.Contains(word);
        if (!isSure && (length < 2 || !IsMistake(text, word, end, ref searches)))
        {
            return;
        }
        report(
            TextSpan.FromBounds(start, end),
            $"‘{word}’ stands twice in a row",
            Repair.Replace(TextSpan.FromBounds(start + length, end), string.Empty, $"Remove the second ‘{word}’", isSure)
        );
    }

    /// <summary>Whether a word that might be doubled on purpose is not.</summary>
    private static bool IsMistake(ReadOnlySpan<char> text, ReadOnlySpan<char> word, int end, ref int searches)
    {
        var next = CharacterAt(text, end) == ' ' ? At(text, end + 1) : default;
        if (word is "that")
        {
            // ‘That that noun’ is grammar; a name or a verb behind it shows that it is none here.
            return NoNoun.Contains(next)
                || (next.Length > 1 && char.IsAsciiLetterUpper(next[^1]))
                || (next.Length > 3 && next[^1] == 's' && next[^2] is not ('s' or 'u' or 'i'));
        }
        if (word is "in" or "on")
        {
            return true;
        }
        if (word.Length < 3 || searches >= MostSearches || Doubled.Contains(word))
        {
            return false;
        }
        foreach (var noun in OfPairs)
        {
            if (next.StartsWith(noun))
            {
                return false;
            }
        }
        searches++;
        // What is doubled more than once is meant.
        var pair = string.Concat(word, " ", word);
        var at = text.IndexOf(pair, StringComparison.OrdinalIgnoreCase);
        return text[(at + word.Length + 1)..].IndexOf(pair, StringComparison.OrdinalIgnoreCase) < 0;
    }

    private static readonly SearchValues<char> AsciiLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
