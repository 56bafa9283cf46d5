namespace DigestLsp.Similarity;

/// <summary>Finds the word with which a long form begins, by all ways in which its short form may be read.</summary>
internal static class LongFormBeginning
{
    /// <summary>The word with which the long form begins, −1 if no words are it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words; the long form ends with the last.</param>
    /// <param name="form">The short form.</param>
    /// <param name="strictly">Whether every word must give its first letter.</param>
    /// <param name="onlyFirst">Whether it must begin with the first word.</param>
    /// <param name="cost">What it costs; the less, the better it fits.</param>
    public static int Find(
        ReadOnlySpan<char> text,
        ReadOnlySpan<LongFormWord> words,
        ShortForm form,
        bool strictly,
        bool onlyFirst,
        out int cost
    )
    {
        Span<char> buffer = stackalloc char[ShortForm.LongestLetters];
        ReadOnlySpan<char> letters = form.ReadLetters(text, buffer);
        int first = -1;
        cost = LetterAlignment.Impossible;
        foreach (LetterReading reading in strictly ? LetterReading.Strictly : LetterReading.Of(form.Strength))
        {
            if (cost <= reading.Penalty || (onlyFirst && reading.IsRearranged))
            {
                break;
            }

            int other = Align(text, words, letters, reading, onlyFirst, out int otherCost);
            if (other >= 0 && otherCost + reading.Penalty < cost)
            {
                (first, cost) = (other, otherCost + reading.Penalty);
            }
        }

        if (first < 0 && !strictly && form.Strength == ShortFormStrength.Strong)
        {
            first = AlignWithoutNumber(text, words, form, letters, onlyFirst, out cost);
        }

        return first < 0 || Holds(text, words[first..], form) ? -1 : first;
    }

    private static int Align(
        ReadOnlySpan<char> text,
        ReadOnlySpan<LongFormWord> words,
        ReadOnlySpan<char> letters,
        LetterReading reading,
        bool onlyFirst,
        out int cost
    )
    {
        Span<char> buffer = stackalloc char[LetterReading.MostLetters];
        int best = -1;
        cost = LetterAlignment.Impossible;
        int tolerance = reading.ToleranceOf(letters.Length);
        for (int variant = 0; tolerance >= 0 && reading.TryRead(letters, variant, buffer, out ReadOnlySpan<char> read); variant++)
        {
            int first = LetterAlignment.Find(text, words, read, onlyFirst, tolerance, out int found);
            if (first >= 0)
            {
                (best, cost, tolerance) = (first, found, found - 1);
            }
        }

        return best;
    }

    /// <summary>
    /// A number at the end may tell one of several things of a name, and stand before the words or not at all:
    /// ‘20-item Toronto Alexithymia Scale (TAS-20)’.
    /// </summary>
    private static int AlignWithoutNumber(
        ReadOnlySpan<char> text,
        ReadOnlySpan<LongFormWord> words,
        ShortForm form,
        ReadOnlySpan<char> letters,
        bool onlyFirst,
        out int cost
    )
    {
        cost = LetterAlignment.Impossible;
        ReadOnlySpan<char> shortText = TermKeys.Singular(text.Slice(form.Span.Start, form.Span.Length));
        int end = letters.Length - LengthOfNumber(shortText);
        if (end == letters.Length || end < 2 || (form.Span.Start > 0 && text[form.Span.Start - 1] == '['))
        {
            return -1;
        }

        ReadOnlySpan<char> number = letters[end..];
        int first = LetterAlignment.Find(text, words, letters[..end], onlyFirst, LetterReading.Unnumbered.ToleranceOf(end), out cost);
        return first < 0 ? -1
            : WordWithNumber(text, words, first, number) is >= 0 and var numbered ? numbered
            : first;
    }

    /// <summary>Letters and digits of what numbers a short form, 0 where nothing does: FP8, UniME-V2, IAA-B.</summary>
    private static int LengthOfNumber(ReadOnlySpan<char> form)
    {
        ReadOnlySpan<char> behindHyphen = form[(form.LastIndexOf('-') + 1)..];
        bool isNumber = behindHyphen.Length == 1 || behindHyphen.ContainsAnyInRange('0', '9') || !behindHyphen.ContainsAnyExcept("IVX");
        if (isNumber && behindHyphen.Length is 1 or 2 && behindHyphen.Length < form.Length && char.IsLetterOrDigit(form[^1]))
        {
            return behindHyphen.Length;
        }

        int digits = form.Length - form.TrimEnd("0123456789").Length;
        return digits > 2 ? 0 : digits;
    }

    /// <summary>The word with a number, two before another at most: ‘20-item Toronto Alexithymia Scale (TAS-20)’.</summary>
    private static int WordWithNumber(ReadOnlySpan<char> text, ReadOnlySpan<LongFormWord> words, int first, ReadOnlySpan<char> number)
    {
        for (int i = first - 1; i >= 0 && i >= first - 2; i--)
        {
            ReadOnlySpan<char> word = text.Slice(words[i].Start, words[i].Length);
            if (words[i].StartsWord && (word.SequenceEqual(number) || (number.Length == 1 && SpokenLetters.Means(number[0], word))))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// Whether words have the short form among them, or another name that begins like it or differs in its number alone
    /// (‘apoB-48 (apoB-100)’).
    /// </summary>
    private static bool Holds(ReadOnlySpan<char> text, ReadOnlySpan<LongFormWord> words, ShortForm form)
    {
        ReadOnlySpan<char> shortText = TermKeys.Singular(text.Slice(form.Span.Start, form.Span.Length));
        ReadOnlySpan<char> stem = shortText.Trim("0123456789-");
        foreach (LongFormWord word in words)
        {
            ReadOnlySpan<char> whole = text.Slice(word.Start, word.Length);
            if (
                whole.Equals(shortText, StringComparison.OrdinalIgnoreCase)
                || (form.Letters > (form.Strength == ShortFormStrength.Strong ? 1 : 2) && whole.StartsWith(shortText))
                || (stem.Length < shortText.Length && whole.SequenceEqual(stem) && IsNumbered(text, word))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumbered(ReadOnlySpan<char> text, LongFormWord word)
    {
        int end = word.End < text.Length && text[word.End] == '-' ? word.End + 1 : word.End;
        return Marks.IsNumbered(text, word.Start) || (end < text.Length && char.IsAsciiDigit(text[end]));
    }
}
