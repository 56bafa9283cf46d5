using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>An element with both of its tags.</summary>
/// <param name="Open">The tag that begins it.</param>
/// <param name="Close">The tag that ends it.</param>
internal readonly record struct HtmlElement(HtmlTag Open, HtmlTag Close)
{
    private const string Plain = "0123456789+-−=()";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾";

    /// <summary>The element with its tags.</summary>
    public TextSpan Span => TextSpan.FromBounds(Open.Start, Close.End);

    /// <summary>
    /// Whether the element marks up its content. A text that tells of tags sets them apart (‘between &lt;b&gt; and &lt;/b&gt;’).
    /// </summary>
    public bool MarksUp(ReadOnlySpan<char> text)
    {
        var content = text[Open.End..Close.Start];
        return Open.IsPrefixed || !(content.Trim().IsEmpty || (content[0] == ' ' && content[^1] == ' ') || content.Trim() is "..." or "…");
    }

    /// <summary>The text without the markup; null where it would not say the same.</summary>
    public Repair? RepairOf(ReadOnlySpan<char> text)
    {
        var content = text[Open.End..Close.Start];
        return Open.Name switch
        {
            "sub" => Script(content, Subscripts),
            "sup" => content is "st" or "nd" or "rd" or "th" or "®" or "™" or "*" ? WithoutTags(text) : Script(content, Superscripts),
            "a" => Link(text),
            _ => WithoutTags(text),
        };
    }

    /// <summary>What a tag leaves behind: a space where an edge of a paragraph parts two words, else nothing.</summary>
    public static TextChange WithoutTag(ReadOnlySpan<char> text, HtmlTag tag)
    {
        var partsWords =
            tag.IsBlock
            && tag.Start > 0
            && tag.End < text.Length
            && !char.IsWhiteSpace(text[tag.Start - 1])
            && text[tag.End] is not (' ' or '\r' or '\n' or '.' or ',' or ';' or ':' or '!' or '?' or ')' or '<');
        return new(TextSpan.FromBounds(tag.Start, tag.End), partsWords ? " " : string.Empty);
    }

    private Repair WithoutTags(ReadOnlySpan<char> text) =>
        new($"Remove ‘<{Open.Name}>’ and keep the text", [WithoutTag(text, Open), WithoutTag(text, Close)]);

    private Repair? Script(ReadOnlySpan<char> content, string characters)
    {
        Span<char> replaced = stackalloc char[16];
        if (content.Length > replaced.Length)
        {
            return null;
        }
        for (var i = 0; i < content.Length; i++)
        {
            var index = Plain.IndexOf(content[i], StringComparison.Ordinal);
            if (index < 0)
            {
                return null;
            }
            replaced[i] = characters[index];
        }
        var result = replaced[..content.Length].ToString();
        return Repair.Replace(Span, result, $"Replace by ‘{result}’");
    }

    /// <summary>A link that reads as its target needs no tag; in place of ‘this https URL’ goes the target itself.</summary>
    private Repair? Link(ReadOnlySpan<char> text)
    {
        var target = Target(text[Open.Start..Open.End]).Trim();
        var content = text[Open.End..Close.Start];
        if (target.IsEmpty || content.Contains('<'))
        {
            return null;
        }
        var trimmed = content.TrimEnd(" .,;:");
        if (Bare(trimmed).Equals(Bare(target), StringComparison.OrdinalIgnoreCase))
        {
            return WithoutTags(text);
        }
        return trimmed is "this https URL" or "this http URL"
            ? Repair.Replace(Span, $"{target}{content[trimmed.Length..]}", "Replace by the link's target")
            : Repair.Replace(Span, $"{content} ({target})", "Write the link's target in brackets", isSafe: false);
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> link)
    {
        var scheme = link.IndexOf("://");
        return link[(scheme < 0 ? 0 : scheme + 3)..].TrimEnd('/');
    }

    private static ReadOnlySpan<char> Target(ReadOnlySpan<char> tag)
    {
        var start = tag.IndexOf("href=");
        if (start < 0)
        {
            return [];
        }
        var value = tag[(start + "href=".Length)..];
        var end = value[1..].IndexOf(value[0]);
        return end < 0 ? [] : value.Slice(1, end);
    }
}
