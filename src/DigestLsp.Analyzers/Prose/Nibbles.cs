using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DigestLsp.Analyzers;

/// <summary>Look-ups in tables of sixteen bytes, 32 at a time.</summary>
internal static class Nibbles
{
    /// <summary>Looks bytes below 16 up in a table that both halves hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Look(Vector256<byte> table, Vector256<byte> indices) =>
        Avx2.IsSupported
            ? Avx2.Shuffle(table, indices)
            : Vector256.Create(
                Vector128.ShuffleNative(table.GetLower(), indices.GetLower()),
                Vector128.ShuffleNative(table.GetLower(), indices.GetUpper())
            );
}
