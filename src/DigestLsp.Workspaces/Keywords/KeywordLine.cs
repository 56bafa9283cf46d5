using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>The value of a metadata line that lists several, parted by commas: <c>tags: bells, sound</c>.</summary>
public static class KeywordLine
{
    /// <summary>The values in order, each without the white space around it, empty ones too.</summary>
    /// <param name="value">The value of the line.</param>
    public static IEnumerable<TextSpan> Parts(string value)
    {
        for (var start = 0; start <= value.Length; )
        {
            var comma = value.IndexOf(',', start);
            var end = comma < 0 ? value.Length : comma;
            yield return Trimmed(value, start, end);
            start = end + 1;
        }
    }

    private static TextSpan Trimmed(string value, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(value[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(value[end - 1]))
        {
            end--;
        }
        return TextSpan.FromBounds(start, end);
    }
}
