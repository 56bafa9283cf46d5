using System.Collections.Immutable;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Goes from a paper to its first place.</summary>
public static class Definition
{
    /// <summary>
    /// Where the paper at a position stands first, in the order of digests; its own title if that is here. A paper that stands
    /// elsewhere too is never its own only answer: at the first copy, the definition is that copy.
    /// </summary>
    public static ImmutableArray<DocumentRange> At(Snapshot snapshot, Document document, LinePosition position)
    {
        if (PaperAtPosition.Find(document, position) is not { } paper)
        {
            return [];
        }
        var first = snapshot.CopiesOf(paper.Place).Select(copy => copy.Place).Append(paper.Place).Min();
        return [DocumentRange.OfHead(first)];
    }
}
