using System.Collections.Immutable;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Lists the places where a paper stands.</summary>
public static class References
{
    /// <summary>The titles of all copies of the paper at a position, its own among them, in the order of digests.</summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="document">The document asked about.</param>
    /// <param name="position">Where the caret is.</param>
    public static ImmutableArray<DocumentRange> At(Snapshot snapshot, Document document, LinePosition position)
    {
        if (PaperAtPosition.Find(document, position) is not { } paper)
        {
            return [];
        }
        var places = snapshot.CopiesOf(paper.Place).Select(copy => copy.Place).Append(paper.Place).Order();
        return [.. places.Select(DocumentRange.OfHead)];
    }
}
