namespace DigestLsp.Similarity;

/// <summary>Hashes by which names and expansions are compared; the same in every process.</summary>
public static class TermKeys
{
    /// <summary>Bits of a name's key.</summary>
    internal const int NameBits = 24;

    /// <summary>A name without a plural's s: LLM for LLMs.</summary>
    public static ReadOnlySpan<char> Singular(ReadOnlySpan<char> name) =>
        name.Length > 2 && name[^1] == 's' && (char.IsUpper(name[^2]) || char.IsAsciiDigit(name[^2])) ? name[..^1]
        : name.Length > 3 && name[^1] == 's' && name[^2] is '\'' or '’' ? name[..^2]
        : name;

    /// <summary>The key of a name; singular and plural have the same, and case counts.</summary>
    public static uint OfName(ReadOnlySpan<char> name)
    {
        ulong hash = 0;
        foreach (char c in Singular(name))
        {
            hash = (hash ^ c) * 0x100000001b3;
        }

        return (uint)(MurmurHash3.Finish(hash) >> (64 - NameBits));
    }

    /// <summary>
    /// The key of an expansion, never 0. Case, hyphens, function words, plurals and spellings that differ between British and
    /// American English make no difference.
    /// </summary>
    public static uint OfExpansion(ReadOnlySpan<char> words)
    {
        Span<char> word = stackalloc char[ExpansionWords.LongestWord];
        ulong hash = 0;
        var reader = new ExpansionWords(words, word);
        while (reader.MoveNext())
        {
            foreach (char c in reader.Current)
            {
                hash = (hash ^ c) * 0x100000001b3;
            }
        }

        return (uint)MurmurHash3.Finish(hash) | 1;
    }
}
