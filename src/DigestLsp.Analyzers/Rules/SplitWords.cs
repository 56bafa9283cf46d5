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

    private const int Slots = 512;

    private static readonly bool[] Beginnings = BeginningsOf(
        "de ",
        "im ",
        "ob ",
        "al ",
        "ap ",
        "es ",
        "con",
        "com",
        "dis",
        "per",
        "tio",
        "sio",
        "ati",
        "nes",
        "ing"
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
        var previousStart = 0;
        var previousEnd = 0;
        var tokens = new TokenWalk(text);
        while (tokens.MoveNext())
        {
            var start = tokens.Start;
            var length = tokens.Length;
            if (MayBePart(text, start) && length is > 1 and <= LongestPart)
            {
                var token = text.Slice(start, length);
                if (token is "de" or "im" or "ob" or "al" or "ap" or "es" or "con" or "com" or "dis" or "perfor")
                {
                    FindRest(text, new(start, length), ref searches, report);
                }
                else if (IsEnding(token) && previousEnd + 1 == start && previousEnd - previousStart >= 2)
                {
                    if (IsLower(text[previousStart..previousEnd]))
                    {
                        Report(text, previousStart, previousEnd, start + At(token, 0).Length, report);
                    }
                }
            }
            previousStart = start;
            previousEnd = start + length;
        }
    }

    /// <summary>
    /// Whether a word may begin as one of the parts does; a few others are let through. One look-up that hardly ever says yes:
    /// comparing letter by letter takes three times as long, since nobody can predict what the next word begins with.
    /// </summary>
    private static bool MayBePart(ReadOnlySpan<char> text, int start) =>
        start + 2 < text.Length && Beginnings[SlotOf(text[start], text[start + 1], text[start + 2])];

    private static int SlotOf(char first, char second, char third) => ((first * 7) + (second * 31) + (third * 131)) & (Slots - 1);

    private static bool[] BeginningsOf(params ReadOnlySpan<string> parts)
    {
        var slots = new bool[Slots];
        foreach (var part in parts)
        {
            slots[SlotOf(part[0], part[1], part[2])] = true;
        }
        return slots;
    }

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
