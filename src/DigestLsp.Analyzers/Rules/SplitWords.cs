using System.Buffers;
using System.Collections.Frozen;
using DigestLsp.Text;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>Finds words that a stray space has split: ‘de spite’, ‘informa tion’.</summary>
internal static class SplitWords
{
    private const int MostSearches = 8;

    /// <summary>Parts that are no words of English, with the spaces around them.</summary>
    private static readonly SearchValues<string> Parts = SearchValues.Create(
        [
            " tion",
            " sion",
            " ation",
            " ness ",
            " ing ",
            " de ",
            " con ",
            " dis ",
            " com ",
            " im ",
            " ob ",
            " al ",
            " ap ",
            " es ",
            " perfor ",
        ],
        StringComparison.Ordinal
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = FrozenSet
        .Create(StringComparer.Ordinal, "tion tions tional sion sions ation ations ational ness ing".Split(' '))
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Common words that begin with one of the parts.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Common = FrozenSet
        .Create(
            StringComparer.Ordinal,
            (
                "despite describe describes described demonstrate demonstrates demonstrated demonstrating develop developed development "
                + "design designed designs depend depends dependent dependence define defined derive derived depth degree detect detection "
                + "determine determined deep dense density consider considered considering condition conditions constant contain contains "
                + "content context contrast contribution contributions control conventional consist consists consistent consistently "
                + "construct constructed constraint constraints continuous convergence discuss discussed discrete display distance distinct "
                + "distribution distributions different common commonly compare compared comparison complete complex complexity component "
                + "components comprehensive compute computed computing computation computational combine combined image images impact "
                + "implement implemented implementation important importance improve improves improved improvement improvements object "
                + "objects obtain obtained observe observed also although algorithm algorithms almost always allow allows apply applied "
                + "application applications approach approaches appropriate especially essential establish established estimate estimation "
                + "performance performed performs"
            ).Split(' ')
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reports every place, with the joined word as its repair.</summary>
    public static void Find(ReadOnlySpan<char> text, ReportFinding report)
    {
        Span<char> buffer = stackalloc char[2 * Longest];
        var searches = 0;
        for (var space = 0; ; space++)
        {
            var offset = text[space..].IndexOfAny(Parts);
            if (offset < 0)
            {
                return;
            }
            space += offset;
            var part = At(text, space + 1);
            var word = Before(text, space);
            if (Endings.Contains(part))
            {
                if (IsLower(word) && word.Length >= 2 && CharacterAt(text, space - word.Length - 1) == ' ')
                {
                    Report(text, space - word.Length, space, space + 1 + part.Length, report);
                }
                continue;
            }
            var start = space + 1;
            var gap = start + part.Length;
            var rest = CharacterAt(text, gap) == ' ' ? At(text, gap + 1) : default;
            if (!IsLower(rest) || rest.Length is < 2 or > 20 || CharacterAt(text, gap + 1 + rest.Length) is '\'' or '-')
            {
                continue;
            }
            var joined = buffer[..(part.Length + rest.Length)];
            part.CopyTo(joined);
            rest.CopyTo(joined[part.Length..]);
            if (Common.Contains(joined) || (searches++ < MostSearches && rest.Length >= 4 && Holds(text, joined)))
            {
                Report(text, start, gap, gap + 1 + rest.Length, report);
            }
        }
    }

    private static void Report(ReadOnlySpan<char> text, int start, int gap, int end, ReportFinding report)
    {
        var joined = $"{text[start..gap]}{text[(gap + 1)..end]}";
        report(
            TextSpan.FromBounds(start, end),
            $"A space splits ‘{joined}’",
            Repair.Replace(new(gap, 1), string.Empty, $"Write ‘{joined}’")
        );
    }
}
