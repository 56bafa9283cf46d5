using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG3004: HTML's character references and tags.</summary>
public sealed class HtmlRule : IProseRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG3004", "HTML entities or tags", RuleSeverity.Warning, HasRepair: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } =
        CharacterPairs.Of(CharacterClass.Markup, CharacterClass.Lower)
        | CharacterPairs.Of(CharacterClass.Markup, CharacterClass.Upper)
        | CharacterPairs.Of(CharacterClass.Markup, CharacterClass.Other);

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        var text = prose.Text;
        List<HtmlTag>? tags = null;
        for (var position = 0; text[position..].IndexOfAny('&', '<') is >= 0 and var found; )
        {
            position += found;
            if (text[position] == '<')
            {
                if (HtmlTag.Read(text, position) is { } tag && !IsMention(text, tag))
                {
                    (tags ??= []).Add(tag);
                }
                position++;
                continue;
            }
            var length = HtmlEntity.Read(text[position..], out var meaning);
            if (length > 0)
            {
                ReportEntity(text, new(position, length), meaning, report);
            }
            position += Math.Max(1, length);
        }
        if (tags is not null)
        {
            ReportTags(text, tags, report);
        }
    }

    private static void ReportEntity(ReadOnlySpan<char> text, TextSpan span, string? meaning, ReportFinding report)
    {
        var entity = text.Slice(span.Start, span.Length).ToString();
        if (meaning is null)
        {
            report(span, $"The HTML entity ‘{entity}’ stands for no character");
            return;
        }
        var shown = meaning == " " ? "a space" : $"‘{meaning}’";
        report(span, $"The HTML entity ‘{entity}’ stands for {shown}", Repair.Replace(span, meaning, $"Replace by {shown}"));
    }

    private static void ReportTags(ReadOnlySpan<char> text, List<HtmlTag> tags, ReportFinding report)
    {
        var open = new Stack<HtmlTag>();
        var single = new List<HtmlTag>();
        foreach (var tag in tags)
        {
            if (tag.Name == "br")
            {
                single.Add(tag);
            }
            else if (!tag.IsClosing)
            {
                open.Push(tag);
            }
            else if (open.TryPeek(out var last) && last.Name == tag.Name)
            {
                open.Pop();
                ReportElement(text, new(last, tag), report);
            }
            else if (IsEvident(text, tag))
            {
                single.Add(tag);
            }
        }
        foreach (var tag in open)
        {
            if (IsEvident(text, tag))
            {
                single.Add(tag);
            }
        }
        foreach (var tag in single)
        {
            ReportTag(text, tag, report);
        }
    }

    private static void ReportTag(ReadOnlySpan<char> text, HtmlTag tag, ReportFinding report)
    {
        var change = HtmlElement.WithoutTag(text, tag);
        var name = $"‘<{(tag.IsClosing ? "/" : "")}{tag.Name}>’";
        // The target of a link is part of what the text says.
        var repair = tag is { Name: "a", HasAttributes: true } ? null : new Repair($"Remove {name}", [change]);
        report(change.Span, $"The HTML tag {name} is no part of the text", repair);
    }

    private static void ReportElement(ReadOnlySpan<char> text, HtmlElement element, ReportFinding report)
    {
        if (!element.MarksUp(text))
        {
            return;
        }
        if (element.Open.IsBlock)
        {
            // The tags of a paragraph stand far apart, and each can go without the other.
            ReportTag(text, element.Open, report);
            ReportTag(text, element.Close, report);
        }
        else
        {
            var message = $"The HTML tags ‘<{element.Open.Name}>’ and ‘</{element.Open.Name}>’ are no part of the text";
            report(element.Span, message, element.RepairOf(text));
        }
    }

    /// <summary>Whether a tag without a partner can be nothing else: short names in angle brackets are averages in physics.</summary>
    private static bool IsEvident(ReadOnlySpan<char> text, HtmlTag tag) =>
        tag.Name == "br"
        || tag.IsPrefixed
        || tag.HasAttributes
        || (tag.IsBlock && (tag.IsClosing || (tag.End < text.Length && char.IsLetter(text[tag.End]))));

    /// <summary>Whether the text speaks of the tag: it is quoted, or called one.</summary>
    private static bool IsMention(ReadOnlySpan<char> text, HtmlTag tag)
    {
        var before = tag.Start > 0 ? text[tag.Start - 1] : ' ';
        var after = text[tag.End..];
        return (before is '"' or '\'' or '`' or '“' or '‘' && after is ['"' or '\'' or '`' or '”' or '’', ..])
            || (before == ' ' && (after.StartsWith(" tag") || after.StartsWith(" element") || after.StartsWith(" token")));
    }
}
