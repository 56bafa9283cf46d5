namespace DigestLsp.Similarity;

/// <summary>Sets of 32-bit hashes as sorted runs without repetitions.</summary>
internal static class SortedSets
{
    /// <summary>Sorts a run, drops repetitions, and returns how many members remain at its start.</summary>
    public static int SortDistinct(Span<uint> values)
    {
        values.Sort();
        int count = 0;
        foreach (uint value in values)
        {
            if (count == 0 || values[count - 1] != value)
            {
                values[count++] = value;
            }
        }

        return count;
    }

    /// <summary>The number of members that two sets share.</summary>
    public static int CountShared(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.Length && j < b.Length)
        {
            uint x = a[i];
            uint y = b[j];
            shared += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return shared;
    }
}
