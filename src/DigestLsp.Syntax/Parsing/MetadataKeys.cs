using System.Text;

namespace DigestLsp.Parsing;

/// <summary>The keys of metadata lines, and what people write for them.</summary>
public static class MetadataKeys
{
    /// <summary>The keys that have a meaning.</summary>
    public static readonly IReadOnlyList<string> All = ["arxiv", "doi", "url", "authors", "tags", "see", "note"];

    /// <summary>
    /// The key that a word is or, where it is none, that one slip (a letter missing, added, exchanged or in another order) or
    /// capitals make of it; null where no key, or more than one, is that near.
    /// </summary>
    public static string? Nearest(ReadOnlySpan<byte> word)
    {
        string? nearest = null;
        foreach (var key in All)
        {
            if (Ascii.EqualsIgnoreCase(word, key))
            {
                return key;
            }
            if (word.Length >= 3 && IsOneSlipAway(word, key))
            {
                if (nearest is not null)
                {
                    return null;
                }
                nearest = key;
            }
        }
        return nearest;
    }

    /// <summary>
    /// Whether a value shows that a misspelt key was meant. 'Note:' and 'see:' may open a line of prose, and any value may follow.
    /// </summary>
    internal static bool IsTelling(string key, ReadOnlySpan<byte> value)
    {
        value = value.Trim(" \t"u8);
        return key switch
        {
            "arxiv" => value.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 && value.IndexOfAny((byte)' ', (byte)',') < 0,
            "doi" => value.IndexOf("10."u8) >= 0 && value.IndexOf((byte)'/') > 0 && value.IndexOf((byte)' ') < 0,
            "url" => (value.StartsWith("http"u8) || value.StartsWith("www."u8)) && value.IndexOf((byte)' ') < 0,
            "authors" or "tags" => !value.IsEmpty && value[^1] != (byte)'.',
            _ => false,
        };
    }

    /// <summary>Whether inserting, leaving out, replacing or exchanging one letter makes one text of the other.</summary>
    private static bool IsOneSlipAway(ReadOnlySpan<byte> word, string key)
    {
        if (Math.Abs(word.Length - key.Length) > 1)
        {
            return false;
        }
        var start = 0;
        while (start < word.Length && start < key.Length && (word[start] | 0x20) == key[start])
        {
            start++;
        }
        var end = 0;
        while (end < word.Length - start && end < key.Length - start && (word[^(end + 1)] | 0x20) == key[^(end + 1)])
        {
            end++;
        }
        var left = word[start..^end];
        var right = key.AsSpan()[start..^end];
        return (left.Length <= 1 && right.Length <= 1)
            || (left.Length == 2 && right.Length == 2 && (left[0] | 0x20) == right[1] && (left[1] | 0x20) == right[0]);
    }
}
