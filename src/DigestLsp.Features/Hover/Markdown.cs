using System.Text;

namespace DigestLsp.Features;

/// <summary>Puts text of digests, which may hold anything, into Markdown.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_{}[]()<>#+-.!|~$&:@=";

    /// <summary>Escapes every character that Markdown could take for its own.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (Special.Contains(character, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }
            escaped.Append(character is '\r' or '\n' ? ' ' : character);
        }
        return escaped.ToString();
    }

    /// <summary>A link. Its address may hold parentheses, which would end a bare one.</summary>
    public static string Link(string text, string uri) => $"[{Escape(text)}](<{uri}>)";
}
