namespace DigestLsp.Similarity;

/// <summary>Hashes by which names and expansions are compared; the same in every process.</summary>
public static class TermKeys
{
    /// <summary>Bits of a name's key.</summary>
    internal const int NameBits = 24;

    /// <summary>A name without a plural's s: LLM for LLMs.</summary>
    public static ReadOnlySpan<char> Singular(ReadOnlySpan<char> name)
    {
        // A name without it has the same key as a name that never had one: LLMs’s has two.
        while (true)
        {
            ReadOnlySpan<char> shorter =
                name.Length > 2 && name[^1] == 's' && (char.IsUpper(name[^2]) || char.IsAsciiDigit(name[^2])) ? name[..^1]
                : name.Length > 3 && name[^1] == 's' && name[^2] is '\'' or '’' ? name[..^2]
                : name;
            if (shorter.Length == name.Length)
            {
                return name;
            }

            name = shorter;
        }
    }

    /// <summary>The key of a name; singular and plural have the same, white space is white space, and case counts.</summary>
    public static uint OfName(ReadOnlySpan<char> name)
    {
        ulong hash = 0;
        foreach (char c in Singular(name))
        {
            hash = (hash ^ (char.IsWhiteSpace(c) ? ' ' : c)) * 0x100000001b3;
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
