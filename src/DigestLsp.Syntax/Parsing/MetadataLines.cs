using System.Text;

namespace DigestLsp.Parsing;

/// <summary>Metadata lines: a lower-case key, a colon, and a value.</summary>
public static class MetadataLines
{
    private const int LongestKey = 16;

    /// <summary>
    /// Whether a line, without white space around it, begins with a known key and a colon, or with a misspelt one over a value that
    /// leaves no doubt.
    /// </summary>
    public static bool IsMetadata(ReadOnlySpan<byte> line)
    {
        var length = KeyLength(line, anyCase: true);
        if (length == 0 || MetadataKeys.Nearest(line[..length]) is not { } key)
        {
            return false;
        }
        return Ascii.Equals(line[..length], key) || MetadataKeys.IsTelling(key, line[(length + 1)..]);
    }

    /// <summary>
    /// Whether a line has the form of metadata with a key nobody knows. Only next to known metadata is it taken for such;
    /// elsewhere it may be a line of prose.
    /// </summary>
    public static bool HasMetadataForm(ReadOnlySpan<byte> line)
    {
        var length = KeyLength(line);
        return length > 1 && length + 1 < line.Length && line[length + 1] == ' ';
    }

    /// <summary>The length of the word before a colon at the start of the line, 0 if there is none.</summary>
    /// <param name="line">The line, without white space around it.</param>
    /// <param name="anyCase">Whether capitals may stand in it.</param>
    public static int KeyLength(ReadOnlySpan<byte> line, bool anyCase = false)
    {
        var length = 0;
        while (
            length < line.Length
            && length <= LongestKey
            && (Letters.IsLower(line[length]) || line[length] == '-' || (anyCase && Letters.IsUpper(line[length])))
        )
        {
            length++;
        }
        return length <= LongestKey && length < line.Length && line[length] == ':' ? length : 0;
    }
}
