using DigestLsp.Analyzers;

namespace DigestLsp.Features;

/// <summary>Shortens prose at the end of a sentence.</summary>
internal static class FirstSentences
{
    /// <summary>As many whole sentences as fit or, where not one does, whole words and an ellipsis.</summary>
    /// <param name="text">The prose.</param>
    /// <param name="length">The most UTF-16 units to keep.</param>
    public static string Of(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }
        var end = Math.Max(text.LastIndexOf(". ", length, StringComparison.Ordinal), text.LastIndexOf('。', length - 1));
        return end > 0 ? text[..(end + 1)] : Excerpt.Of(text, length);
    }
}
