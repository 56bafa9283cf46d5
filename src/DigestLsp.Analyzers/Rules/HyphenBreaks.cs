using System.Collections.Frozen;
using DigestLsp.Text;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>
/// Finds words that were hyphenated at the end of a line and whose hyphen stayed when the lines were joined: ‘multi- modal’.
/// Suspended hyphens (‘pre- and post-training’) are right.
/// </summary>
internal static class HyphenBreaks
{
    private const int MostSearches = 8;

    /// <summary>Words that follow a suspended hyphen, or a hyphen that stands for a dash.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Connectives = FrozenSet
        .Create(
            StringComparer.Ordinal,
            (
                "and or to vs versus nor but as well plus than rather by in of for from with is are was the an then also on at into over "
                + "through via not we it its this that these those which where when while who what how if so because since both either und oder bis et ou "
                + "y e o og och resp respectively followed only like does do can may will must has have had each they between among without here there now then thus hence"
            ).Split(' ')
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Ends of words that are no words: what stands before such a one is a word's beginning.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = FrozenSet
        .Create(
            StringComparer.Ordinal,
            (
                "tion tions tional tionally sion sions sive tive tives tively ment ments mental ness ity ities ing ings ingly ers ist ists "
                + "ical ically ology ation ations ational ating ated ates ative ization izations ize ized izes izing ance ances ence ences "
                + "ency ously ally ly ity cal cally cation cations cesses cess cessing eration erations eral erate erates erated ular ture "
                + "tures tural thetic uates uate uated mance mances ments mented menting posed poses posal ploit ploits ploy rithm rithms "
                + "gorithm gorithms duce duces duced ple ples nique niques tein ric rics tor tors tem tems ject jects quence quences"
            ).Split(' ')
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reports every place, with a repair where the text tells how the word is written.</summary>
    public static void Find(ReadOnlySpan<char> text, ReportFinding report)
    {
        var isProtected = new ProtectedSpans(text);
        var searches = 0;
        for (var hyphen = 0; ; hyphen++)
        {
            var offset = text[hyphen..].IndexOf('-');
            if (offset < 0)
            {
                return;
            }
            hyphen += offset;
            var second = hyphen + 1;
            if (!IsSpace(CharacterAt(text, second)) || !char.IsAsciiLetter(CharacterAt(text, hyphen - 1)))
            {
                continue;
            }
            while (second < text.Length && IsSpace(text[second]))
            {
                second++;
            }
            var next = At(text, second);
            var word = Before(text, hyphen);
            if (!IsBreak(text, word, next, second, hyphen) || isProtected.Covers(hyphen))
            {
                continue;
            }
            var gap = text[(hyphen + 1)..second];
            var joined = $"{word}{next}";
            var compound = $"{word}-{next}";
            var mayCompare = searches++ < MostSearches;
            var written =
                mayCompare && Holds(text, joined, StringComparison.OrdinalIgnoreCase) ? joined
                : mayCompare && Holds(text, compound, StringComparison.OrdinalIgnoreCase) ? compound
                : Endings.Contains(next) && CharacterAt(text, hyphen - word.Length - 1) != '-' ? joined
                : null;
            if (written is null && (gap.ContainsAny('\r', '\n') || MayBeDash(word, next)))
            {
                continue; // A compound may be broken at its hyphen.
            }
            var span = TextSpan.FromBounds(hyphen - word.Length, second + next.Length);
            report(
                span,
                written is null
                    ? $"White space stands behind the hyphen in ‘{compound}’"
                    : $"‘{written}’ was broken at the end of a line and is still in two parts",
                written is null
                    ? null
                    : Repair.Replace(
                        TextSpan.FromBounds(written == joined ? hyphen : hyphen + 1, second),
                        string.Empty,
                        $"Write ‘{written}’"
                    )
            );
        }
    }

    /// <summary>Some write a dash as a hyphen, or a charge: ‘of protocols- involving only …’.</summary>
    private static bool MayBeDash(ReadOnlySpan<char> word, ReadOnlySpan<char> next) =>
        (word[^1] == 's' && !word.EndsWith("ss"))
        || word.EndsWith("ly")
        || next.EndsWith("ing")
        || word.IndexOfAnyExceptInRange('A', 'Z') < 0; // ‘NV- centres’ have a charge

    private static bool IsBreak(ReadOnlySpan<char> text, ReadOnlySpan<char> word, ReadOnlySpan<char> next, int second, int hyphen)
    {
        var after = CharacterAt(text, second + next.Length);
        return next.Length >= 2
            && IsLower(next)
            && !Connectives.Contains(next)
            && word.Length >= 2
            && word.Length < Longest
            && after is not ('-' or '–' or '/' or '_' or '\\' or '(')
            && CharacterAt(text, hyphen - word.Length - 1) is ' ' or '\n' or '(' or '-' or '“' or '"';
    }
}
