using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DigestLsp.Similarity;

/// <summary>MurmurHash3_x64_128 with seed 0, after Austin Appleby's public-domain reference (SMHasher, 2011).</summary>
internal static class MurmurHash3
{
    private const ulong C1 = 0x87c37b91114253d5;
    private const ulong C2 = 0x4cf5ad432745937f;

    public static Hash128 Hash(ReadOnlySpan<byte> bytes)
    {
        ulong h1 = 0;
        ulong h2 = 0;
        ReadOnlySpan<byte> rest = bytes;
        while (rest.Length >= 16)
        {
            h1 ^= MixFirst(BinaryPrimitives.ReadUInt64LittleEndian(rest));
            h1 = (BitOperations.RotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= MixSecond(BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]));
            h2 = (BitOperations.RotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
            rest = rest[16..];
        }

        Span<byte> tail = stackalloc byte[16];
        rest.CopyTo(tail);
        h1 ^= MixFirst(BinaryPrimitives.ReadUInt64LittleEndian(tail)) ^ (ulong)bytes.Length;
        h2 ^= MixSecond(BinaryPrimitives.ReadUInt64LittleEndian(tail[8..])) ^ (ulong)bytes.Length;
        h1 += h2;
        h2 += h1;
        h1 = Finish(h1);
        h2 = Finish(h2);
        h1 += h2;
        h2 += h1;
        return new Hash128(h1, h2);
    }

    /// <summary>The 64-bit finaliser of the same family: every input bit reaches every output bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Finish(ulong k)
    {
        k = (k ^ (k >> 33)) * 0xff51afd7ed558ccd;
        k = (k ^ (k >> 33)) * 0xc4ceb9fe1a85ec53;
        return k ^ (k >> 33);
    }

    /// <summary>The same for several at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ulong> Finish(Vector<ulong> k)
    {
        k = (k ^ (k >>> 33)) * 0xff51afd7ed558ccd;
        k = (k ^ (k >>> 33)) * 0xc4ceb9fe1a85ec53;
        return k ^ (k >>> 33);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MixFirst(ulong k) => BitOperations.RotateLeft(k * C1, 31) * C2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MixSecond(ulong k) => BitOperations.RotateLeft(k * C2, 33) * C1;
}
