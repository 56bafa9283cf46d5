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
        text.Heading(paper.Syntax.Title?.Text ?? "Paper without a title");
        if (DateOf(paper.Syntax) is { } date)
        {
            text.Line().Quote(date);
        }
        WriteCopies(text, paper.Place, snapshot.CopiesOf(paper.Place));
        text.Paragraph();
        if (paper.Syntax.Abstract is { } abstractText)
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

    private static void WriteCopies(HoverWriter text, PaperPlace place, ImmutableArray<PaperCopy> copies)
    {
        if (copies.IsEmpty)
        {
            return;
        }
        text.Paragraph().Say("Also stands in:");
        foreach (var copy in copies.Take(CopiesShown))
        {
            var name =
                copy.Place.Document == place.Document ? $"this digest, line {CopyWording.LineOf(copy.Place)}" : CopyWording.Of(copy.Place);
            text.Item().Link(name, DocumentRange.OfHead(copy.Place));
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
}
