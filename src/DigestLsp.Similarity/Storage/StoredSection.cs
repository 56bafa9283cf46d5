namespace DigestLsp.Similarity.Storage;

/// <summary>A part of a <see cref="StoredFile"/>: one run of bytes.</summary>
/// <param name="Name">By which it is found.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Checks">The hash of each stretch of <see cref="CheckedBytes"/>, the last one perhaps shorter.</param>
internal sealed record StoredSection(string Name, long Offset, long Length, Hash128[] Checks)
{
    /// <summary>Bytes that are read, and whose hash is checked, at a time: enough for several processors to share a file.</summary>
    public const int CheckedBytes = 1 << 20;

    /// <summary>How many stretches a length has.</summary>
    public static long CountOf(long length) => (length + CheckedBytes - 1) / CheckedBytes;
}
