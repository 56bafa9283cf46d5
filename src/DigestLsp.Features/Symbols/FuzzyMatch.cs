namespace DigestLsp.Features;

/// <summary>Matches what a user types against titles.</summary>
internal static class FuzzyMatch
{
    private const int WholeWord = 16;
    private const int WordStart = 8;
    private const int Inside = 4;

    /// <summary>
    /// How well a title matches, higher is better; null where it does not. Each word of the query must occur: as a word, at the
    /// start of one, or inside. A query of one word may also give letters that words of the title begin with.
    /// </summary>
    public static int? Score(ReadOnlySpan<char> title, string[] words)
    {
        var score = 0;
        foreach (var word in words)
        {
            var found = Occurrence(title, word);
            if (found == 0)
            {
                return words.Length == 1 && MatchesInitials(title, word) ? 1 : null;
            }
            score += found;
        }
        return score;
    }

    private static int Occurrence(ReadOnlySpan<char> title, string word)
    {
        var best = 0;
        for (var from = 0; from <= title.Length - word.Length; )
        {
            var at = title[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                break;
            }
            at += from;
            var end = at + word.Length;
            var starts = at == 0 || !char.IsLetterOrDigit(title[at - 1]);
            var ends = end == title.Length || !char.IsLetterOrDigit(title[end]);
            best = Math.Max(
                best,
                (starts, ends) switch
                {
                    (true, true) => WholeWord,
                    (true, false) => WordStart,
                    _ => Inside,
                }
            );
            from = at + 1;
        }
        return best;
    }

    private static bool MatchesInitials(ReadOnlySpan<char> title, string letters)
    {
        var matched = 0;
        for (var i = 0; i < title.Length && matched < letters.Length; i++)
        {
            var isInitial = char.IsLetterOrDigit(title[i]) && (i == 0 || !char.IsLetterOrDigit(title[i - 1]) || char.IsUpper(title[i]));
            if (isInitial && char.ToUpperInvariant(title[i]) == char.ToUpperInvariant(letters[matched]))
            {
                matched++;
            }
        }
        return matched == letters.Length;
    }
}
