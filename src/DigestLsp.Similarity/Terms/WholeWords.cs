namespace DigestLsp.Similarity;

/// <summary>Whole words in text.</summary>
internal static class WholeWords
{
    /// <summary>Whether a text has words as they are written, not within longer ones.</summary>
    public static bool Contains(ReadOnlySpan<char> text, ReadOnlySpan<char> words) => IndexOf(text, words, withinSentence: false) >= 0;

    /// <summary>Whether a text has words elsewhere than at the beginning of a sentence.</summary>
    public static bool ContainsWithinSentence(ReadOnlySpan<char> text, ReadOnlySpan<char> words) =>
        IndexOf(text, words, withinSentence: true) >= 0;

    private static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> words, bool withinSentence)
    {
        int start = 0;
        while (text[start..].IndexOf(words) is >= 0 and var offset)
        {
            int at = start + offset;
            int end = at + words.Length;
            if (
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]))
                && !(withinSentence && BeginsSentence(text, at))
            )
            {
                return at;
            }

            start = end;
        }

        return -1;
    }

    /// <summary>Whether a sentence begins at a position.</summary>
    public static bool BeginsSentence(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && Marks.IsAround(text[at - 1]))
        {
            at--;
        }

        return at == 0 || text[at - 1] is '.' or '!' or '?' or ':';
    }
}
