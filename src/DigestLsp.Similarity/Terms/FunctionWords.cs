namespace DigestLsp.Similarity;

/// <summary>Words that join others and that an acronym may leave out.</summary>
internal static class FunctionWords
{
    private const int Longest = 7;

    /// <summary>Whether a word only joins others.</summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
        {
            return false;
        }

        Span<char> lower = stackalloc char[Longest];
        lower = lower[..word.Length];
        word.ToLowerInvariant(lower);
        return lower
            is "a"
                or "an"
                or "and"
                or "as"
                or "at"
                or "by"
                or "for"
                or "from"
                or "in"
                or "into"
                or "of"
                or "on"
                or "onto"
                or "or"
                or "over"
                or "per"
                or "the"
                or "through"
                or "to"
                or "under"
                or "using"
                or "via"
                or "with"
                or "within"
                or "without";
    }
}
