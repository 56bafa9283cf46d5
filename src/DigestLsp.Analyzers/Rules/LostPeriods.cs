using System.Buffers;
using System.Collections.Frozen;
using DigestLsp.Text;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>
/// Finds the seam of two sentences within a paragraph where the first lacks its period: ‘… fine-tuned models We establish that …’.
/// Only words that have their capital for nothing but the beginning of a sentence tell it.
/// </summary>
internal static class LostPeriods
{
    /// <summary>Less before a capital is a phrase that the sentence begins with: ‘As an application We describe’.</summary>
    private const int FewestWords = 8;

    /// <summary>How far back the beginning of a sentence is looked for, in UTF-16 units.</summary>
    private const int Reach = 400;

    /// <summary>What sentences begin with and nothing else does; what follows is in lower case.</summary>
    private static readonly string[] Openers =
    [
        " We ",
        " In this paper",
        " In this work",
        " This paper ",
        " This work ",
        " However, ",
        " Moreover, ",
        " Furthermore, ",
        " Additionally, ",
        " Therefore, ",
        " Finally, ",
        " Our ",
    ];

    private static readonly SearchValues<string> AnyOpener = SearchValues.Create(Openers, StringComparison.Ordinal);

    /// <summary>Words in which no sentence ends, so that the capital is what is wrong.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unfinished = FrozenSet
        .Create(
            StringComparer.Ordinal,
            (
                "a an the and or but nor of to with from into by at than as if because although though while whereas since unless until that "
                + "which whose where when whether for in on using is are was were be via per so thus hence then et etc paper work article note "
                + "called named titled entitled song book novel film poem essay"
            ).Split(' ')
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(".!?:;\"“”");

    /// <summary>Reports the last word of each such sentence; a period behind it is the repair, which is not safe: a comma may be right.</summary>
    public static void Find(ReadOnlySpan<char> text, ReportFinding report)
    {
        for (var at = 0; text[at..].IndexOfAny(AnyOpener) is >= 0 and var found; at++)
        {
            at += found;
            var word = Before(text, at);
            if (
                word.Length < 2
                || !IsLower(word)
                || Unfinished.Contains(word)
                || !IsSpace(CharacterAt(text, at - word.Length - 1))
                || !GoesOnInLowerCase(text[at..])
                || !IsSentence(text[Math.Max(0, at - Reach)..at])
            )
            {
                continue;
            }
            var next = At(text, at + 1);
            report(
                TextSpan.FromBounds(at - word.Length, at),
                $"The sentence before ‘{next}’ has no period",
                Repair.Replace(new(at, 0), ".", "Add the period", isSafe: false)
            );
        }
    }

    private static bool GoesOnInLowerCase(ReadOnlySpan<char> text)
    {
        foreach (var opener in Openers)
        {
            if (text.StartsWith(opener))
            {
                var next = text[opener.Length..].TrimStart(", ");
                return !next.IsEmpty && char.IsAsciiLetterLower(next[0]);
            }
        }
        return false;
    }

    /// <summary>Whether enough words stand behind the last mark for a sentence by itself.</summary>
    private static bool IsSentence(ReadOnlySpan<char> before)
    {
        var words = 1;
        for (var i = before.Length - 1; i >= 0 && words < FewestWords && !SentenceMarks.Contains(before[i]); i--)
        {
            words += IsSpace(before[i]) && i > 0 && !IsSpace(before[i - 1]) && !SentenceMarks.Contains(before[i - 1]) ? 1 : 0;
        }
        return words >= FewestWords;
    }
}
