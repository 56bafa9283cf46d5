using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>Finds the long form of a short form where one is to be expected.</summary>
internal static class LongForm
{
    /// <summary>What an alignment may cost for each letter, at most <see cref="MostTolerance"/> in all.</summary>
    private const int TolerancePerLetter = 4;
    private const int MostTolerance = 22;

    /// <summary>Words of a long form for each letter, roughly.</summary>
    private const int MostWordsBeyondLetters = 5;

    /// <summary>Reads the long form that ends before a position.</summary>
    public static bool TryReadBefore(ReadOnlySpan<char> text, int end, ShortForm form, out Abbreviation abbreviation)
    {
        abbreviation = default;
        Span<LongFormWord> buffer = stackalloc LongFormWord[LetterAlignment.MostWords];
        var words = new LongFormWords(buffer);
        words.ReadBackwards(text, 0, end, Math.Min(form.Letters + MostWordsBeyondLetters, form.Letters * 2 + 1));
        int start = FirstWord(text, words.Words, form, onlyFirst: false, out _);
        if (start < 0)
        {
            return false;
        }

        var span = TextSpan.FromBounds(StartOf(text, words.Words, start), EndOf(text, words.Words[^1].End, end));
        abbreviation = new(form.Span, span);
        ReadOnlySpan<char> found = text.Slice(span.Start, span.Length);
        return span.Length > form.Letters
            && Marks.AreBalanced(found)
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
            && FirstWord(text, words.Words, form, onlyFirst: true, out _) == 0;
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
                && FirstWord(text, words.Words, form, onlyFirst: true, out int cost) == 0
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

    /// <summary>The word with which the long form begins, −1 if no words are it.</summary>
    private static int FirstWord(ReadOnlySpan<char> text, ReadOnlySpan<LongFormWord> words, ShortForm form, bool onlyFirst, out int cost)
    {
        Span<char> buffer = stackalloc char[ShortForm.LongestLetters + 2];
        int tolerance = ToleranceOf(form);
        ReadOnlySpan<char> letters = form.ReadLetters(text, buffer);
        int first = LetterAlignment.Find(text, words, letters, onlyFirst, out cost);
        if (cost > tolerance && form.TryRepeat(text, buffer, out letters))
        {
            first = LetterAlignment.Find(text, words, letters, onlyFirst, out cost);
        }

        if (cost > tolerance && form.TryReadBeforeNumber(text, buffer, out letters, out ReadOnlySpan<char> number))
        {
            first = LetterAlignment.Find(text, words, letters, onlyFirst, out cost);
            first =
                cost > 3 ? -1
                : WordWithNumber(text, words, first, number) is >= 0 and var numbered ? numbered
                : cost <= 1 && letters.Length > 2 && number.Length <= 2 ? first
                : -1;
        }

        return first < 0 || cost > tolerance || Holds(text, words[first..], form) ? -1 : first;
    }

    private static int ToleranceOf(ShortForm form) =>
        form.Strength switch
        {
            ShortFormStrength.Letter or ShortFormStrength.LowerCase => 0,
            ShortFormStrength.Word => 4,
            _ => Math.Min(TolerancePerLetter * form.Letters, MostTolerance),
        };

    /// <summary>The word with a number, two before another at most: ‘20-item Toronto Alexithymia Scale (TAS-20)’.</summary>
    private static int WordWithNumber(ReadOnlySpan<char> text, ReadOnlySpan<LongFormWord> words, int first, ReadOnlySpan<char> number)
    {
        for (int i = first - 1; i >= 0 && i >= first - 2; i--)
        {
            if (words[i].StartsWord && text.Slice(words[i].Start, words[i].Length).SequenceEqual(number))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether words have the short form among them, or another name that begins like it.</summary>
    private static bool Holds(ReadOnlySpan<char> text, ReadOnlySpan<LongFormWord> words, ShortForm form)
    {
        ReadOnlySpan<char> shortText = text.Slice(form.Span.Start, form.Span.Length);
        foreach (LongFormWord word in words)
        {
            ReadOnlySpan<char> whole = text.Slice(word.Start, word.Length);
            if (whole.Equals(shortText, StringComparison.OrdinalIgnoreCase) || (form.Letters > 2 && whole.StartsWith(shortText)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name with a number is no long form of what has none: ‘LLaMA-2 (LLM)’.</summary>
    private static bool IsNumberedName(ReadOnlySpan<char> word, ReadOnlySpan<char> form) =>
        NameShape.IsUnusual(word) && word.ContainsAnyInRange('0', '9') && !form.ContainsAnyInRange('0', '9');

    /// <summary>A single word with capitals or digits within is no long form.</summary>
    private static bool IsName(ReadOnlySpan<char> word) =>
        !word.ContainsAny(' ', '\n', '-') && (word[1..].ContainsAnyInRange('A', 'Z') || word.ContainsAnyInRange('0', '9'));

    /// <summary>The beginning of the first word, with what numbers a compound or a position in it: ‘1,10-phenanthroline’.</summary>
    private static int StartOf(ReadOnlySpan<char> text, ReadOnlySpan<LongFormWord> words, int first)
    {
        int start = words[first].Start;
        if (Marks.IsNumbered(text, start))
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
        return rest.Length == 0 || text[rest.Start] is ',' or '’' ? wordEnd : rest.End;
    }
}
