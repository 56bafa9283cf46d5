using System.Collections.Immutable;
using System.Text;
using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>What is shown beside a place in a document.</summary>
/// <param name="Markdown">The text, escaped where it comes from the digest.</param>
/// <param name="Range">What it is about.</param>
public sealed record HoverText(string Markdown, LinePositionSpan Range);

/// <summary>Shows a paper: title, date, where else it stands, and how its abstract begins.</summary>
public static class PaperHover
{
    private const int CopiesShown = 8;
    private const int AbstractShown = 400;

    /// <summary>The hover over the title or abstract at a position, null elsewhere.</summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="document">The document asked about.</param>
    /// <param name="position">Where the pointer is.</param>
    /// <param name="linkTo">The URI of a place, for links.</param>
    public static HoverText? At(Snapshot snapshot, Document document, LinePosition position, Func<DocumentRange, string> linkTo)
    {
        if (PaperAtPosition.Find(document, position) is not { } paper)
        {
            return null;
        }
        var text = new StringBuilder();
        text.Append("**").Append(Markdown.Escape(paper.Syntax.Title?.Text ?? "Paper without a title")).Append("**");
        if (DateOf(paper.Syntax) is { } date)
        {
            text.Append("  \n").Append(Markdown.Escape(date));
        }
        AppendCopies(text, paper.Place, snapshot.CopiesOf(paper.Place), linkTo);
        if (paper.Syntax.Abstract is { } abstractText)
        {
            text.Append("\n\n").Append(Markdown.Escape(FirstSentences.Of(abstractText.Text, AbstractShown)));
        }
        else
        {
            text.Append("\n\n*No abstract.*");
        }
        var offset = paper.Syntax.Tree.Text.GetPosition(position);
        var part = paper.Syntax.ChildNodes().First(node => node.Span.Touches(offset));
        return new(text.ToString(), document.GetLinePositionSpan(part.Span));
    }

    private static string? DateOf(PaperSyntax paper) =>
        paper.Tree.Root.DateLines.TakeWhile(line => line.FullSpan.Start < paper.FullSpan.Start).LastOrDefault()?.ToString();

    private static void AppendCopies(
        StringBuilder text,
        PaperPlace place,
        ImmutableArray<PaperCopy> copies,
        Func<DocumentRange, string> linkTo
    )
    {
        if (copies.IsEmpty)
        {
            return;
        }
        text.Append("\n\nAlso stands in:");
        foreach (var copy in copies.Take(CopiesShown))
        {
            var range = DocumentRange.OfHead(copy.Place);
            var name =
                copy.Place.Document == place.Document ? $"this digest, line {CopyWording.LineOf(copy.Place)}" : CopyWording.Of(copy.Place);
            text.Append("\n- ").Append(Markdown.Link(name, linkTo(range)));
            if (copy.Match.Kind != DuplicateKind.Exact)
            {
                text.Append(": ").Append(CopyWording.Relation(copy));
            }
        }
        if (copies.Length > CopiesShown)
        {
            text.Append("\n- and ").Append(copies.Length - CopiesShown).Append(" more");
        }
    }
}
