using System.Collections.Frozen;

namespace DigestLsp.Analyzers;

/// <summary>An HTML or JATS tag as it stands in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Name">The element's name, in lower case and without a prefix.</param>
/// <param name="IsClosing">Whether it is <c>&lt;/…&gt;</c>.</param>
/// <param name="IsPrefixed">Whether it has the prefix of JATS, in which publishers exchange abstracts.</param>
/// <param name="HasAttributes">Whether it has attributes.</param>
internal readonly record struct HtmlTag(int Start, int End, string Name, bool IsClosing, bool IsPrefixed, bool HasAttributes)
{
    /// <summary>The longest tag that is looked for, in UTF-16 units.</summary>
    private const int Longest = 600;

    private const string Prefix = "jats:";

    /// <summary>
    /// Elements that mark up running text. What papers write about in angle brackets (&lt;s&gt;, &lt;image&gt;, &lt;table&gt;,
    /// &lt;think&gt;) is not among them.
    /// </summary>
    private static readonly FrozenSet<string> Html = FrozenSet.Create(
        StringComparer.Ordinal,
        [.. "a b big br code div em font i p small span strong sub sup tt u".Split(' ')]
    );

    private static readonly FrozenSet<string> Jats = FrozenSet.Create(
        StringComparer.Ordinal,
        [.. "bold inline-formula italic list list-item monospace p sc sec sub sup tex-math title underline".Split(' ')]
    );

    /// <summary>Whether the element is a paragraph or the like, so that its edges part words.</summary>
    public bool IsBlock => Name is "p" or "div" or "br" or "sec" or "title" or "list" or "list-item";

    /// <summary>The tag at a position, null where none stands.</summary>
    /// <param name="text">A text.</param>
    /// <param name="position">Where it holds a &lt;.</param>
    public static HtmlTag? Read(ReadOnlySpan<char> text, int position)
    {
        var rest = text.Slice(position, Math.Min(Longest, text.Length - position));
        var isClosing = rest.Length > 1 && rest[1] == '/';
        var nameStart = isClosing ? 2 : 1;
        var isPrefixed = rest[nameStart..].StartsWith(Prefix);
        nameStart += isPrefixed ? Prefix.Length : 0;
        if (NameAt(rest[nameStart..], isPrefixed) is not { } name)
        {
            return null;
        }
        var nameEnd = nameStart + name.Length;
        var length = rest[nameEnd..].IndexOf('>');
        if (length < 0)
        {
            return null;
        }
        var attributes = rest.Slice(nameEnd, length).TrimEnd(" /");
        return attributes.IsEmpty || (!isClosing && AreAttributes(attributes))
            ? new(position, position + nameEnd + length + 1, name, isClosing, isPrefixed, !attributes.IsEmpty)
            : null;
    }

    private static string? NameAt(ReadOnlySpan<char> text, bool isPrefixed)
    {
        // In capitals only the line break, since <B> and <P> are averages in physics.
        if (text.StartsWith("BR"))
        {
            return "br";
        }
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterLower(text[length]) || text[length] == '-'))
        {
            length++;
        }
        var names = (isPrefixed ? Jats : Html).GetAlternateLookup<ReadOnlySpan<char>>();
        return names.TryGetValue(text[..length], out var name) ? name : null;
    }

    /// <summary>Whether text behind a tag's name is attributes, as far as needed to tell it from ‘&lt;a b c&gt;’.</summary>
    private static bool AreAttributes(ReadOnlySpan<char> text) =>
        text[0] == ' '
        && !text.Contains('<')
        && text.TrimStart() is [>= 'a' and <= 'z', ..] trimmed
        && trimmed.IndexOf('=') is > 1 and var equals
        && equals + 1 < trimmed.Length
        && trimmed[equals + 1] is '"' or '\'';
}
