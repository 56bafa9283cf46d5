using System.Text;

namespace DigestLsp.Parsing;

/// <summary>Metadata lines: a lower-case key, a colon, and a value.</summary>
public static class MetadataLines
{
    private const int LongestKey = 16;

    /// <summary>The keys that have a meaning.</summary>
    public static readonly IReadOnlyList<string> Keys = ["arxiv", "doi", "url", "authors", "tags", "see", "note"];

    /// <summary>Whether a line, without white space around it, begins with a known key and a colon.</summary>
    public static bool IsMetadata(ReadOnlySpan<byte> line)
    {
        var length = KeyLength(line);
        if (length == 0)
        {
            return false;
        }
        foreach (var key in Keys)
        {
            if (Ascii.Equals(line[..length], key))
            {
                return true;
            }
        }
        return false;
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

    /// <summary>The length of the lower-case word before a colon at the start of the line, 0 if there is none.</summary>
    public static int KeyLength(ReadOnlySpan<byte> line)
    {
        var length = 0;
        while (length < line.Length && length <= LongestKey && (Letters.IsLower(line[length]) || line[length] == '-'))
        {
            length++;
        }
        return length <= LongestKey && length < line.Length && line[length] == ':' ? length : 0;
    }
}
