using System.Buffers;
using DigestLsp.Text;

namespace DigestLsp.Features;

/// <summary>Finds the sentence around a position: good enough to select, where a wrong end costs one more keystroke.</summary>
internal static class Sentences
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?。！？");

    /// <summary>Words that end in a period and go on, in lower case.</summary>
    private static readonly string[] Abbreviations =
    [
        "e.g",
        "i.e",
        "al",
        "cf",
        "vs",
        "fig",
        "eq",
        "sec",
        "tab",
        "no",
        "dr",
        "prof",
        "st",
        "approx",
        "resp",
    ];

    /// <summary>The sentence that a position lies in or at the end of, without the white space around it.</summary>
    public static TextSpan At(string text, int position)
    {
        var start = 0;
        for (var from = 0; from < text.Length; )
        {
            var found = text.AsSpan(from).IndexOfAny(Ends);
            if (found < 0)
            {
                break;
            }
            var isEnd = IsEnd(text, from + found, out var end);
            from = end;
            if (isEnd)
            {
                if (end >= position)
                {
                    return TextSpan.FromBounds(start, end);
                }
                start = end;
                while (start < text.Length && char.IsWhiteSpace(text[start]))
                {
                    start++;
                }
                if (start > position)
                {
                    // In the white space between two sentences.
                    return new(position, 0);
                }
            }
        }
        return TextSpan.FromBounds(start, text.Length);
    }

    /// <summary>Whether the sentence ends to which a mark belongs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">The mark's place.</param>
    /// <param name="end">Behind the marks, closing quotes and brackets of which nothing else need be asked.</param>
    private static bool IsEnd(string text, int mark, out int end)
    {
        end = mark + 1;
        while (end < text.Length && (Ends.Contains(text[end]) || text[end] is '"' or '\'' or '”' or '’' or ')' or ']'))
        {
            end++;
        }
        if (text.AsSpan(mark, end - mark).ContainsAny('。', '！', '？'))
        {
            return true;
        }
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }
        if (next == text.Length)
        {
            return true;
        }
        if (next == end || char.IsLower(text[next]))
        {
            return false;
        }
        if (text[mark] == '.' && IsAbbreviation(text, mark))
        {
            end = mark + 1;
            return false;
        }
        return true;
    }

    private static bool IsAbbreviation(string text, int period)
    {
        var start = period;
        while (start > 0 && period - start < 8 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }
        var word = text.AsSpan(start, period - start);
        if (word.Length == 1)
        {
            // An initial, as in ‘J. Doe’.
            return char.IsUpper(word[0]);
        }
        foreach (var abbreviation in Abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }
}
