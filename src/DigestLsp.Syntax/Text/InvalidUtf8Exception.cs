namespace DigestLsp.Text;

/// <summary>Bytes that are not UTF-8.</summary>
/// <param name="byteOffset">The first byte, from 0, that begins no valid sequence.</param>
public sealed class InvalidUtf8Exception(int byteOffset)
    : FormatException($"the text is not UTF-8: byte {byteOffset} (counted from 0) begins no valid sequence")
{
    /// <summary>The first byte, from 0, that begins no valid sequence.</summary>
    public int ByteOffset { get; } = byteOffset;
}
