namespace DigestLsp.Analyzers;

/// <summary>Says in a few words where two texts differ.</summary>
internal static class TextDifference
{
    /// <summary>The most of each side that a message shows, in UTF-16 units.</summary>
    public const int InMessages = 60;

    /// <summary>The most of each side that the title of a fix shows: menus cut off what is longer, and with that the other side.</summary>
    public const int InTitles = 24;

    /// <summary>
    /// The stretch of words by which the texts differ, from the first difference to the last; null where all words are equal.
    /// </summary>
    /// <param name="here">The one text.</param>
    /// <param name="there">The other one.</param>
    /// <param name="shown">The most of each side that is shown, in UTF-16 units.</param>
    public static string? Describe(string here, string there, int shown = InMessages)
    {
        var left = here.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var right = there.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var shorter = Math.Min(left.Length, right.Length);
        var prefix = 0;
        while (prefix < shorter && left[prefix] == right[prefix])
        {
            prefix++;
        }
        var suffix = 0;
        while (suffix < shorter - prefix && left[^(suffix + 1)] == right[^(suffix + 1)])
        {
            suffix++;
        }
        var ours = Excerpt.Of(string.Join(' ', left[prefix..^suffix]), shown);
        var theirs = Excerpt.Of(string.Join(' ', right[prefix..^suffix]), shown);
        return (ours.Length, theirs.Length) switch
        {
            (0, 0) => null,
            (0, _) => $"here “{theirs}” is missing",
            (_, 0) => $"only here stands “{ours}”",
            _ => $"“{ours}” here, “{theirs}” there",
        };
    }
}
