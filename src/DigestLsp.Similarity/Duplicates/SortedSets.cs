namespace DigestLsp.Similarity;

/// <summary>Sets of 32-bit hashes as sorted runs without repetitions.</summary>
internal static class SortedSets
{
    /// <summary>Runs of up to so many values are sorted by distributing them; the library's sort is for few or very many.</summary>
    private const int LeastForBuckets = 32;
    private const int MostForBuckets = 2048;
    private const int Buckets = 256;
    private const int BucketShift = 24;

    /// <summary>Sorts a run, drops repetitions, and returns how many members remain at its start.</summary>
    public static int SortDistinct(Span<uint> values)
    {
        if (values.Length is >= LeastForBuckets and <= MostForBuckets)
        {
            SortByBuckets(values);
        }
        else
        {
            values.Sort();
        }

        int count = 0;
        foreach (uint value in values)
        {
            values[count] = value;
            count += count == 0 || values[count - 1] != value ? 1 : 0;
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

    /// <summary>Hashes are spread evenly: one pass by the leading byte leaves next to nothing for the insertion sort.</summary>
    private static void SortByBuckets(Span<uint> values)
    {
        Span<ushort> ends = stackalloc ushort[Buckets];
        Span<uint> sorted = stackalloc uint[values.Length];
        ends.Clear();
        foreach (uint value in values)
        {
            ends[(int)(value >> BucketShift)]++;
        }

        ushort total = 0;
        foreach (ref ushort end in ends)
        {
            total += end;
            end = total;
        }

        foreach (uint value in values)
        {
            sorted[--ends[(int)(value >> BucketShift)]] = value;
        }

        values[0] = sorted[0];
        for (int i = 1; i < sorted.Length; i++)
        {
            uint value = sorted[i];
            int place = i;
            while (place > 0 && values[place - 1] > value)
            {
                values[place] = values[place - 1];
                place--;
            }

            values[place] = value;
        }
    }
}
