namespace DigestLsp.Similarity;

/// <summary>Levenshtein distance between short byte strings, as far as a bound.</summary>
internal static class EditDistance
{
    /// <summary>Whether at most <paramref name="bound"/> insertions, deletions and substitutions of a byte make one text of the other.</summary>
    public static bool IsWithin(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int bound)
    {
        int prefix = a.CommonPrefixLength(b);
        a = a[prefix..];
        b = b[prefix..];
        if (Math.Abs(a.Length - b.Length) > bound)
        {
            return false;
        }

        if (a.IsEmpty || b.IsEmpty)
        {
            return true;
        }

        return bound > 0 && (IsWithin(a[1..], b, bound - 1) || IsWithin(a, b[1..], bound - 1) || IsWithin(a[1..], b[1..], bound - 1));
    }
}
