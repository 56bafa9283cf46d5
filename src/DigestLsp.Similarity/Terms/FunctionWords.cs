using System.Collections.Frozen;

namespace DigestLsp.Similarity;

/// <summary>Words that join others and that an acronym may leave out.</summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "onto",
        "or",
        "over",
        "per",
        "the",
        "through",
        "to",
        "under",
        "using",
        "via",
        "with",
        "within",
        "without",
    }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word only joins others.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => word.Length <= 7 && Words.Contains(word);
}
