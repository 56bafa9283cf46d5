namespace DigestLsp.Similarity;

/// <summary>Whether two expansions of an acronym say the same.</summary>
public static class Expansions
{
    /// <summary>Letters that two words begin with if one is a form of the other.</summary>
    private const int SharedStem = 3;

    /// <summary>Letters behind the stem, in the shorter of two forms of a word.</summary>
    private const int LongestEnding = 3;

    /// <summary>Letters of words that may differ by one of them: ‘parametrization’ and ‘parameterization’, or a misprint.</summary>
    private const int LongWord = 8;

    /// <summary>
    /// Whether one is a variant of the other: the same but for what <see cref="TermKeys.OfExpansion"/> passes over, or all words of
    /// the shorter are words of the longer, perhaps in another form or as an acronym: ‘reward model’, ‘reward modelling’, ‘learned RM’ beside ‘learned reward model’.
    /// </summary>
    public static bool AreVariants(string left, string right)
    {
        List<string> shorter = Words(left);
        List<string> longer = Words(right);
        if (shorter.Count > longer.Count)
        {
            (shorter, longer) = (longer, shorter);
        }

        return TermKeys.OfExpansion(left) == TermKeys.OfExpansion(right)
            || IsVariant(shorter, longer)
            || (shorter.Count == longer.Count && IsVariant(longer, shorter));
    }

    private static bool IsVariant(List<string> shorter, List<string> longer) =>
        HasWordsOf(longer, shorter)
        || string.Concat(longer).StartsWith(string.Concat(shorter), StringComparison.Ordinal)
        || HaveCommonStart(string.Concat(longer), shorter, longer);

    /// <summary>Whether each word is another of the longer’s words or an acronym of several: ‘language language model’ is not ‘large language model’.</summary>
    private static bool HasWordsOf(List<string> longer, List<string> shorter)
    {
        var left = new List<string>(longer);
        return shorter.TrueForAll(word =>
            (left.FindIndex(other => AreForms(word, other)) is >= 0 and var found && RemoveAt(left, found)) || IsAcronymIn(word, longer)
        );

        static bool RemoveAt(List<string> words, int index)
        {
            words.RemoveAt(index);
            return true;
        }
    }

    private static bool AreForms(string left, string right)
    {
        int shared = left.AsSpan().CommonPrefixLength(right);
        return shared == Math.Max(left.Length, right.Length)
            || shared >= Math.Max(SharedStem, Math.Min(left.Length, right.Length) - LongestEnding)
            || (
                shared >= SharedStem
                && Math.Min(left.Length, right.Length) >= LongWord
                && DifferByOne(left.AsSpan(shared), right.AsSpan(shared))
            );
    }

    /// <summary>Whether texts that begin differently are the same but for one letter.</summary>
    private static bool DifferByOne(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left[1..].SequenceEqual(right[1..]) || left[1..].SequenceEqual(right) || left.SequenceEqual(right[1..]);

    /// <summary>Whether words that are joined differently (multi-modal, multimodal) stand before an acronym and what it stands for.</summary>
    private static bool HaveCommonStart(string longer, List<string> shortWords, List<string> longWords) =>
        shortWords.Count > 1
        && longer.StartsWith(string.Concat(shortWords.SkipLast(1)), StringComparison.Ordinal)
        && IsAcronymIn(shortWords[^1], longWords);

    /// <summary>Whether words that follow each other begin with the letters of one word.</summary>
    private static bool IsAcronymIn(string word, List<string> words)
    {
        for (int start = 0; word.Length > 1 && start + word.Length <= words.Count; start++)
        {
            int letters = 0;
            while (letters < word.Length && words[start + letters][0] == word[letters])
            {
                letters++;
            }

            if (letters == word.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> Words(string expansion)
    {
        var words = new List<string>();
        Span<char> buffer = stackalloc char[ExpansionWords.LongestWord];
        for (var reader = new ExpansionWords(expansion, buffer); reader.MoveNext(); )
        {
            if (reader.Current is not "based")
            {
                words.Add(reader.Current.ToString());
            }
        }

        return words;
    }
}
