namespace DigestLsp.Analyzers;

/// <summary>Shortens text for places that have no room for all of it.</summary>
public static class Excerpt
{
    /// <summary>The text itself or, where it is longer, its first whole words and an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The most of it to keep, in UTF-16 units.</param>
    public static string Of(string text, int length) => text.Length <= length ? text : text[..CutAt(text, length)].TrimEnd() + " …";

    /// <summary>Where to cut a text: before a word that would not fit, within one that is too long, never within a character.</summary>
    /// <param name="text">A text that is longer than <paramref name="length"/>.</param>
    /// <param name="length">The most to keep, in UTF-16 units; at least 2.</param>
    public static int CutAt(ReadOnlySpan<char> text, int length)
    {
        var space = text[..(length + 1)].LastIndexOfAny(" \t\r\n");
        return space > length / 2 ? space
            : char.IsHighSurrogate(text[length - 1]) && char.IsLowSurrogate(text[length]) ? length - 1
            : length;
    }
}
