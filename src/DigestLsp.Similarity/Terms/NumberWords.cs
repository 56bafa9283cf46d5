namespace DigestLsp.Similarity;

/// <summary>Digits that stand for words: 3D, seq2seq, B4T.</summary>
internal static class NumberWords
{
    /// <summary>Whether a digit may stand for a word.</summary>
    public static bool Means(char digit, ReadOnlySpan<char> word) =>
        digit switch
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
            '+' => Is(word, "positive") || Is(word, "plus") || Is(word, "high"),
            '-' or '−' => Is(word, "negative") || Is(word, "minus") || Is(word, "low"),
            _ => false,
        };

    private static bool Is(ReadOnlySpan<char> word, string number) => word.Equals(number, StringComparison.OrdinalIgnoreCase);
}
