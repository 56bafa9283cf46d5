using System.Text;

namespace DigestLsp.Parsing;

/// <summary>The lines that digests copied from a web page open with.</summary>
public static class BannerLines
{
    private static readonly byte[][] Known =
    [
        "new"u8.ToArray(),
        "Get trending papers in your email inbox!"u8.ToArray(),
        "Subscribe"u8.ToArray(),
        "Daily Papers"u8.ToArray(),
        "byAK and the research community"u8.ToArray(),
        "by AK and the research community"u8.ToArray(),
    ];

    private static readonly int Longest = Known.Max(line => line.Length);

    /// <summary>Whether a line, without white space around it, is one of them; letter case does not matter.</summary>
    public static bool IsBanner(ReadOnlySpan<byte> line)
    {
        if (line.Length > Longest)
        {
            return false;
        }
        foreach (var known in Known)
        {
            if (Ascii.EqualsIgnoreCase(line, known))
            {
                return true;
            }
        }
        return false;
    }
}
