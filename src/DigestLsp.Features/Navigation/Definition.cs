using System.Collections.Immutable;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Goes from a term to where it is introduced, and from a paper or a cross-reference to one to its first place.</summary>
public static class Definition
{
    /// <summary>
    /// Where the term at a position is introduced first or, where there is none, the title of the paper where it stands first, in the order of digests. At the first place that is its own
    /// title, from which editors go on to the references. Nothing where a cross-reference names no paper.
    /// </summary>
    public static ImmutableArray<DocumentRange> At(Snapshot snapshot, Document document, LinePosition position)
    {
        if (TermAtPosition.Find(snapshot, document, position) is { } mention)
        {
            return [DocumentRange.Of(snapshot.Terms.Find(mention.Name)!.Definition)];
        }
        if (PaperAtPosition.Find(document, position) is not { } paper)
        {
            return [];
        }
        if (paper.Reference is { } reference)
        {
            return [.. snapshot.FindByTitle(reference.TitleKey).Take(1).Select(DocumentRange.OfHead)];
        }
        var first = snapshot.CopiesOf(paper.Place).Select(copy => copy.Place).Append(paper.Place).Min();
        return [DocumentRange.OfHead(first)];
    }
}
