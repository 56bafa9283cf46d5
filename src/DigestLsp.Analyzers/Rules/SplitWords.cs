using System.Collections.Frozen;
using DigestLsp.Text;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>Finds words that a stray space has split: ‘de spite’, ‘informa tion’.</summary>
internal static class SplitWords
{
    private const int MostSearches = 8;

    /// <summary>‘ational’ with punctuation behind it.</summary>
    private const int LongestPart = 10;

    /// <summary>What stands between white space where a word is split: a beginning that is no word, or the start of an ending.</summary>
    private static readonly StringSearch Parts = new(
        [" perfor"],
        [" con ", " com "],
        [" dis "],
        [" nes"],
        [" ing", " ati"],
        [" de ", " es "],
        [" im ", " al ", " ap "],
        [" ob ", " tio", " sio"]
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
        var searches = 0;
        for (var parts = Parts.In(text); parts.MoveNext(); )
        {
            var start = parts.Position + 1;
            var length = text[start..Math.Min(text.Length, start + LongestPart + 1)].IndexOfAnyInRange('\0', ' ');
            length = length < 0 ? text.Length - start : length;
            if (length > LongestPart)
            {
                continue;
            }
            var token = text.Slice(start, length);
            if (token is "de" or "im" or "ob" or "al" or "ap" or "es" or "con" or "com" or "dis" or "perfor")
            {
                FindRest(text, new(start, length), ref searches, report);
            }
            else if (IsEnding(token) && StartOfLower(text, start - 1) is var first && start - 1 - first >= 2)
            {
                Report(text, first, start - 1, start + At(token, 0).Length, report);
            }
        }
    }

    /// <summary>Where the run without white space starts that ends at a position; the position itself unless all of it is in lower case.</summary>
    private static int StartOfLower(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && char.IsAsciiLetterLower(text[start - 1]))
        {
            start--;
        }
        return CharacterAt(text, start - 1) <= ' ' ? start : end;
    }

    private static bool IsEnding(ReadOnlySpan<char> token) => Endings.Contains(token.TrimEnd(".,;:)"));

    /// <summary>Reports the beginning of a word if the rest of it comes next.</summary>
    private static void FindRest(ReadOnlySpan<char> text, TextSpan part, ref int searches, ReportFinding report)
    {
        var gap = part.End;
        var rest = CharacterAt(text, gap) == ' ' ? At(text, gap + 1) : default;
        // A link is no second half of a word, though ‘dehttps’ may be found elsewhere, where a space is missing.
        if (
            !IsLower(rest)
            || rest.Length is < 2 or > 20
            || CharacterAt(text, gap + 1 + rest.Length) is '\'' or '-'
            || rest is "http" or "https"
        )
        {
            return;
        }
        Span<char> joined = stackalloc char[part.Length + rest.Length];
        text.Slice(part.Start, part.Length).CopyTo(joined);
        rest.CopyTo(joined[part.Length..]);
        if (Common.Contains(joined) || (rest.Length >= 4 && searches++ < MostSearches && Holds(text, joined)))
        {
            Report(text, part.Start, gap, gap + 1 + rest.Length, report);
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
