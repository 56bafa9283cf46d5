using System.Collections.Frozen;

namespace DigestLsp.Analyzers;

/// <summary>Tells a space that stands before punctuation, or behind an opening bracket, by mistake from one that belongs there.</summary>
internal static class SpaceBeforePunctuation
{
    private static readonly FrozenSet<string> Transitive = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            .. (
                "propose proposes introduce introduces present presents develop develops build builds call called named name termed dubbed coined titled "
                + "using use uses of in by with from on to the a an and or that via for our as at between than into is are be"
            ).Split(' '),
        ]
    );

    /// <summary>Whether the gap before a character should not be there.</summary>
    /// <param name="text">A text.</param>
    /// <param name="start">Where the gap begins; something precedes it.</param>
    /// <param name="end">Where it ends, before the character.</param>
    /// <param name="habits">What holds for the whole text.</param>
    public static bool IsStray(ReadOnlySpan<char> text, int start, int end, ref TextHabits habits)
    {
        if (!EndsWord(text[start - 1]))
        {
            return false;
        }
        var rest = text[(end + 1)..];
        return text[end] switch
        {
            ',' => !EndsInDots(text[..start]) && (IsEnd(rest) || (char.IsLetter(rest[0]) && char.IsLetter(text[start - 1]))),
            '.' => IsEnd(rest) && text[start - 1] != '.' && !rest.TrimStart(' ').StartsWith(".") && !IsFactor(rest),
            ')' or ']' => (rest.IsEmpty || !char.IsLetterOrDigit(rest[0])) && EndsProse(text[..start]),
            '!' or '?' => IsEnd(rest) && !IsName(text[..start]) && !IsListed(text[..start]) && !habits.IsFrench,
            ';' => IsFollowedBySpace(rest) && !habits.IsFrench,
            ':' => IsFollowedBySpace(rest) && FollowsWord(text[..start]) && !habits.IsFrench,
            _ => false,
        };
    }

    /// <summary>Whether the gap behind an opening bracket should not be there.</summary>
    /// <param name="text">A text.</param>
    /// <param name="start">Where the gap begins, behind the bracket.</param>
    /// <param name="end">Where it ends.</param>
    public static bool IsStrayBehind(ReadOnlySpan<char> text, int start, int end) =>
        text[start - 1] is '(' or '['
        && (start < 2 || char.IsWhiteSpace(text[start - 2]))
        && (char.IsLetter(text[end]) || text[end] is '"' or '“' or '‘' or '$')
        && (end + 1 == text.Length || char.IsLetter(text[end + 1]) || text[end + 1] is '.' or '-');

    /// <summary>Whether a text breaks off behind a word that something must follow.</summary>
    public static bool AsksForMore(ReadOnlySpan<char> before) =>
        Transitive.GetAlternateLookup<ReadOnlySpan<char>>().Contains(LastWord(before));

    private static bool EndsWord(char character) =>
        char.IsLetterOrDigit(character) || character is '.' or '%' or '$' or '/' or ')' or ']' or '}' or '"' or '\'' or '’' or '”' or '»';

    /// <summary>Whether punctuation could end here: ‘.NET’, ‘.5’ and ‘:)’ do not.</summary>
    private static bool IsEnd(ReadOnlySpan<char> rest) => IsFollowedBySpace(rest) || rest[0] is ')' or ']' or '"' or '”' or '’' or '»';

    private static bool IsFollowedBySpace(ReadOnlySpan<char> rest) => rest.IsEmpty || char.IsWhiteSpace(rest[0]);

    /// <summary>Whether a variable precedes: ‘a ? b : c’.</summary>
    private static bool IsName(ReadOnlySpan<char> before) => LastWord(before) is [var letter] && char.IsLetter(letter);

    /// <summary>Whether the mark itself is spoken of: ‘., ? and !’.</summary>
    private static bool IsListed(ReadOnlySpan<char> before) => LastWord(before) is "and" or "or";

    /// <summary>Whether a word precedes: ‘f : X → Y’ and ‘1 : 2’ are set with spaces.</summary>
    private static bool FollowsWord(ReadOnlySpan<char> before) => LetterCount(LastWord(before)) >= 3;

    /// <summary>Whether a bracket closes here that a sentence opened, not one of a formula: ‘(as we said )’, ‘O( n log n )’.</summary>
    private static bool EndsProse(ReadOnlySpan<char> before) =>
        before[^1] is '/' or '.' or '"' or '”' or '’' || (LastWord(before) is var word && (LetterCount(word) >= 2 || word.Contains(':')));

    private static bool EndsInDots(ReadOnlySpan<char> before) => before.TrimEnd('.') is [.., ' '] or [];

    /// <summary>Whether the period is a dot product: ‘(E . B)’.</summary>
    private static bool IsFactor(ReadOnlySpan<char> rest) => rest is [' ', _, ')' or ']' or ',' or '_' or '^', ..];

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny(" \r\n\u00A0") + 1)..];

    /// <summary>The letters of a word; none where signs make it part of a formula.</summary>
    private static int LetterCount(ReadOnlySpan<char> word)
    {
        if (word.ContainsAny("\\^_{}=+*<>|"))
        {
            return word.Contains("://", StringComparison.Ordinal) ? word.Length : 0;
        }
        var count = 0;
        foreach (var character in word)
        {
            count += char.IsLetter(character) ? 1 : 0;
        }
        return count;
    }
}
