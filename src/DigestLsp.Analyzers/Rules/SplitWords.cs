using System.Collections.Frozen;
using DigestLsp.Text;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>Finds words that a stray space has split: ‘de spite’, ‘informa tion’.</summary>
internal static class SplitWords
{
    private const int MostSearches = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = FrozenSet
        .Create(StringComparer.Ordinal, "tion tions tional sion sions ation ations ational ness ing".Split(' '))
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The first two letters of all parts, by <see cref="PairOf"/>.</summary>
    private static readonly bool[] Beginnings =
    [
        .. from pair in Enumerable.Range(0, 26 * 32)
        select "de im ob al ap es co di pe ti si at ne in".Split(' ').Any(part => PairOf(part[0], part[1]) == pair),
    ];

    /// <summary>Common words that begin with one of the beginnings that <see cref="IsPart"/> knows.</summary>
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
        var previous = default(TextSpan);
        var tokens = new TokenWalk(text);
        while (tokens.MoveNext())
        {
            var token = text.Slice(tokens.Start, tokens.Length);
            var span = new TextSpan(tokens.Start, tokens.Length);
            if (token.Length >= 2 && MayBePart(token[0], token[1]) && IsPart(token))
            {
                if (IsEnding(token))
                {
                    if (previous.Length >= 2 && previous.End + 1 == span.Start && IsLower(text.Slice(previous.Start, previous.Length)))
                    {
                        Report(text, previous.Start, previous.End, span.Start + At(token, 0).Length, report);
                    }
                }
                else
                {
                    FindRest(text, span, ref searches, report);
                }
            }
            previous = span;
        }
    }

    /// <summary>Whether a part begins with two letters: sorts out nearly all words at a glance.</summary>
    private static bool MayBePart(char first, char second) =>
        char.IsAsciiLetterLower(first) && char.IsAsciiLetterLower(second) && Beginnings[PairOf(first, second)];

    private static int PairOf(char first, char second) => ((first - 'a') * 32) + (second - 'a');

    /// <summary>Whether a word is a part that words are split into: ‘de’, ‘con’, ‘tion’.</summary>
    private static bool IsPart(ReadOnlySpan<char> token) =>
        (token[0], token[1]) switch
        {
            ('d', 'e') or ('i', 'm') or ('o', 'b') or ('a', 'l') or ('a', 'p') or ('e', 's') => token.Length == 2,
            ('c', 'o') or ('d', 'i') => token is "con" or "com" or "dis",
            ('p', 'e') => token is "perfor",
            ('t', 'i') or ('s', 'i') => token.Length is > 3 and < 9 && token[2] == 'o' && IsEnding(token),
            ('a', 't') => token.Length is > 4 and < 11 && token[2] == 'i' && IsEnding(token),
            ('n', 'e') => token.Length is > 3 and < 6 && token[2] == 's' && IsEnding(token),
            ('i', 'n') => token.Length is 3 or 4 && token[2] == 'g' && IsEnding(token),
            _ => false,
        };

    private static bool IsEnding(ReadOnlySpan<char> token) => Endings.Contains(token.TrimEnd(".,;:)"));

    /// <summary>Reports the beginning of a word if the rest of it comes next.</summary>
    private static void FindRest(ReadOnlySpan<char> text, TextSpan part, ref int searches, ReportFinding report)
    {
        var gap = part.End;
        var rest = CharacterAt(text, gap) == ' ' ? At(text, gap + 1) : default;
        if (!IsLower(rest) || rest.Length is < 2 or > 20 || CharacterAt(text, gap + 1 + rest.Length) is '\'' or '-')
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
