using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DigestLsp.Similarity;

/// <summary>
/// Sorts numbers without a single branch on them, sixteen lanes at a time: Batcher's bitonic sorter (1968) in the form in which every
/// comparison points the same way, so that what would be compared with the padding beyond the end is left out.
/// </summary>
internal static class SortingNetwork
{
    /// <summary>Numbers in a vector.</summary>
    public const int Lanes = 16;

    /// <summary>Sorts a run whose length is a multiple of <see cref="Lanes"/>.</summary>
    public static void Sort(Span<uint> values)
    {
        Span<Vector512<uint>> vectors = MemoryMarshal.Cast<uint, Vector512<uint>>(values);
        foreach (ref Vector512<uint> vector in vectors)
        {
            vector = SortLanes(vector);
        }

        for (int width = 2; width < 2 * vectors.Length; width *= 2)
        {
            for (int start = 0; start < vectors.Length; start += width)
            {
                Mirror(vectors[start..], width);
            }

            for (int distance = width / 4; distance > 0; distance /= 2)
            {
                for (int start = 0; start + distance < vectors.Length; start += 2 * distance)
                {
                    Halve(vectors[start..], distance);
                }
            }

            foreach (ref Vector512<uint> vector in vectors)
            {
                vector = MergeLanes(vector);
            }
        }
    }

    /// <summary>Compares the first number of a block with its last, the second with the last but one, and so on.</summary>
    private static void Mirror(Span<Vector512<uint>> block, int width)
    {
        for (int high = width / 2; high < width && high < block.Length; high++)
        {
            ref Vector512<uint> low = ref block[width - 1 - high];
            Vector512<uint> x = low;
            Vector512<uint> y = Reverse(block[high]);
            low = Vector512.Min(x, y);
            block[high] = Reverse(Vector512.Max(x, y));
        }
    }

    /// <summary>Compares each vector with the one at a distance.</summary>
    private static void Halve(Span<Vector512<uint>> block, int distance)
    {
        for (int high = distance; high < 2 * distance && high < block.Length; high++)
        {
            ref Vector512<uint> low = ref block[high - distance];
            Vector512<uint> x = low;
            Vector512<uint> y = block[high];
            low = Vector512.Min(x, y);
            block[high] = Vector512.Max(x, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> SortLanes(Vector512<uint> x)
    {
        x = By1(x);
        x = Order(x, Vector512.Shuffle(x, Vector512.Create(3u, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)), Upper(2));
        x = By1(x);
        x = Order(x, Vector512.Shuffle(x, Vector512.Create(7u, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8)), Upper(4));
        x = By1(By2(x));
        x = Order(x, Reverse(x), Upper(8));
        return By1(By2(By4(x)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> MergeLanes(Vector512<uint> x) => By1(By2(By4(By8(x))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> By8(Vector512<uint> x) =>
        Order(x, Vector512.Shuffle(x, Vector512.Create(8u, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7)), Upper(8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> By4(Vector512<uint> x) =>
        Order(x, Vector512.Shuffle(x, Vector512.Create(4u, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11)), Upper(4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> By2(Vector512<uint> x) =>
        Order(x, Vector512.Shuffle(x, Vector512.Create(2u, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13)), Upper(2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> By1(Vector512<uint> x) =>
        Order(x, Vector512.Shuffle(x, Vector512.Create(1u, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14)), Upper(1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Reverse(Vector512<uint> x) =>
        Vector512.Shuffle(x, Vector512.Create(15u, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));

    /// <summary>The lanes whose number has a bit set: those that take the greater number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Upper(uint bit) =>
        Vector512.Equals(Vector512<uint>.Indices & Vector512.Create(bit), Vector512.Create(bit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Order(Vector512<uint> x, Vector512<uint> y, Vector512<uint> greater) =>
        Vector512.ConditionalSelect(greater, Vector512.Max(x, y), Vector512.Min(x, y));
}
