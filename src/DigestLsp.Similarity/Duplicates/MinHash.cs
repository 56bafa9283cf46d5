using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DigestLsp.Similarity;

/// <summary>
/// MinHash signatures (Broder, "On the resemblance and containment of documents", 1997) and their bands for locality-sensitive hashing
/// (Indyk and Motwani, 1998): two sets with Jaccard similarity s agree in one value with probability s, in one band with s⁴, and in at
/// least one band with 1 − (1 − s⁴)³² (0.87 at s = 0.5, 0.99 at s = 0.6).
/// </summary>
public static class MinHash
{
    /// <summary>The number of permutations, and so of values in a signature.</summary>
    public const int Permutations = 128;

    /// <summary>The number of bands that a signature is cut into.</summary>
    public const int Bands = 32;

    /// <summary>The number of signature values in a band.</summary>
    public const int Rows = Permutations / Bands;

    /// <summary>The low bits of a band key, which hold the band's number.</summary>
    internal const int BandBits = 5;

    /// <summary>Permutations of the 32-bit numbers: x → multiplier · x + increment, the multiplier odd.</summary>
    private static readonly uint[] Multipliers = Randoms(0x6d696e68617368, odd: true);
    private static readonly uint[] Increments = Randoms(0x7065726d757465, odd: false);

    /// <summary>Writes the signature of a set: for each permutation, the least value that it gives to a member.</summary>
    /// <param name="members">The hashes of the set's members; repetitions do no harm. Empty gives all ones.</param>
    /// <param name="signature">Takes <see cref="Permutations"/> values.</param>
    public static void Sign(ReadOnlySpan<uint> members, Span<uint> signature)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            SignWide(members, signature);
        }
        else
        {
            SignNarrow(members, signature);
        }
    }

    /// <summary>All permutations stay in 24 of 32 registers of 512 bits while the members stream past once.</summary>
    internal static void SignWide(ReadOnlySpan<uint> members, Span<uint> signature)
    {
        ReadOnlySpan<Vector512<uint>> a = MemoryMarshal.Cast<uint, Vector512<uint>>(Multipliers);
        ReadOnlySpan<Vector512<uint>> b = MemoryMarshal.Cast<uint, Vector512<uint>>(Increments);
        Span<Vector512<uint>> minima = MemoryMarshal.Cast<uint, Vector512<uint>>(signature[..Permutations]);
        Vector512<uint> a0 = a[0],
            a1 = a[1],
            a2 = a[2],
            a3 = a[3],
            a4 = a[4],
            a5 = a[5],
            a6 = a[6],
            a7 = a[7];
        Vector512<uint> b0 = b[0],
            b1 = b[1],
            b2 = b[2],
            b3 = b[3],
            b4 = b[4],
            b5 = b[5],
            b6 = b[6],
            b7 = b[7];
        Vector512<uint> m0 = Vector512<uint>.AllBitsSet,
            m1 = m0,
            m2 = m0,
            m3 = m0,
            m4 = m0,
            m5 = m0,
            m6 = m0,
            m7 = m0;
        foreach (uint member in members)
        {
            var x = Vector512.Create(Mix(member));
            m0 = Vector512.Min(m0, x * a0 + b0);
            m1 = Vector512.Min(m1, x * a1 + b1);
            m2 = Vector512.Min(m2, x * a2 + b2);
            m3 = Vector512.Min(m3, x * a3 + b3);
            m4 = Vector512.Min(m4, x * a4 + b4);
            m5 = Vector512.Min(m5, x * a5 + b5);
            m6 = Vector512.Min(m6, x * a6 + b6);
            m7 = Vector512.Min(m7, x * a7 + b7);
        }

        minima[0] = m0;
        minima[1] = m1;
        minima[2] = m2;
        minima[3] = m3;
        minima[4] = m4;
        minima[5] = m5;
        minima[6] = m6;
        minima[7] = m7;
    }

    /// <summary>The same with vectors of any width.</summary>
    internal static void SignNarrow(ReadOnlySpan<uint> members, Span<uint> signature)
    {
        ReadOnlySpan<Vector<uint>> multipliers = MemoryMarshal.Cast<uint, Vector<uint>>(Multipliers);
        ReadOnlySpan<Vector<uint>> increments = MemoryMarshal.Cast<uint, Vector<uint>>(Increments);
        Span<Vector<uint>> minima = MemoryMarshal.Cast<uint, Vector<uint>>(signature[..Permutations]);
        // Four vectors at a time stay in registers while the members stream past.
        for (int i = 0; i < minima.Length; i += 4)
        {
            Vector<uint> a0 = multipliers[i],
                a1 = multipliers[i + 1],
                a2 = multipliers[i + 2],
                a3 = multipliers[i + 3];
            Vector<uint> b0 = increments[i],
                b1 = increments[i + 1],
                b2 = increments[i + 2],
                b3 = increments[i + 3];
            Vector<uint> m0 = Vector<uint>.AllBitsSet,
                m1 = m0,
                m2 = m0,
                m3 = m0;
            foreach (uint member in members)
            {
                var x = new Vector<uint>(Mix(member));
                m0 = Vector.Min(m0, x * a0 + b0);
                m1 = Vector.Min(m1, x * a1 + b1);
                m2 = Vector.Min(m2, x * a2 + b2);
                m3 = Vector.Min(m3, x * a3 + b3);
            }

            minima[i] = m0;
            minima[i + 1] = m1;
            minima[i + 2] = m2;
            minima[i + 3] = m3;
        }
    }

    /// <summary>Writes the key of each band of a signature: a hash of its values over the number of the band.</summary>
    internal static void WriteBandKeys(ReadOnlySpan<uint> signature, Span<uint> keys)
    {
        for (int band = 0; band < Bands; band++)
        {
            ReadOnlySpan<uint> rows = signature.Slice(band * Rows, Rows);
            ulong first = ((ulong)rows[0] << 32) | rows[1];
            ulong second = ((ulong)rows[2] << 32) | rows[3];
            ulong hash = MurmurHash3.Finish(first * 0x9e3779b97f4a7c15 + second);
            keys[band] = (uint)(hash >> 32 << BandBits) | (uint)band;
        }
    }

    /// <summary>The 32-bit finaliser of MurmurHash3.</summary>
    private static uint Mix(uint h)
    {
        h = (h ^ (h >> 16)) * 0x85ebca6b;
        h = (h ^ (h >> 13)) * 0xc2b2ae35;
        return h ^ (h >> 16);
    }

    private static uint[] Randoms(ulong seed, bool odd)
    {
        // SplitMix64 (Steele, Lea and Flood, 2014).
        var values = new uint[Permutations];
        for (int i = 0; i < values.Length; i++)
        {
            seed += 0x9e3779b97f4a7c15;
            values[i] = (uint)(MurmurHash3.Finish(seed) >> 32) | (odd ? 1u : 0u);
        }

        return values;
    }
}
