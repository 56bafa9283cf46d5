using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Shows a paper: title, date, where else it stands, and how its abstract begins.</summary>
internal static class PaperHover
{
    private const int CopiesShown = 8;
    private const int AbstractShown = 400;

    /// <summary>Tells about the paper that a pointer is over.</summary>
    public static void Write(HoverWriter text, Snapshot snapshot, PaperAtPosition paper)
    {
        WriteHead(text, paper.Syntax.Title?.Text, paper.Syntax);
        WriteCopies(text, "Also stands in:", snapshot.CopiesOf(paper.Place), paper.Place.Document);
        WriteAbstract(text, paper.Syntax);
    }

    /// <summary>Tells about a paper that a cross-reference names: where it stands, too.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="snapshot">All documents.</param>
    /// <param name="place">The paper's first place.</param>
    /// <param name="document">The document that the cross-reference stands in.</param>
    public static void WriteNamed(HoverWriter text, Snapshot snapshot, PaperPlace place, Document document)
    {
        var syntax = place.Document.GetTree()?.Root.GetPaper(place.Index);
        WriteHead(text, place.Document.GetHead(place.Index), syntax);
        text.Paragraph().Say("Stands in:");
        WritePlace(text, place, document);
        WriteCopies(text, null, snapshot.CopiesOf(place), document);
        if (syntax is not null)
        {
            WriteAbstract(text, syntax);
        }
    }

    private static void WriteHead(HoverWriter text, string? title, PaperSyntax? paper)
    {
        text.Heading(title ?? "Paper without a title");
        if (paper is not null && DateOf(paper) is { } date)
        {
            text.Line().Quote(date);
        }
    }

    private static void WriteAbstract(HoverWriter text, PaperSyntax paper)
    {
        text.Paragraph();
        if (paper.Abstract is { } abstractText)
        {
            text.Quote(FirstSentences.Of(abstractText.Text, AbstractShown));
        }
        else
        {
            text.Remark("No abstract.");
        }
    }

    private static string? DateOf(PaperSyntax paper) =>
        paper.Tree.Root.DateLines.TakeWhile(line => line.FullSpan.Start < paper.FullSpan.Start).LastOrDefault()?.ToString();

    /// <param name="text">Takes it.</param>
    /// <param name="heading">What to say first; null where the list goes on.</param>
    /// <param name="copies">The copies.</param>
    /// <param name="document">The document that is looked at.</param>
    private static void WriteCopies(HoverWriter text, string? heading, ImmutableArray<PaperCopy> copies, Document document)
    {
        if (copies.IsEmpty)
        {
            return;
        }
        if (heading is not null)
        {
            text.Paragraph().Say(heading);
        }
        foreach (var copy in copies.Take(CopiesShown))
        {
            WritePlace(text, copy.Place, document);
            if (copy.Match.Kind != DuplicateKind.Exact)
            {
                text.Say(": ").Say(CopyWording.Relation(copy));
            }
        }
        if (copies.Length > CopiesShown)
        {
            text.Item().Say($"and {copies.Length - CopiesShown} more");
        }
    }

    private static void WritePlace(HoverWriter text, PaperPlace place, Document document)
    {
        var name = place.Document == document ? $"this digest, line {CopyWording.LineOf(place)}" : CopyWording.Of(place, document);
        text.Item().Link(name, DocumentRange.OfHead(place));
    }
}
