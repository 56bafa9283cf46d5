using System.Text;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>The characters of a finding as a baseline keeps them.</summary>
public static class BrokenText
{
    /// <summary>The most of it that is kept as it is, in UTF-16 units.</summary>
    private const int Longest = 120;

    /// <summary>The beginning of longer text that is kept for people to read.</summary>
    private const int Shown = 60;

    /// <summary>
    /// The text on one line: runs of white space are one space, since line endings are no part of it; of long text the beginning and a
    /// hash of all.
    /// </summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) || character is '\u00A0')
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }
        var whole = PaperMark.WellFormed(line.ToString().TrimEnd(' '));
        if (whole.Length <= Longest)
        {
            return whole;
        }
        var cut = char.IsHighSurrogate(whole[Shown - 1]) ? Shown - 1 : Shown;
        return $"{whole.AsSpan(0, cut)}… #{Hash128.Of(Encoding.UTF8.GetBytes(whole))}";
    }
}
