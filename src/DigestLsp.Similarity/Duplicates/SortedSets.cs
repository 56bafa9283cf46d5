using System.Runtime.Intrinsics;

namespace DigestLsp.Similarity;

/// <summary>Sets of 32-bit hashes as sorted runs without repetitions.</summary>
internal static class SortedSets
{
    /// <summary>The network's work grows a little faster than the values do.</summary>
    private const int MostForNetwork = 1024;

    /// <summary>Without wide vectors, runs of up to so many values are distributed; the library's sort is for few or very many.</summary>
    private const int LeastForBuckets = 32;
    private const int MostForBuckets = 2048;
    private const int Buckets = 256;
    private const int BucketShift = 24;

    /// <summary>Sorts a run, drops repetitions, and returns how many members remain at its start.</summary>
    public static int SortDistinct(Span<uint> values)
    {
        if (values.Length > MostForBuckets)
        {
            values.Sort();
            return CopyDistinct(values, values);
        }

        Span<uint> sorted = stackalloc uint[PaddedLength(values.Length)];
        return CopyDistinct(SortInto(values, sorted), values);
    }

    /// <summary>Sorts a run.</summary>
    public static void Sort(Span<uint> values)
    {
        if (values.Length > MostForBuckets)
        {
            values.Sort();
            return;
        }

        Span<uint> sorted = stackalloc uint[PaddedLength(values.Length)];
        SortInto(values, sorted).CopyTo(values);
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

    private static int PaddedLength(int length) => (length + SortingNetwork.Lanes - 1) / SortingNetwork.Lanes * SortingNetwork.Lanes;

    /// <summary>Copies a run and sorts the copy, in a space of <see cref="PaddedLength"/>.</summary>
    private static ReadOnlySpan<uint> SortInto(ReadOnlySpan<uint> values, Span<uint> space)
    {
        Span<uint> sorted = space[..values.Length];
        if (Vector512.IsHardwareAccelerated && values.Length <= MostForNetwork)
        {
            values.CopyTo(sorted);
            space[values.Length..].Fill(uint.MaxValue);
            SortingNetwork.Sort(space);
        }
        else if (values.Length >= LeastForBuckets)
        {
            SortByBuckets(values, sorted);
        }
        else
        {
            values.CopyTo(sorted);
            sorted.Sort();
        }

        return sorted;
    }

    /// <summary>Copies a sorted run without repetitions, without a branch on what repeats; the target may be the source.</summary>
    private static int CopyDistinct(ReadOnlySpan<uint> sorted, Span<uint> target)
    {
        if (sorted.IsEmpty)
        {
            return 0;
        }

        int last = 0;
        uint previous = sorted[0];
        target[0] = previous;
        for (int i = 1; i < sorted.Length; i++)
        {
            uint value = sorted[i];
            last += value != previous ? 1 : 0;
            target[last] = value;
            previous = value;
        }

        return last + 1;
    }

    /// <summary>Hashes are spread evenly: one pass by the leading byte leaves next to nothing for the insertion sort.</summary>
    internal static void SortByBuckets(ReadOnlySpan<uint> values, Span<uint> sorted)
    {
        Span<ushort> ends = stackalloc ushort[Buckets];
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

        uint largest = sorted[0];
        for (int i = 1; i < sorted.Length; i++)
        {
            uint value = sorted[i];
            if (value >= largest)
            {
                largest = value;
                continue;
            }

            int place = i;
            do
            {
                sorted[place] = sorted[place - 1];
                place--;
            } while (place > 0 && sorted[place - 1] > value);
            sorted[place] = value;
        }
    }
}
