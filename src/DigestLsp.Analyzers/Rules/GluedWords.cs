using System.Buffers;
using System.Collections.Frozen;
using DigestLsp.Text;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>
/// Finds sentences and words without the space that belongs between them. ‘Node.js’, ‘TL;DR’, ‘(M)LLM’ and ‘poly(n)’ are
/// written so on purpose.
/// </summary>
internal static class GluedWords
{
    /// <summary>How far back the opening bracket of a closing one is looked for, and words that an acronym stands for.</summary>
    private const int Reach = 80;

    /// <summary>How often a text is searched for a word that would be evidence.</summary>
    private const int MostSearches = 8;

    private static readonly SearchValues<char> Marks = SearchValues.Create(".!?,;:()");

    /// <summary>What stands in formulas, code and lists of values, but hardly in a word.</summary>
    private static readonly SearchValues<char> Technical = SearchValues.Create("\\$^_{}=<>|/@#&*+~`[]");

    /// <summary>Names of programming languages' libraries, which have a period behind them.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Libraries = FrozenSet
        .Create(
            StringComparer.Ordinal,
            "torch numpy pandas scipy java javax keras flax boost sklearn tensorflow matplotlib networkx android system module math".Split(
                ' '
            )
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reports every place, with the space as its repair.</summary>
    public static void Find(ReadOnlySpan<char> text, ReportFinding report)
    {
        var isProtected = new ProtectedSpans(text);
        var searches = 0;
        for (var mark = -1; ; )
        {
            var offset = text[(mark + 1)..].IndexOfAny(Marks);
            if (offset < 0)
            {
                return;
            }
            mark += offset + 1;
            var next = CharacterAt(text, mark + 1);
            var seam = text[mark] switch
            {
                '.' or '!' or '?' when char.IsAsciiLetterUpper(next) => SentenceSeam(text, mark, ref searches),
                ',' or ';' when char.IsAsciiLetter(next) => CommaSeam(text, mark),
                ')' when char.IsAsciiLetter(next) => ClosingSeam(text, mark),
                '(' when char.IsAsciiLetter(next) && char.IsAsciiLetterLower(CharacterAt(text, mark - 1)) => OpeningSeam(text, mark),
                ':' when next == '/' => LinkSeam(text, mark),
                _ => 0,
            };
            if (seam > 0 && (text[mark] == ':' || !isProtected.Covers(mark)))
            {
                Report(text, mark, seam, report);
            }
        }
    }

    /// <summary>Between two sentences.</summary>
    private static int SentenceSeam(ReadOnlySpan<char> text, int mark, ref int searches)
    {
        var next = At(text, mark + 1);
        var after = CharacterAt(text, mark + 1 + next.Length);
        var isOpener = OpensSentence(next) && (after == ' ' || (after is ',' or '-' && next.Length > 2));
        var last = CharacterAt(text, mark - 1);
        if (!char.IsAsciiLetter(last))
        {
            return isOpener && (char.IsAsciiDigit(last) || last is ')' or ']' or '}' or '%' or '$' or '"' or '”' or '’') ? mark + 1 : 0;
        }
        var word = Before(text, mark);
        var before = CharacterAt(text, mark - word.Length - 1);
        if (word.Length < 2 || before is '.' or '/' or '\\' or '@' or '_')
        {
            return 0;
        }
        if (isOpener && (next.Length > 2 || word.Length > 2))
        {
            return mark + 1;
        }
        // A word that opens sentences more rarely: between ordinary words only.
        return
            word.Length >= 4
            && IsLower(word)
            && !Libraries.Contains(word)
            && before is ' ' or '\n' or '-' or '('
            && after is ' ' or '-'
            && char.IsAsciiLetterLower(CharacterAt(text, mark + 2 + next.Length))
            && (IsCapitalized(next) ? next.Length >= 4 : next.Length >= 3 && searches++ < MostSearches && StandsElsewhere(text, mark, next))
            ? mark + 1
            : 0;
    }

    /// <summary>Behind a comma or a semicolon.</summary>
    private static int CommaSeam(ReadOnlySpan<char> text, int mark)
    {
        var next = At(text, mark + 1);
        var word = Before(text, mark);
        var closes = CharacterAt(text, mark - 1) == ')';
        var isWord = IsLower(next) ? next.Length >= 2 || next is "a" : IsCapitalized(next) && next.Length >= 4;
        if (
            !isWord
            || !(closes ? IsLower(next) && next.Length >= 3 : word.Length >= 2 && Math.Max(word.Length, next.Length) >= 4)
            || (!closes && !char.IsAsciiLetterLower(word[^1]) && !(IsLower(next) && word.Length >= 3))
            || (!closes && word.Length == 2 && !IsLower(word)) // ‘Cp,max’
        )
        {
            return 0;
        }
        var token = text[StartOfToken(text, mark)..EndOfToken(text, mark)];
        return
            (closes && CharacterAt(text, mark + 1 + next.Length) == '(')
            || IsTuple(text, mark, word, next)
            || token.ContainsAny(Technical)
            || TexNames.IsSymbol(word)
            || TexNames.IsSymbol(next)
            ? 0
            : mark + 1;
    }

    /// <summary>Whether two words stand between brackets and nothing else does: ‘(mean,variance)’.</summary>
    private static bool IsTuple(ReadOnlySpan<char> text, int mark, ReadOnlySpan<char> word, ReadOnlySpan<char> next) =>
        CharacterAt(text, mark - word.Length - 1) == '(' && CharacterAt(text, mark + 1 + next.Length) is ')' or ',';

    /// <summary>Behind a bracket: ‘(1)first’, ‘(LLMs)have’.</summary>
    private static int ClosingSeam(ReadOnlySpan<char> text, int mark)
    {
        var next = At(text, mark + 1);
        if (next.Length < 3 || !(IsLower(next) || IsCapitalized(next)))
        {
            return 0;
        }
        var head = text[Math.Max(0, mark - Reach)..mark];
        var open = head.LastIndexOfAny('(', ')');
        if (open < 0 || head[open] == ')')
        {
            // ‘1)first’ opens no bracket.
            var number = head.Length - head.TrimEnd("0123456789").Length;
            return number is 1 or 2 && CharacterAt(text, mark - number - 1) == ' ' ? mark + 1 : 0;
        }
        var content = head[(open + 1)..];
        if (!IsSpace(CharacterAt(text, mark - content.Length - 2)) || content.IsEmpty || content.ContainsAny(Technical))
        {
            return 0;
        }
        if (IsListMark(content, next))
        {
            return mark + 1;
        }
        return CountUpper(content) >= 2 && IsLower(next) && next is not ("hard" or "complete" or "like" or "based" or "type" or "free")
            ? mark + 1
            : 0;
    }

    /// <summary>Before a bracket with an acronym of the words before it, or with ‘e.g.’ and ‘i.e.’.</summary>
    private static int OpeningSeam(ReadOnlySpan<char> text, int mark)
    {
        var content = text[(mark + 1)..Math.Min(text.Length, mark + 14)];
        var word = Before(text, mark);
        if (word.Length < 3 || CharacterAt(text, mark - word.Length - 1) is '\\' or '_' or '^' or '{')
        {
            return 0;
        }
        if (content.StartsWith("e.g.") || content.StartsWith("i.e."))
        {
            return mark;
        }
        var close = content.IndexOf(')');
        if (close < 2 || !char.IsAsciiLetterUpper(content[0]) || CountUpper(content[..close]) < 2)
        {
            return 0;
        }
        var acronym = content[..close];
        if (acronym.ContainsAny("/,;:+=.") || acronym.ContainsAny(Technical) || acronym.IndexOfAnyExcept("IVX") < 0)
        {
            return 0;
        }
        var last = acronym[acronym.LastIndexOfAnyInRange('A', 'Z')];
        return word.Contains(char.ToLowerInvariant(last)) || word[0] == last
            ? StartsWord(text[Math.Max(0, mark - Reach)..mark], acronym[0])
                ? mark
                : 0
            : 0;
    }

    /// <summary>Before a link.</summary>
    private static int LinkSeam(ReadOnlySpan<char> text, int colon)
    {
        if (CharacterAt(text, colon + 2) != '/')
        {
            return 0;
        }
        var word = Before(text, colon);
        var scheme =
            word.EndsWith("https") ? 5
            : word.EndsWith("http") ? 4
            : 0;
        var start = colon - scheme;
        if (scheme == 0 || text[StartOfToken(text, start)..start].Contains("://", StringComparison.Ordinal))
        {
            return 0;
        }
        if (word.Length > scheme)
        {
            return word.Length - scheme >= 2 && !EndsInColor(word[..^scheme]) ? start : 0;
        }
        return CharacterAt(text, start - 1) is ':' or '.' or ',' or ';' && char.IsAsciiLetter(CharacterAt(text, start - 2)) ? start : 0;
    }

    /// <summary>Whether a word is what a command for a coloured link left: <c>brightbluehttps</c>.</summary>
    private static bool EndsInColor(ReadOnlySpan<char> word)
    {
        for (var length = 4; length <= Math.Min(word.Length, 7); length++)
        {
            if (TexNames.ColorNames.Contains(word[^length..]))
            {
                return true;
            }
        }
        return false;
    }

    private static void Report(ReadOnlySpan<char> text, int mark, int seam, ReportFinding report)
    {
        var start = StartOfWord(text, Math.Min(mark, seam));
        var end = text[seam] == '(' ? seam + 1 + At(text, seam + 1).Length : seam + Math.Max(1, At(text, seam).Length);
        var span = TextSpan.FromBounds(start, end);
        report(
            span,
            $"A space is missing in ‘{text[start..end]}’",
            Repair.Replace(new(seam, 0), " ", $"Write ‘{text[start..seam]} {text[seam..end]}’")
        );
    }

    /// <summary>The start of the word before a seam, or of the mark or bracket that takes its place.</summary>
    private static int StartOfWord(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && end - start < Longest && !IsSpace(text[start - 1]) && !(start < end && text[start] == '('))
        {
            start--;
        }
        return start;
    }

    private static bool IsListMark(ReadOnlySpan<char> content, ReadOnlySpan<char> next) =>
        content.Length <= 4
        && (
            content.IndexOfAnyExceptInRange('0', '9') < 0
            || (content.Length == 1 ? char.IsAsciiLetterLower(content[0]) && IsCapitalized(next) : content.IndexOfAnyExcept("ivx") < 0)
        );

    private static bool IsCapitalized(ReadOnlySpan<char> word) => word.Length > 1 && char.IsAsciiLetterUpper(word[0]) && IsLower(word[1..]);

    private static int CountUpper(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
        {
            count += char.IsAsciiLetterUpper(character) ? 1 : 0;
        }
        return count;
    }

    private static bool StartsWord(ReadOnlySpan<char> text, char initial)
    {
        var lower = char.ToLowerInvariant(initial);
        for (var i = 0; i < text.Length; i++)
        {
            if ((text[i] == initial || text[i] == lower) && !char.IsLetter(CharacterAt(text, i - 1)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool StandsElsewhere(ReadOnlySpan<char> text, int mark, ReadOnlySpan<char> word) =>
        Holds(text[..mark], word) || Holds(text[(mark + 1 + word.Length)..], word);
}
