namespace DigestLsp.Similarity;

/// <summary>The parts of words that are put together of Latin and Greek ones: acronyms take letters from where parts begin.</summary>
internal static class Compounds
{
    private const int ShortestPart = 4;

    private static readonly string[] Prefixes =
    [
        "anti",
        "endo",
        "epi",
        "extra",
        "hyper",
        "infra",
        "inter",
        "intra",
        "multi",
        "peri",
        "poly",
        "post",
        "semi",
        "sub",
        "super",
        "supra",
        "trans",
        "ultra",
    ];

    /// <summary>Whether a part begins at a place within a word: behind the o that joins most (thermo-meter), or a prefix (intra-venous).</summary>
    public static bool StartsPart(ReadOnlySpan<char> word, int place)
    {
        if (place < 3 || word.Length - place < ShortestPart)
        {
            return false;
        }

        if (word[place - 1] == 'o')
        {
            return true;
        }

        foreach (string prefix in Prefixes)
        {
            if (prefix.Length == place && word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
