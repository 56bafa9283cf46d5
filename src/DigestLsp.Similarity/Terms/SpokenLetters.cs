namespace DigestLsp.Similarity;

/// <summary>Digits, signs and letters that stand for words: 3D, seq2seq, CD4+, V2X.</summary>
internal static class SpokenLetters
{
    /// <summary>Whether a character may stand for a word, or for how it begins.</summary>
    public static bool Means(char letter, ReadOnlySpan<char> word) =>
        letter switch
        {
            '1' => Is(word, "one") || Is(word, "first") || Is(word, "single"),
            '2' => Is(word, "two") || Is(word, "to") || Is(word, "second") || Is(word, "dual") || Is(word, "double"),
            '3' => Is(word, "three") || Is(word, "third") || Is(word, "triple"),
            '4' => Is(word, "four") || Is(word, "for") || Is(word, "fourth"),
            '5' => Is(word, "five") || Is(word, "fifth"),
            '6' => Is(word, "six") || Is(word, "sixth"),
            '7' => Is(word, "seven"),
            '8' => Is(word, "eight"),
            '9' => Is(word, "nine"),
            'X' or 'x' => (word.Length > 3 && StartsWith(word, "ex"))
                || Is(word, "cross")
                || Is(word, "trans")
                || Is(word, "crystal")
                || Is(word, "everything")
                || Is(word, "anything"),
            'α' => Is(word, "alpha"),
            'β' => Is(word, "beta"),
            'γ' => Is(word, "gamma"),
            'δ' => Is(word, "delta"),
            '+' => Is(word, "positive") || Is(word, "plus") || Is(word, "high"),
            '-' or '−' => Is(word, "negative") || Is(word, "minus") || Is(word, "low"),
            _ => false,
        };

    /// <summary>The length of the syllables at a word's beginning that say a digit, 0 where there are none: dioxide, trifluoride.</summary>
    public static int CountAtStart(char digit, ReadOnlySpan<char> word)
    {
        ReadOnlySpan<string> syllables = digit switch
        {
            '2' => ["bis", "di", "bi"],
            '3' => ["tris", "tri"],
            '4' => ["tetrakis", "tetra"],
            '5' => ["penta"],
            '6' => ["hexa"],
            _ => [],
        };
        foreach (string start in syllables)
        {
            if (word.Length > start.Length && StartsWith(word, start))
            {
                return start.Length;
            }
        }

        return 0;
    }

    private static bool StartsWith(ReadOnlySpan<char> word, string start) => word.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> word, string number) => word.Equals(number, StringComparison.OrdinalIgnoreCase);
}
