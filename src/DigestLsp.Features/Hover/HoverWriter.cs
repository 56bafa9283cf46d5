using System.Text;

namespace DigestLsp.Features;

/// <summary>What a client shows beside a place.</summary>
public enum HoverFormat
{
    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Text as it is, without links.</summary>
    Plain,
}

/// <summary>Writes what is shown beside a place, in the format that a client takes; text of digests is text in each.</summary>
internal sealed class HoverWriter(HoverFormat format, Func<DocumentRange, string> linkTo)
{
    private readonly StringBuilder _text = new();

    private bool IsMarkdown => format == HoverFormat.Markdown;

    /// <summary>Words of the tool, which hold nothing that is marked up.</summary>
    public HoverWriter Say(string words)
    {
        _text.Append(words);
        return this;
    }

    /// <summary>Text of a digest.</summary>
    public HoverWriter Quote(string text)
    {
        _text.Append(IsMarkdown ? Markdown.Escape(text) : text.ReplaceLineEndings(" "));
        return this;
    }

    /// <summary>What the rest is about.</summary>
    public HoverWriter Heading(string text)
    {
        var mark = IsMarkdown ? "**" : string.Empty;
        _text.Append(mark);
        Quote(text);
        _text.Append(mark);
        return this;
    }

    /// <summary>Words of the tool in place of text that is missing.</summary>
    public HoverWriter Remark(string words)
    {
        var mark = IsMarkdown ? "*" : string.Empty;
        _text.Append(mark).Append(words).Append(mark);
        return this;
    }

    /// <summary>The name of a place, which leads there where the client can follow it.</summary>
    public HoverWriter Link(string name, DocumentRange place)
    {
        _text.Append(IsMarkdown ? Markdown.Link(name, linkTo(place)) : name);
        return this;
    }

    /// <summary>Goes on in the next line.</summary>
    public HoverWriter Line()
    {
        _text.Append(IsMarkdown ? "  \n" : "\n");
        return this;
    }

    /// <summary>Goes on in a new paragraph.</summary>
    public HoverWriter Paragraph()
    {
        _text.Append("\n\n");
        return this;
    }

    /// <summary>Begins an item of a list.</summary>
    public HoverWriter Item()
    {
        _text.Append("\n- ");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
