namespace DigestLsp.Features;

/// <summary>Shortens prose at the end of a sentence.</summary>
internal static class FirstSentences
{
    /// <summary>As many whole sentences as fit, or, where not one does, whole words and an ellipsis.</summary>
    /// <param name="text">The prose.</param>
    /// <param name="length">The most UTF-16 units to keep.</param>
    public static string Of(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }
        var end = text.LastIndexOf(". ", length - 1, StringComparison.Ordinal);
        if (end > 0)
        {
            return text[..(end + 1)];
        }
        var space = text.LastIndexOf(' ', length - 1);
        return text[..(space > 0 ? space : length)] + " …";
    }
}
