namespace DigestLsp.Similarity;

/// <summary>Whether two expansions of an acronym say the same.</summary>
public static class Expansions
{
    /// <summary>Letters that two words begin with if one is a form of the other.</summary>
    private const int SharedStem = 4;

    /// <summary>
    /// Whether one is a variant of the other: the same but for what <see cref="TermKeys.OfExpansion"/> passes over, or all words of
    /// the shorter are words of the longer, perhaps in another form: ‘reward model’, ‘reward modelling’, ‘learned reward model’.
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
            || shorter.TrueForAll(word => longer.Exists(other => AreForms(word, other)))
            || string.Concat(longer).StartsWith(string.Concat(shorter), StringComparison.Ordinal);
    }

    private static bool AreForms(string left, string right)
    {
        int shared = left.AsSpan().CommonPrefixLength(right);
        return shared == Math.Max(left.Length, right.Length) || shared >= Math.Max(SharedStem, Math.Min(left.Length, right.Length) - 3);
    }

    private static List<string> Words(string expansion)
    {
        var words = new List<string>();
        Span<char> buffer = stackalloc char[ExpansionWords.LongestWord];
        for (var reader = new ExpansionWords(expansion, buffer); reader.MoveNext(); )
        {
            words.Add(reader.Current.ToString());
        }

        return words;
    }
}
