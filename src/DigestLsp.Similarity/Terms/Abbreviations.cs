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
    private const int MostBrackets = 2048;

    private const int DeepestNesting = 4;

    private static readonly SearchValues<char> Open = SearchValues.Create("([");

    private static readonly SearchValues<char> Beside = SearchValues.Create(" \n/=:<>,;");

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
        return (
                TryReadShortWithin(text, content, out ShortForm form)
                && !IsFormula(text, open, content, form)
                && !IsAffix(text, open, close, form)
                && LongForm.TryReadBefore(text, open, form, strictly: false, out abbreviation)
            )
            || TryReadLongWithin(text, open, content, out abbreviation)
            || TryReadBothWithin(text, content, out abbreviation)
            || TryReadShortAmongOthers(text, open, content, out abbreviation);
    }

    /// <summary>
    /// A short form with something beside it in brackets, first or last: ‘(SF = 0.9)’, ‘(SF patients)’, ‘(SF or S)’, ‘(here named SF)’.
    /// Of ‘scanning and transmission microscopy (SM and TM)’ the latter's words stand together.
    /// </summary>
    private static bool TryReadShortAmongOthers(ReadOnlySpan<char> text, int open, TextSpan content, out Abbreviation abbreviation)
    {
        ReadOnlySpan<char> inner = text.Slice(content.Start, content.Length);
        int first = inner.IndexOfAny(Beside);
        int last = inner.LastIndexOfAny(Beside);
        abbreviation = default;
        return first >= 0
            && (
                TryReadStrictly(text, open, Marks.Trim(text, content.Start, content.Start + first), out abbreviation)
                || TryReadStrictly(text, open, Marks.Trim(text, content.Start + last + 1, content.End), out abbreviation)
            );
    }

    private static bool TryReadStrictly(ReadOnlySpan<char> text, int open, TextSpan word, out Abbreviation abbreviation)
    {
        abbreviation = default;
        return IsStrong(text, word, out ShortForm form) && LongForm.TryReadBefore(text, open, form, strictly: true, out abbreviation);
    }

    /// <summary>
    /// Whether what looks like a short form of one letter is rather an argument or one of several things that make up another:
    /// ‘rank(G)’, ‘the ring (R, m)’, ‘a group $(G)’; and not ‘placebo (P, 20 mg)’.
    /// </summary>
    private static bool IsFormula(ReadOnlySpan<char> text, int open, TextSpan content, ShortForm form)
    {
        TextSpan rest = Marks.Trim(text, Math.Min(form.Span.End + 1, content.End), content.End);
        return form.Letters == 1
            && (open == 0 || !char.IsWhiteSpace(text[open - 1]) || (rest.Length > 0 && !char.IsAsciiDigit(text[rest.Start])));
    }

    /// <summary>Whether brackets hold a part of a word or a citation rather than a short form: ‘(co)monads’, ‘by Noether [No]’.</summary>
    private static bool IsAffix(ReadOnlySpan<char> text, int open, int close, ShortForm form) =>
        form.Strength != ShortFormStrength.Strong
        && ((close + 1 < text.Length && char.IsLetter(text[close + 1])) || (text[open] == '[' && form.Strength == ShortFormStrength.Word));

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
        while (end < content.End && !(text[end] is ',' or ';' && !IsAmongDigits(text, end)))
        {
            end++;
        }

        return ShortForm.TryRead(text, Marks.Trim(text, start, end), out form)
            && (end == content.End || form.Strength != ShortFormStrength.LowerCase);
    }

    private static bool IsAmongDigits(ReadOnlySpan<char> text, int mark) =>
        mark > 0 && mark + 1 < text.Length && char.IsAsciiDigit(text[mark - 1]) && char.IsAsciiDigit(text[mark + 1]);

    /// <summary>A long form in brackets, right behind its short form or with one word between: ‘the GAN model (generative …)’.</summary>
    private static bool TryReadLongWithin(ReadOnlySpan<char> text, int open, TextSpan content, out Abbreviation abbreviation)
    {
        abbreviation = default;
        content = TextSpan.FromBounds(Phrases.SkipLeadIn(text, content), content.End);
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
