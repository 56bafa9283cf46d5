namespace DigestLsp.Analyzers;

/// <summary>
/// Tells formulas between delimiters from money and from dollars that have nothing to do with each other. What is between two
/// neighbouring dollars is a formula if it does not read as prose.
/// </summary>
internal static class FormulaText
{
    /// <summary>As many words as prose has, and formulas have not unless a command holds them.</summary>
    private const int WordsOfProse = 3;

    /// <summary>The same where there are signs that formulas have.</summary>
    private const int WordsOfProseBesideSigns = 6;

    /// <summary>The end of the formula that opens at a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where <c>$</c>, <c>\(</c> or <c>\[</c> stands.</param>
    /// <param name="seen">How far was looked: up to the next delimiter, never past it.</param>
    /// <returns>The position after its closing delimiter; null where it is none.</returns>
    public static int? EndOf(ReadOnlySpan<char> text, int start, out int seen)
    {
        var isDollar = text[start] == '$';
        var opening = isDollar && (start + 1 == text.Length || text[start + 1] != '$') ? 1 : 2;
        var content = start + opening;
        var open = text[start + opening - 1];
        var close =
            isDollar ? '$'
            : open == '(' ? ')'
            : ']';
        var position = FindDelimiter(text, content, open, close);
        seen = Math.Min(position + opening, text.Length);
        if (position + opening > text.Length || text[position + opening - 1] != close)
        {
            return null;
        }
        if (opening == 2 && isDollar && text[position] != '$')
        {
            return null;
        }
        var after = position + opening < text.Length ? text[position + opening] : ' ';
        return IsFormula(text[content..position], after, isDollar) ? position + opening : null;
    }

    /// <summary>The next delimiter of the same kind, opening or closing; the end of the text where there is none.</summary>
    private static int FindDelimiter(ReadOnlySpan<char> text, int from, char open, char close)
    {
        for (var i = from; i < text.Length; i++)
        {
            var offset = text[i..].IndexOfAny('\\', '$');
            if (offset < 0)
            {
                break;
            }
            i += offset;
            if (text[i] == '\\')
            {
                if (close != '$' && i + 1 < text.Length && (text[i + 1] == open || text[i + 1] == close))
                {
                    return i;
                }
                i++;
            }
            else if (close == '$')
            {
                return i;
            }
        }
        return text.Length;
    }

    private static bool IsFormula(ReadOnlySpan<char> content, char after, bool isDollar)
    {
        if (content.IsWhiteSpace())
        {
            return false;
        }
        var hasSigns = content.IndexOfAny("\\^_={") >= 0;
        if (CountWords(content) >= (hasSigns ? WordsOfProseBesideSigns : WordsOfProse))
        {
            return false;
        }
        if (!isDollar)
        {
            return true;
        }
        // '$5 and $3', '$5-$10', 'between 5$ and 10$'.
        var isAmount = char.IsAsciiDigit(content[0]);
        if (isAmount && (char.IsAsciiDigit(after) || (!hasSigns && (CountWords(content) > 0 || char.IsWhiteSpace(content[^1])))))
        {
            return false;
        }
        return hasSigns || char.IsWhiteSpace(content[0]) == char.IsWhiteSpace(content[^1]);
    }

    /// <summary>Words of three and more lower-case letters between white space, outside brackets.</summary>
    private static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var character = i < text.Length ? text[i] : ' ';
            if (char.IsAsciiLetterLower(character))
            {
                continue;
            }
            if (i - start >= 3 && depth == 0 && character is ' ' or '\r' or '\n' or ',' or '.' && (start == 0 || IsSpace(text[start - 1])))
            {
                words++;
            }
            depth +=
                character is '(' or '[' or '{' ? 1
                : character is ')' or ']' or '}' && depth > 0 ? -1
                : 0;
            start = i + 1;
        }
        return words;
    }

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\r' or '\n';
}
