using System.Buffers;
using System.Net;

namespace DigestLsp.Analyzers;

/// <summary>Reads HTML's character references, encoded once or several times: <c>&amp;lt;</c>, <c>&amp;#60;</c>, <c>&amp;amp;lt;</c>.</summary>
internal static class HtmlEntity
{
    /// <summary>The longest reference that is looked for, without its ampersand.</summary>
    private const int Longest = 11;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    /// <summary>References that browsers take without a semicolon, as far as text holds none of them by chance.</summary>
    private static readonly string[] Bare = ["nbsp", "amp", "quot", "ndash", "mdash", "plusmn", "deg"];

    /// <summary>What U+FB00 to U+FB06 stand for.</summary>
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>The length of the reference at the start of a text, 0 where there is none.</summary>
    /// <param name="text">A text that begins with an ampersand.</param>
    /// <param name="meaning">What it stands for; null where that is nothing that may stand in a text.</param>
    public static int Read(ReadOnlySpan<char> text, out string? meaning)
    {
        // An ampersand that was encoded n times is followed by n times ‘amp;’, whatever follows then.
        var start = 1;
        while (text[start..].StartsWith("amp;"))
        {
            start += "amp;".Length;
        }
        if (ReadName(text[start..], out meaning) is > 0 and var length)
        {
            return start + length;
        }
        meaning = "&";
        return start > 1 ? start : 0;
    }

    /// <summary>Reads a reference that begins behind its ampersand.</summary>
    private static int ReadName(ReadOnlySpan<char> text, out string? meaning)
    {
        meaning = null;
        var end = text[..Math.Min(text.Length, Longest)].IndexOfAnyExcept(NameCharacters);
        if (end > 1 && text[end] == ';')
        {
            return Decode(text[..end], out meaning) ? end + 1 : 0;
        }
        foreach (var name in Bare)
        {
            if (text.StartsWith(name) && (text.Length == name.Length || IsBehindName(text[name.Length])))
            {
                Decode(name, out meaning);
                return name.Length;
            }
        }
        return 0;
    }

    private static bool IsBehindName(char character) =>
        char.IsAsciiDigit(character) || character is ' ' or '\u00A0' or ',' or '.' or ')' or '&';

    /// <summary>Whether a name or number is one of HTML's.</summary>
    private static bool Decode(ReadOnlySpan<char> name, out string? meaning)
    {
        var reference = $"&{name};";
        var decoded = WebUtility.HtmlDecode(reference);
        meaning = null;
        if (decoded == reference)
        {
            return false;
        }
        meaning = decoded[0] switch
        {
            // A digest is lines: a reference to a line end or to a space is a space, whatever its width was.
            '\t' or '\n' or '\r' or '\u0085' or '\u00A0' or '\u2028' or '\u2029' => " ",
            >= '\u0080' and <= '\u009F' => Windows1252.Meaning(decoded[0])?.ToString(),
            < ' ' or '\u007F' or '\uFFFD' => null,
            // Ligatures are a matter of fonts.
            >= '\uFB00' and <= '\uFB06' => Ligatures[decoded[0] - '\uFB00'],
            _ => decoded,
        };
        return true;
    }
}
