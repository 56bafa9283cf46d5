using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Lists the places where a term stands, or where a paper stands and where others refer to it.</summary>
public static class References
{
    /// <summary>
    /// Every mention of the term at a position, singular or plural. Where there is none, the titles of all copies of the paper, its own among them, in the order of digests, and behind them the
    /// cross-references to it. On a cross-reference, those of the paper that it names.
    /// </summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="document">The document asked about.</param>
    /// <param name="position">Where the caret is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static ImmutableArray<DocumentRange> At(
        Snapshot snapshot,
        Document document,
        LinePosition position,
        CancellationToken cancellation = default
    )
    {
        if (TermAtPosition.Find(snapshot, document, position) is { } mention)
        {
            return [.. snapshot.Terms.MentionsOf(mention.Name, cancellation).Select(DocumentRange.Of)];
        }
        if (PaperAtPosition.Find(document, position) is not { } paper)
        {
            return [];
        }
        var places = paper.Reference is { } named
            ? snapshot.FindByTitle(named.TitleKey)
            : [.. snapshot.CopiesOf(paper.Place).Select(copy => copy.Place).Append(paper.Place).Order()];
        var titles = places.Select(place => place.Paper.Facts.TitleKey).Append(paper.Reference?.TitleKey ?? Hash128.Empty);
        return
        [
            .. places.Select(DocumentRange.OfHead),
            .. titles
                .Where(title => title != Hash128.Empty)
                .Distinct()
                .SelectMany(snapshot.ReferencesTo)
                .Select(found => new DocumentRange(found.Document.Path, found.Document.GetLinePositionSpan(found.Reference.Span))),
        ];
    }
}
