using System.Collections.Immutable;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>A stretch that an editor highlights along with the one at the caret.</summary>
/// <param name="Range">The stretch.</param>
/// <param name="Introduces">Whether a paper or a term is introduced there, or only named.</param>
public readonly record struct DocumentHighlight(LinePositionSpan Range, bool Introduces);

/// <summary>Finds in a document what is the same as at the caret.</summary>
public static class DocumentHighlights
{
    /// <summary>
    /// On a term, its mentions in this document. On a title or a cross-reference, the titles of the paper's places in this document
    /// and the cross-references that name it. By place; nothing elsewhere, where editors highlight the word.
    /// </summary>
    public static ImmutableArray<DocumentHighlight> At(Snapshot snapshot, Document document, LinePosition position)
    {
        var found =
            TermAtPosition.Find(snapshot, document, position) is { } mention ? OfTerm(snapshot, document, mention.Name)
            : PaperAtPosition.Find(document, position) is { } paper ? OfPaper(snapshot, paper, position)
            : [];
        return [.. found.OrderBy(highlight => highlight.Range.Start)];
    }

    private static IEnumerable<DocumentHighlight> OfTerm(Snapshot snapshot, Document document, string name)
    {
        var papers = DocumentTerms.Of(document).Papers;
        foreach (var place in snapshot.Terms.MentionsIn(document, name))
        {
            var start = place.Span.Start - place.Paper.Paper.Head.Start;
            var introduces = papers[place.Paper.Index].Definitions.Any(definition => definition.NameSpan.Start == start);
            yield return new(document.GetLinePositionSpan(place.Span), introduces);
        }
    }

    private static IEnumerable<DocumentHighlight> OfPaper(Snapshot snapshot, PaperAtPosition paper, LinePosition position)
    {
        var document = paper.Place.Document;
        var offset = paper.Syntax.Tree.Text.GetPosition(position);
        if (paper.Reference is null && paper.Syntax.Title?.TextSpan.Touches(offset) != true)
        {
            return [];
        }
        var places = paper.Reference is { } named
            ? snapshot.FindByTitle(named.TitleKey).Where(place => place.Document == document)
            : snapshot.CopiesWithin(paper.Place).Select(copy => copy.Place).Append(paper.Place);
        var heads = places.Select(place => place.Paper).ToList();
        var titles = heads.Select(head => head.Facts.TitleKey).Where(title => !title.IsEmpty).ToHashSet();
        if (paper.Reference is { } reference)
        {
            titles.Add(reference.TitleKey);
        }
        return heads
            .Select(head => new DocumentHighlight(document.GetLinePositionSpan(head.Head), Introduces: true))
            .Concat(
                document
                    .References.Where(other => titles.Contains(other.TitleKey))
                    .Select(other => new DocumentHighlight(document.GetLinePositionSpan(other.Span), Introduces: false))
            );
    }
}
