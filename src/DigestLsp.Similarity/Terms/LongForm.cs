using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>Finds the long form of a short form where one is to be expected.</summary>
internal static class LongForm
{
    /// <summary>Words of a long form for each letter, roughly.</summary>
    private const int MostWordsBeyondLetters = 5;

    /// <summary>Reads the long form that ends before a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">The position.</param>
    /// <param name="form">The short form.</param>
    /// <param name="strictly">Whether every word must give its first letter.</param>
    /// <param name="abbreviation">Both.</param>
    public static bool TryReadBefore(ReadOnlySpan<char> text, int end, ShortForm form, bool strictly, out Abbreviation abbreviation)
    {
        abbreviation = default;
        Span<LongFormWord> buffer = stackalloc LongFormWord[LetterAlignment.MostWords];
        var words = new LongFormWords(buffer);
        words.ReadBackwards(text, 0, end, Math.Min(form.Letters + MostWordsBeyondLetters, form.Letters * 2 + 1));
        ReadOnlySpan<LongFormWord> all = words.Words;
        int start = LongFormBeginning.Find(text, all, form, strictly, onlyFirst: false, out _);
        if (start < 0)
        {
            return false;
        }

        var span = TextSpan.FromBounds(StartOf(text, all[start].Start, text[form.Span.Start]), EndOf(text, all[^1].End, end));
        abbreviation = new(form.Span, span);
        ReadOnlySpan<char> found = text.Slice(span.Start, span.Length);
        return span.Length > form.Letters
            && !HoldsWithMarks(found, text.Slice(form.Span.Start, form.Span.Length))
            && Marks.AreBalanced(found)
            && !(form.Strength != ShortFormStrength.Strong && found.Contains('\\'))
            && !(form.Strength == ShortFormStrength.Quantity && char.IsAsciiDigit(found[0]))
            && !IsNumberedName(found, text.Slice(form.Span.Start, form.Span.Length));
    }

    /// <summary>Reads a stretch of text as a long form, all of it.</summary>
    public static bool TryReadWhole(ReadOnlySpan<char> text, TextSpan content, ShortForm form, out Abbreviation abbreviation)
    {
        abbreviation = new(form.Span, content);
        Span<LongFormWord> buffer = stackalloc LongFormWord[LetterAlignment.MostWords];
        var words = new LongFormWords(buffer);
        words.ReadBackwards(text, content.Start, content.End, LetterAlignment.MostWords);
        return !words.Words.IsEmpty
            && words.Words[0].Start == content.Start
            && !IsName(text.Slice(content.Start, content.Length))
            && !IsNumberedName(text.Slice(content.Start, content.Length), text.Slice(form.Span.Start, form.Span.Length))
            && LongFormBeginning.Find(text, words.Words, form, strictly: false, onlyFirst: true, out _) == 0;
    }

    /// <summary>Reads the long form that begins behind a position; it ends where the letters fit best.</summary>
    public static bool TryReadAfter(ReadOnlySpan<char> text, int position, ShortForm form, out Abbreviation abbreviation)
    {
        abbreviation = default;
        int start = Marks.Trim(text, position, text.Length).Start;
        int best = LetterAlignment.Impossible;
        int end = start;
        Span<LongFormWord> buffer = stackalloc LongFormWord[LetterAlignment.MostWords];
        var words = new LongFormWords(buffer);
        for (int count = 0; count < form.Letters + MostWordsBeyondLetters && end < text.Length; count++)
        {
            TextSpan word = Marks.WordAfter(text, end);
            if (word.Length == 0)
            {
                break;
            }

            end = word.End;
            words.ReadBackwards(text, start, end, LetterAlignment.MostWords);
            if (
                words.Words is [{ Start: var first }, ..]
                && first == start
                && LongFormBeginning.Find(text, words.Words, form, strictly: false, onlyFirst: true, out int cost) == 0
                && cost < best
            )
            {
                best = cost;
                abbreviation = new(form.Span, TextSpan.FromBounds(start, end));
            }

            if (end < text.Length && text[end] is '.' or ';' or ')' or ':')
            {
                break;
            }

            end += end < text.Length && text[end] is ',' ? 1 : 0;
        }

        return best < LetterAlignment.Impossible && Marks.AreBalanced(text.Slice(abbreviation.Long.Start, abbreviation.Long.Length));
    }

    /// <summary>Whether a form with a mark in it, which parts it into several words, stands in a long form.</summary>
    private static bool HoldsWithMarks(ReadOnlySpan<char> found, ReadOnlySpan<char> form) =>
        form.ContainsAny('-', '_')
        && found.IndexOf(form, StringComparison.Ordinal) is >= 0 and var at
        && (at + form.Length == found.Length || !char.IsLetter(found[at + form.Length]));

    /// <summary>A name with a number is no long form of what has none: ‘LLaMA-2 (LLM)’.</summary>
    private static bool IsNumberedName(ReadOnlySpan<char> word, ReadOnlySpan<char> form) =>
        NameShape.IsUnusual(word) && word.ContainsAnyInRange('0', '9') && !form.ContainsAnyInRange('0', '9');

    /// <summary>A single word with capitals or digits within is no long form.</summary>
    private static bool IsName(ReadOnlySpan<char> word) =>
        !word.ContainsAny(' ', '\n', '-') && (word[1..].ContainsAnyInRange('A', 'Z') || word.ContainsAnyInRange('0', '9'));

    /// <summary>The beginning of the first word, with what numbers a compound or a position in it (1,10-phenanthroline, alpha-pinene), and the non- that is meant by an N.</summary>
    private static int StartOf(ReadOnlySpan<char> text, int start, char first)
    {
        bool isNegation = first is 'N' or 'n' && text[..start].EndsWith("non-", StringComparison.OrdinalIgnoreCase);
        if (isNegation || Marks.IsNumbered(text, start) || Marks.IsLettered(text, start))
        {
            while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            {
                start--;
            }
        }

        return start;
    }

    /// <summary>The end of the last word with the marks that belong to it.</summary>
    private static int EndOf(ReadOnlySpan<char> text, int wordEnd, int end)
    {
        TextSpan rest = Marks.Trim(text, wordEnd, end);
        return rest.Length == 0 || text[rest.Start] is ',' or '’' or '}' or '~' ? wordEnd : rest.End;
    }
}
