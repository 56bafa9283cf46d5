using System.Buffers;

namespace DigestLsp.Analyzers;

/// <summary>Finds the partners of brackets, and brackets that have none.</summary>
internal static class BracketMatcher
{
    /// <summary>Deeper nesting than this is looked at with more care and less speed.</summary>
    private const int UsualDepth = 16;

    /// <summary>What has more brackets is no prose; in it, none is lonely.</summary>
    private const int Most = 20_000;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("()[]{}");

    /// <summary>
    /// Whether all brackets pair in the reading that most texts have: formulas are read along, half-open intervals pair, and what
    /// nothing opens is the label of a list.
    /// </summary>
    public static bool IsBalanced(ReadOnlySpan<char> text)
    {
        Span<char> open = stackalloc char[UsualDepth];
        var depth = 0;
        var count = 0;
        for (var position = 0; count++ < Most && text[position..].IndexOfAny(Brackets) is >= 0 and var found; position++)
        {
            position += found;
            var bracket = text[position];
            if (bracket is '{' or '}' && position > 0 && text[position - 1] == '\\')
            {
                continue;
            }
            if (bracket is '(' or '[' or '{')
            {
                if (depth == open.Length)
                {
                    return false;
                }
                open[depth++] = bracket;
            }
            else if (depth == 0)
            {
                if (bracket != ')' || !IsLabel(text, position))
                {
                    return false;
                }
            }
            else if (open[--depth] != PartnerOf(bracket) && (bracket == '}' || open[depth] == '{'))
            {
                return false;
            }
        }
        return depth == 0 || count > Most;
    }

    /// <summary>Where brackets stand that have no partner in any reading, in order.</summary>
    public static IEnumerable<int> FindLonely(ReadOnlySpan<char> text)
    {
        var brackets = Read(text);
        if (brackets.Count > Most)
        {
            return [];
        }
        var lonely = new bool[brackets.Count];
        Array.Fill(lonely, true);
        var alone = new bool[brackets.Count];
        var hasFormulas = brackets.Exists(static bracket => bracket.IsInFormula);
        var hasLabels = brackets.Exists(static bracket => bracket.IsLabel);
        foreach (var (withFormulas, labelsClose) in ((bool, bool)[])[(true, true), (true, false), (false, true), (false, false)])
        {
            if ((!withFormulas && !hasFormulas) || (!labelsClose && !hasLabels))
            {
                continue;
            }
            Match(brackets, alone, withFormulas, labelsClose);
            for (var i = 0; i < alone.Length; i++)
            {
                lonely[i] &= alone[i];
            }
        }
        var before = -1;
        for (var i = 0; i < lonely.Length; i++)
        {
            if (lonely[i] && before >= 0 && AreInterval(text, brackets[before], brackets[i]))
            {
                lonely[before] = lonely[i] = false;
            }
            before = lonely[i] ? i : before;
        }
        return brackets.Where((bracket, i) => lonely[i] && !bracket.MayStandAlone).Select(bracket => bracket.Position);
    }

    /// <summary>Whether two square brackets that do not pair are the ends of an open interval: <c>]0, 1[</c>, <c>[0, 1[</c>.</summary>
    private static bool AreInterval(ReadOnlySpan<char> text, Bracket left, Bracket right)
    {
        const int Longest = 40;
        return left.Character is '[' or ']'
            && right.Character is '[' or ']'
            && right.Position - left.Position is > 2 and < Longest
            && text[left.Position..right.Position].ContainsAny(",;");
    }

    private static char PartnerOf(char closing) =>
        closing switch
        {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };

    private static List<Bracket> Read(ReadOnlySpan<char> text)
    {
        var brackets = new List<Bracket>();
        var quiet = new ProtectedSpans(text);
        var hasCommands = text.Contains("brack ", StringComparison.Ordinal); // \lbrack and \rbrack are square ones too.
        for (var position = 0; brackets.Count <= Most && text[position..].IndexOfAny(Brackets) is >= 0 and var found; position++)
        {
            position += found;
            var stretch = quiet.At(position) is { } at && at.Span.Start <= position ? at.Kind : (ProtectedKind?)null;
            if (stretch == ProtectedKind.Code || IsEscaped(text, position))
            {
                continue;
            }
            var isLabel = text[position] == ')' && IsLabel(text, position);
            brackets.Add(
                new(
                    position,
                    text[position],
                    stretch == ProtectedKind.Formula,
                    isLabel,
                    stretch is not null || isLabel || IsSmiley(text, position) || (hasCommands && text[position] is ('[' or ']'))
                )
            );
        }
        return brackets;
    }

    /// <summary>Whether TeX sets a brace for itself, as in <c>\{</c>, or to keep it from a bracket, as in <c>{[}</c>.</summary>
    private static bool IsEscaped(ReadOnlySpan<char> text, int position) =>
        text[position] switch
        {
            '{' => text[..position] is [.., '\\'] || text[position..] is ['{', '[' or ']' or '(' or ')', '}', ..],
            '}' => text[..position] is [.., '\\'] or [.., '{', '[' or ']' or '(' or ')'],
            _ => false,
        };

    /// <summary>Marks those that find no partner in one reading.</summary>
    private static void Match(List<Bracket> brackets, bool[] alone, bool withFormulas, bool labelsClose)
    {
        Array.Clear(alone);
        var open = new Stack<int>();
        Span<int> openOfKind = stackalloc int[128];
        openOfKind.Clear();
        for (var i = 0; i < brackets.Count; i++)
        {
            var bracket = brackets[i];
            if ((bracket.IsInFormula && !withFormulas) || (bracket.IsLabel && !labelsClose))
            {
                continue;
            }
            if (bracket.Character is '(' or '[' or '{')
            {
                open.Push(i);
                openOfKind[bracket.Character]++;
                continue;
            }
            var partner = PartnerOf(bracket.Character);
            if (openOfKind[partner] == 0)
            {
                // Half-open intervals pair a round bracket with a square one.
                if (open.TryPeek(out var other) && bracket.Character != '}' && brackets[other].Character != '{')
                {
                    openOfKind[brackets[open.Pop()].Character]--;
                }
                else
                {
                    alone[i] = true;
                }
                continue;
            }
            while (open.TryPop(out var last))
            {
                openOfKind[brackets[last].Character]--;
                if (brackets[last].Character == partner)
                {
                    break;
                }
                alone[last] = true;
            }
        }
        foreach (var left in open)
        {
            alone[left] = true;
        }
    }

    /// <summary>
    /// Whether a closing parenthesis ends the label of a list's item: <c>1)</c>, <c>a)</c>, <c>iv)</c>, <c>2.)</c>, <c>RQ1)</c>,
    /// <c>Step 2)</c>.
    /// </summary>
    private static bool IsLabel(ReadOnlySpan<char> text, int position)
    {
        const int Longest = 8;
        if (position == 0 || !(char.IsLetterOrDigit(text[position - 1]) || text[position - 1] is '*' or '.' or '\'' or ' '))
        {
            return false;
        }
        var before = text[Math.Max(0, position - Longest - 1)..position].TrimEnd("*.' $");
        if (text[..position] is ['*'] or [.., ' ', '*'])
        {
            return true;
        }
        var edge = before.LastIndexOfAny(" \n\r\t\u00A0~,;:({.-–—\\$");
        var word = before[(edge + 1)..];
        var letters = word.TrimEnd("0123456789");
        return word.Length is > 0 and <= Longest
            && (edge < 0 || before[edge] != '(')
            && (
                (word.Length == 1 && char.IsAsciiLetterOrDigit(word[0]))
                || char.IsAsciiDigit(word[0])
                || !word.ContainsAnyExcept("ivxIVX")
                || (letters.Length < word.Length && letters.Length <= 5 && !letters.ContainsAnyExcept(Letters))
            );
    }

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ#");

    private static bool IsSmiley(ReadOnlySpan<char> text, int position) =>
        position > 0
        && text[..position].TrimEnd('-') is [.., ':' or ';']
        && (text[position - 1] == '-' || position < 2 || text[position - 2] == ' ');

    /// <summary>A bracket.</summary>
    /// <param name="Position">Where it stands.</param>
    /// <param name="Character">Which it is.</param>
    /// <param name="IsInFormula">Whether it stands in a formula.</param>
    /// <param name="IsLabel">Whether it may end the label of a list's item.</param>
    /// <param name="MayStandAlone">Whether it needs no partner.</param>
    private readonly record struct Bracket(int Position, char Character, bool IsInFormula, bool IsLabel, bool MayStandAlone);
}
