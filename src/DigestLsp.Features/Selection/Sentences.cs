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
            var end = EndAfter(text, from + found);
            from = Math.Max(end, from + found + 1);
            if (end > 0)
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

    /// <summary>Where the sentence that a mark may end does end, closing quotes and brackets included; 0 where it goes on.</summary>
    private static int EndAfter(string text, int mark)
    {
        var end = mark + 1;
        while (end < text.Length && (Ends.Contains(text[end]) || text[end] is '"' or '\'' or '”' or '’' or ')' or ']'))
        {
            end++;
        }
        if (text[mark] is '。' or '！' or '？')
        {
            return end;
        }
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }
        if (next == end && next < text.Length || (next < text.Length && char.IsLower(text[next])))
        {
            return 0;
        }
        return text[mark] == '.' && next < text.Length && IsAbbreviation(text, mark) ? 0 : end;
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
