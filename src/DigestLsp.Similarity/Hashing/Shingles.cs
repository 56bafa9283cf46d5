using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DigestLsp.Similarity;

/// <summary>Hashes pairs of neighbouring words, as many at a time as a vector holds.</summary>
internal static class Shingles
{
    private const ulong Factor = 0x9e3779b97f4a7c15;
    private const ulong WordPart = 0xffff0000;

    /// <summary>Writes a hash for each pair of neighbouring words, or one for a single word; returns how many.</summary>
    /// <param name="words">The hashes of the words in order.</param>
    /// <param name="target">Takes as many hashes as there are words.</param>
    public static int Write(ReadOnlySpan<ulong> words, Span<uint> target)
    {
        if (words.Length == 1)
        {
            target[0] = Of(words[0], 0);
            return 1;
        }

        int count = Math.Max(words.Length - 1, 0);
        int i = 0;
        ref ulong first = ref MemoryMarshal.GetReference(words);
        for (; i + Vector<uint>.Count <= count; i += Vector<uint>.Count)
        {
            Vector.Narrow(PairsAt(ref first, i), PairsAt(ref first, i + Vector<ulong>.Count)).CopyTo(target[i..]);
        }

        for (; i < count; i++)
        {
            target[i] = Of(words[i], words[i + 1]);
        }

        return count;
    }

    /// <summary>The upper half is the upper half of the first word's hash, so that a set of shingles can be asked for a word.</summary>
    private static uint Of(ulong first, ulong second) =>
        (uint)(((first >> 32) & WordPart) | (MurmurHash3.Finish((first * Factor) + second) >> 48));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> PairsAt(ref ulong words, int index)
    {
        Vector<ulong> first = Vector.LoadUnsafe(ref words, (nuint)index);
        Vector<ulong> second = Vector.LoadUnsafe(ref words, (nuint)index + 1);
        return ((first >>> 32) & new Vector<ulong>(WordPart)) | (MurmurHash3.Finish((first * Factor) + second) >>> 48);
    }
}
