using System.Text;

namespace DigestLsp.Features;

/// <summary>Text with places to fill in, <c>${1:like this}</c>.</summary>
public static class SnippetText
{
    /// <summary>The text with what stands in its places, for editors that know no places.</summary>
    public static string Plain(string snippet)
    {
        ArgumentNullException.ThrowIfNull(snippet);
        var text = new StringBuilder(snippet.Length);
        for (var i = 0; i < snippet.Length; )
        {
            var colon = snippet.IndexOf(':', i);
            if (snippet.AsSpan(i).StartsWith("${") && colon > 0 && snippet.IndexOf('}', colon) is var end and > 0)
            {
                text.Append(snippet, colon + 1, end - colon - 1);
                i = end + 1;
            }
            else
            {
                text.Append(snippet[i++]);
            }
        }
        return text.ToString();
    }
}
