using System.Buffers;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG3008: spaces before punctuation, spaces in a row, and characters that nobody sees. What follows each other is one finding.</summary>
public sealed class SpacingRule : IProseRule
{
    private const char NoBreakSpace = '\u00A0';

    private const string RareGapCharacters = "\t\u00A0" + InvisibleCharacters.All;

    private static readonly SearchValues<char> GapCharacters = SearchValues.Create(" " + RareGapCharacters);

    private static readonly SearchValues<char> RareGaps = SearchValues.Create(RareGapCharacters);

    private static readonly CharacterPairs Spaces =
        CharacterPairs.Of(CharacterClass.Space, CharacterClass.Space)
        | CharacterPairs.Of(CharacterClass.Space, CharacterClass.Period)
        | CharacterPairs.Of(CharacterClass.Space, CharacterClass.Terminator)
        | CharacterPairs.Of(CharacterClass.Space, CharacterClass.Comma)
        | CharacterPairs.Of(CharacterClass.Space, CharacterClass.Close)
        | CharacterPairs.Of(CharacterClass.Open, CharacterClass.Space);

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG3008", "Stray spaces or invisible characters", RuleSeverity.Suggestion, WaitsForRest: true, HasRepair: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } = Spaces | CharacterPairs.AnyThen(CharacterClass.Special);

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        var text = prose.Text;
        var quiet = new ProtectedSpans(text);
        var habits = new TextHabits(text);
        // Single spaces need no look where none stands beside another or beside punctuation, as in nearly all text.
        var gaps = prose.Pairs.Overlaps(Spaces) ? GapCharacters : RareGaps;
        for (var position = 0; text[position..].IndexOfAny(gaps) is >= 0 and var found; )
        {
            found -= found > 0 && text[position + found - 1] == ' ' ? 1 : 0;
            var gap = GapAt(text, position + found, ref habits);
            if (!gap.IsEmpty && !IsPlain(text, gap) && !quiet.Covers(gap.Start))
            {
                Judge(prose, gap, ref habits, report);
            }
            position = Math.Max(gap.End, position + found + 1);
        }
    }

    /// <summary>The spaces and idle invisible characters that follow each other from a position on.</summary>
    private static TextSpan GapAt(ReadOnlySpan<char> text, int start, ref TextHabits habits)
    {
        var end = start;
        if (text[start] is NoBreakSpace or '\u00AD' && Windows1252.FollowsByte(text, start))
        {
            // Rather a part of mis-decoded text, in which both stand for bytes.
            return new(start, 0);
        }
        while (
            end < text.Length
            && GapCharacters.Contains(text[end])
            && (IsSpace(text[end]) || InvisibleCharacters.IsIdle(text, end, ref habits))
        )
        {
            end++;
        }
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>One space between two words, as nearly every gap is.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text, TextSpan gap) =>
        gap.Length == 1
        && IsSpace(text[gap.Start])
        && (
            gap.Start == 0
            || gap.End == text.Length
            || (text[gap.End] is not (',' or '.' or ';' or ':' or '!' or '?' or ')' or ']') && text[gap.Start - 1] is not ('(' or '['))
        );

    private static void Judge(Prose prose, TextSpan gap, ref TextHabits habits, ReportFinding report)
    {
        var text = prose.Text;
        var characters = text.Slice(gap.Start, gap.Length);
        var isEdge = gap.Start == 0 || gap.End == text.Length || IsLineBreak(text[gap.Start - 1]) || IsLineBreak(text[gap.End]);
        var spaces = characters.Length - CountInvisible(characters);
        if (isEdge)
        {
            // White space at the ends of lines is a matter of the file.
            if (spaces < characters.Length)
            {
                ReportInvisible(text, gap, string.Empty, report);
            }
            return;
        }
        if (spaces > 0 && SpaceBeforePunctuation.IsStray(text, gap.Start, gap.End, ref habits))
        {
            ReportBeforePunctuation(text, gap, report);
        }
        else if (spaces > 0 && SpaceBeforePunctuation.IsStrayBehind(text, gap.Start, gap.End))
        {
            report(gap, $"A space stands behind ‘{text[gap.Start - 1]}’", Repair.Replace(gap, string.Empty, "Remove the space"));
        }
        else if (spaces < characters.Length)
        {
            ReportInvisible(text, gap, SpaceOf(text, gap, spaces, ref habits), report);
        }
        else if (spaces > 1 && !(spaces == 2 && EndsSentence(text[gap.Start - 1]) && habits.DoublesSpaces))
        {
            ReportSpaces(prose, gap, spaces, report);
        }
    }

    private static void ReportBeforePunctuation(ReadOnlySpan<char> text, TextSpan gap, ReportFinding report)
    {
        var mark = text[gap.End];
        if (mark == ',' && gap.End + 1 < text.Length && char.IsLetter(text[gap.End + 1]))
        {
            TextSpan span = new(gap.Start, gap.Length + 1);
            report(span, $"A space stands before ‘{mark}’", Repair.Replace(span, ", ", "Put the space behind the comma"));
            return;
        }
        // ‘We propose , a method’: a name that was dropped leaves its spaces.
        var mayMissWord = SpaceBeforePunctuation.AsksForMore(text[..gap.Start]);
        report(
            gap,
            mayMissWord ? $"A space stands before ‘{mark}’; is a word missing there?" : $"A space stands before ‘{mark}’",
            Repair.Replace(gap, string.Empty, "Remove the space", isSafe: !mayMissWord)
        );
    }

    private static void ReportInvisible(ReadOnlySpan<char> text, TextSpan gap, string replacement, ReportFinding report)
    {
        var invisible = text[gap.Start + text.Slice(gap.Start, gap.Length).IndexOfAnyExcept(' ', '\t', NoBreakSpace)];
        report(
            gap,
            $"A character that nobody sees stands here: U+{(int)invisible:X4}, {InvisibleCharacters.NameOf(invisible)}",
            Repair.Replace(gap, replacement, "Remove what nobody sees")
        );
    }

    private static void ReportSpaces(Prose prose, TextSpan gap, int spaces, ReportFinding report)
    {
        // Where a macro or a name in italics was dropped from a sentence, the spaces on both sides of it are what is left of it.
        var mayMissWord =
            prose.Kind == ProseKind.Paragraph && spaces == 2 && (char.IsLower(prose.Text[gap.End]) || prose.Text[gap.End] == '(');
        report(
            gap,
            mayMissWord ? "Two spaces stand in a row here; is a word missing between them?" : $"{spaces} spaces stand in a row here",
            Repair.Replace(gap, " ", "Leave one space", isSafe: !mayMissWord)
        );
    }

    /// <summary>What remains of a gap without its invisible characters. A word that a soft hyphen and a space part is one.</summary>
    private static string SpaceOf(ReadOnlySpan<char> text, TextSpan gap, int spaces, ref TextHabits habits) =>
        text.Slice(gap.Start, gap.Length).ContainsAny(InvisibleCharacters.Separators)
            ? SpaceBeforePunctuation.IsStray(text, gap.Start, gap.End, ref habits)
                ? string.Empty
                : " "
            : spaces == 0 || (text[gap.Start] == '\u00AD' && char.IsLower(text[gap.Start - 1]) && char.IsLower(text[gap.End]))
                ? string.Empty
                : spaces == 1 && text.Slice(gap.Start, gap.Length).Contains(NoBreakSpace)
                    ? "\u00A0"
                    : " ";

    private static int CountInvisible(ReadOnlySpan<char> gap)
    {
        var count = 0;
        foreach (var character in gap)
        {
            count += IsSpace(character) ? 0 : 1;
        }
        return count;
    }

    private static bool EndsSentence(char character) => character is '.' or '!' or '?';

    private static bool IsSpace(char character) => character is ' ' or '\t' or NoBreakSpace;

    private static bool IsLineBreak(char character) => character is '\r' or '\n';
}
