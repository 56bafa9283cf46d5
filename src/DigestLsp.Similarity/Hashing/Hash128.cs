using System.Globalization;

namespace DigestLsp.Similarity;

/// <summary>A 128-bit content hash that is the same in every process and on every machine, so that it can be stored and shown.</summary>
/// <param name="High">The first eight bytes of the hash.</param>
/// <param name="Low">The last eight bytes of the hash.</param>
public readonly record struct Hash128(ulong High, ulong Low) : IComparable<Hash128>
{
    /// <summary>The hash of no bytes at all, which stands for absent text.</summary>
    public static Hash128 Empty => default;

    /// <summary>Whether this is the hash of no bytes.</summary>
    public bool IsEmpty => (High | Low) == 0;

    /// <summary>Hashes bytes with MurmurHash3 (x64, 128 bits, seed 0).</summary>
    public static Hash128 Of(ReadOnlySpan<byte> bytes) => MurmurHash3.Hash(bytes);

    /// <summary>Orders hashes as 128-bit numbers.</summary>
    public int CompareTo(Hash128 other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>The hash as 32 lower-case hexadecimal digits.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";

    /// <summary>Reads the form that <see cref="ToString"/> writes; false when the text is anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Hash128 hash)
    {
        hash = default;
        if (
            text.Length != 32
            || !ulong.TryParse(text[..16], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong high)
            || !ulong.TryParse(text[16..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong low)
        )
        {
            return false;
        }

        hash = new Hash128(high, low);
        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Low;
}
