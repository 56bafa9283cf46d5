using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>The marks around words.</summary>
internal static class Marks
{
    private const int LongestWord = 20;

    /// <summary>Whether a mark may enclose a short or long form without being part of it.</summary>
    public static bool IsAround(char c) => char.IsWhiteSpace(c) || c is '"' or '“' or '”' or '‘' or '\'' or '`' or '*' or '_' or '$';

    /// <summary>A stretch of text without the marks around it.</summary>
    public static TextSpan Trim(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && IsAround(text[start]))
        {
            start++;
        }

        while (end > start && IsAround(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The word that ends before a position, with nothing but marks between; empty where there is none.</summary>
    public static TextSpan WordBefore(ReadOnlySpan<char> text, int position)
    {
        int end = position;
        while (end > 0 && IsAround(text[end - 1]))
        {
            end--;
        }

        int start = end;
        while (
            start > 0
            && !IsAround(text[start - 1])
            && text[start - 1] is not ('(' or '[' or ')' or ']' or ',' or ';')
            && end - start < LongestWord
        )
        {
            start--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The word that begins behind a position, with nothing but marks between, without punctuation at its end.</summary>
    public static TextSpan WordAfter(ReadOnlySpan<char> text, int position)
    {
        int start = position;
        while (start < text.Length && IsAround(text[start]))
        {
            start++;
        }

        int end = start;
        while (end < text.Length && !IsAround(text[end]) && text[end] is not (')' or ']' or ',' or ';' or ':') && end - start < LongestWord)
        {
            end++;
        }

        while (end > start && text[end - 1] is '.' or '?' or '!')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Whether a part of a word has a number before it, with marks between: ‘1,10-phenanthroline’.</summary>
    public static bool IsNumbered(ReadOnlySpan<char> text, int start)
    {
        int i = start;
        while (i > 0 && text[i - 1] is '-' or '(' or ')' or '\'' or '’' or ',' or '[' or ']')
        {
            i--;
        }

        return i < start && i > 0 && char.IsAsciiDigit(text[i - 1]);
    }

    /// <summary>Whether a part of a word has a letter before it, perhaps spelt out, with a hyphen between: ‘c-Jun’, ‘beta-alanine’.</summary>
    public static bool IsLettered(ReadOnlySpan<char> text, int start)
    {
        if (start < 2 || text[start - 1] != '-')
        {
            return false;
        }

        int end = start - 1;
        int first = end;
        while (first > 0 && char.IsLetter(text[first - 1]) && end - first < LongestWord)
        {
            first--;
        }

        ReadOnlySpan<char> part = text[first..end];
        return part.Length == 1
            || part.Equals("alpha", StringComparison.OrdinalIgnoreCase)
            || part.Equals("beta", StringComparison.OrdinalIgnoreCase)
            || part.Equals("gamma", StringComparison.OrdinalIgnoreCase)
            || part.Equals("delta", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether every bracket in a stretch of text has its counterpart there.</summary>
    public static bool AreBalanced(ReadOnlySpan<char> text)
    {
        int round = 0;
        int square = 0;
        foreach (char c in text)
        {
            round += c == '(' ? 1 : 0;
            round -= c == ')' ? 1 : 0;
            square += c == '[' ? 1 : 0;
            square -= c == ']' ? 1 : 0;
            if (round < 0 || square < 0)
            {
                return false;
            }
        }

        return round == 0 && square == 0;
    }
}
