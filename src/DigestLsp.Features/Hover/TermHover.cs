using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Shows a term: what it stands for, where it is introduced, and how often it is used.</summary>
internal static class TermHover
{
    private const int ExpansionsShown = 5;

    /// <summary>Tells about a term that some document introduces.</summary>
    public static void Write(HoverWriter text, Snapshot snapshot, string name, CancellationToken cancellation)
    {
        var term = snapshot.Terms.Find(name)!;
        text.Heading(term.Name);
        if (term.Expansions is [var only])
        {
            text.Say(": ").Quote(only.Text);
        }
        foreach (var expansion in term.Expansions.Length > 1 ? term.Expansions.Take(ExpansionsShown) : [])
        {
            text.Item().Quote(expansion.Text).Say(" (");
            Link(text, expansion.Place).Say(")");
        }
        if (term.Expansions.Length > ExpansionsShown)
        {
            text.Item().Say($"and {term.Expansions.Length - ExpansionsShown} more");
        }
        if (term.Expansions.Length < 2)
        {
            var paper = term.Definition.Paper;
            Link(text.Paragraph().Say("Introduced in "), term.Definition).Say(": ");
            text.Quote(Excerpt.Of(paper.Document.GetHead(paper.Index), CopyWording.TitleLength));
        }
        var (mentions, papers) = snapshot.Terms.CountMentions(name, cancellation);
        text.Paragraph().Say($"{Count(mentions, "mention")} in {Count(papers, "paper")}");
    }

    private static HoverWriter Link(HoverWriter text, TermPlace place)
    {
        var range = DocumentRange.Of(place);
        return text.Link($"{Path.GetFileName(range.Path)}, line {range.Range.Start.Line + 1}", range);
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
