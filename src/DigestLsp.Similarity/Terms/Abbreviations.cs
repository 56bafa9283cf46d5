using System.Buffers;
using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>Finds the places in a text that introduce short forms.</summary>
/// <remarks>
/// Candidates are what Schwartz and Hearst (PSB 2003) look at, ‘long form (SF)’ and ‘SF (long form)’, and what is put in words:
/// ‘long form, abbreviated as SF’, ‘SF stands for long form’. Which words a short form's letters come from, <see cref="LetterAlignment"/> says.
/// </remarks>
public static class Abbreviations
{
    /// <summary>UTF-16 units between brackets that are looked at; more is no short form and no long form.</summary>
    private const int LongestContent = 160;

    /// <summary>No paper has as many; a text made to take long does.</summary>
    private const int MostBrackets = 8192;

    private const int DeepestNesting = 4;

    private static readonly SearchValues<char> Open = SearchValues.Create("([");

    private static readonly SearchValues<char> Between = SearchValues.Create(",;:=");

    /// <summary>Adds all abbreviations that a text introduces. Takes time in proportion to the text, and allocates nothing where it introduces none.</summary>
    /// <param name="text">A title, a paragraph, any prose. Line breaks count as spaces.</param>
    /// <param name="found">Takes what is found; its spans count from the text's beginning.</param>
    public static void Find(ReadOnlySpan<char> text, List<Abbreviation> found)
    {
        int known = found.Count;
        InBrackets(text, found);
        Phrases.Find(text, found, known);
    }

    private static void InBrackets(ReadOnlySpan<char> text, List<Abbreviation> found)
    {
        int start = 0;
        for (int i = 0; i < MostBrackets && text[start..].IndexOfAny(Open) is >= 0 and var offset; i++)
        {
            int open = start + offset;
            start = open + 1;
            int close = ClosingOf(text, open);
            if (close >= 0 && TryRead(text, open, close, out Abbreviation abbreviation))
            {
                found.Add(abbreviation);
                start = close + 1;
            }
        }
    }

    private static bool TryRead(ReadOnlySpan<char> text, int open, int close, out Abbreviation abbreviation)
    {
        TextSpan content = Marks.Trim(text, open + 1, close);
        return (TryReadShortWithin(text, content, out ShortForm form) && LongForm.TryReadBefore(text, open, form, out abbreviation))
            || TryReadLongWithin(text, open, content, out abbreviation)
            || TryReadBothWithin(text, content, out abbreviation);
    }

    /// <summary>Both forms in brackets: ‘(SF: long form)’, ‘(SF, long form)’, ‘(long form; SF)’.</summary>
    private static bool TryReadBothWithin(ReadOnlySpan<char> text, TextSpan content, out Abbreviation abbreviation)
    {
        abbreviation = default;
        ReadOnlySpan<char> inner = text.Slice(content.Start, content.Length);
        int mark = inner.IndexOfAny(Between);
        if (mark <= 0)
        {
            return false;
        }

        TextSpan first = Marks.Trim(text, content.Start, content.Start + mark);
        TextSpan rest = Marks.Trim(text, content.Start + mark + 1, content.End);
        if (IsStrong(text, first, out ShortForm form) && HasWords(text, rest))
        {
            return LongForm.TryReadWhole(text, rest, form, out abbreviation);
        }

        int last = content.Start + inner.LastIndexOfAny(Between);
        TextSpan words = Marks.Trim(text, content.Start, last);
        return IsStrong(text, Marks.Trim(text, last + 1, content.End), out form)
            && HasWords(text, words)
            && LongForm.TryReadWhole(text, words, form, out abbreviation);
    }

    private static bool HasWords(ReadOnlySpan<char> text, TextSpan span) => text.Slice(span.Start, span.Length).Contains(' ');

    private static bool IsStrong(ReadOnlySpan<char> text, TextSpan word, out ShortForm form) =>
        ShortForm.TryRead(text, word, out form) && form.Strength == ShortFormStrength.Strong && form.Letters > 1;

    /// <summary>A short form at the beginning of what stands in brackets: ‘(SF)’, ‘(SF; see below)’, ‘(hereafter SF)’.</summary>
    private static bool TryReadShortWithin(ReadOnlySpan<char> text, TextSpan content, out ShortForm form)
    {
        int start = Phrases.SkipLeadIn(text, content);
        int end = start;
        while (end < content.End && text[end] is not (',' or ';'))
        {
            end++;
        }

        return ShortForm.TryRead(text, Marks.Trim(text, start, end), out form);
    }

    /// <summary>A long form in brackets, right behind its short form or with one word between: ‘the GAN model (generative …)’.</summary>
    private static bool TryReadLongWithin(ReadOnlySpan<char> text, int open, TextSpan content, out Abbreviation abbreviation)
    {
        abbreviation = default;
        if (content.Length == 0 || !char.IsLetterOrDigit(text[content.Start]))
        {
            return false;
        }

        TextSpan word = Marks.WordBefore(text, open);
        for (int skipped = 0; skipped < 2 && word.Length > 0; skipped++)
        {
            if (ShortForm.TryRead(text, word, out ShortForm form) && form.Strength == ShortFormStrength.Strong)
            {
                return content.Length >= 2 * word.Length
                    && (form.Letters > 2 || skipped == 0)
                    && LongForm.TryReadWhole(text, content, form, out abbreviation);
            }

            word = Marks.WordBefore(text, word.Start);
        }

        return false;
    }

    /// <summary>The bracket that closes one, −1 if there is none close by.</summary>
    private static int ClosingOf(ReadOnlySpan<char> text, int open)
    {
        char closing = text[open] == '(' ? ')' : ']';
        int depth = 0;
        int end = Math.Min(text.Length, open + LongestContent);
        for (int i = open; i < end; i++)
        {
            depth += text[i] == text[open] ? 1 : 0;
            depth -= text[i] == closing ? 1 : 0;
            if (depth == 0)
            {
                return i;
            }

            if (depth > DeepestNesting)
            {
                break;
            }
        }

        return -1;
    }
}
