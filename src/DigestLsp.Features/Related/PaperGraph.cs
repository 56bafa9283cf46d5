using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>
/// The graph of related papers: an edge leads from each paper to the few that it is most like. The ways back are not the same: a
/// survey is what many papers are like, and is itself most like other surveys.
/// </summary>
public static class PaperGraph
{
    /// <summary>Edges that leave a paper.</summary>
    private const int Degree = 10;

    /// <summary>
    /// How many papers are asked for whether they lead here. Who is like a paper is nearly always among those that it is like; asking
    /// all of them would rank as many times as there are papers.
    /// </summary>
    private const int Asked = 20;

    /// <summary>The paper at a position, null where there is none.</summary>
    public static PaperPlace? At(Document document, LinePosition position) => PaperAtPosition.Find(document, position)?.Place;

    /// <summary>The place of a paper that stood in a document: there or, where it stands there no more, its first; null if it is gone.</summary>
    public static PaperPlace? Find(Snapshot snapshot, string path, Hash128 content)
    {
        var places = snapshot.PlacesOf(content);
        return places.Where(place => place.Document.Path == path).Concat(places).Select(place => (PaperPlace?)place).FirstOrDefault();
    }

    /// <summary>The papers that a paper is like, those first that it is most like.</summary>
    public static ImmutableArray<RelatedPaper> Outgoing(Snapshot snapshot, PaperPlace place, CancellationToken cancellation = default) =>
        RelatedPapers.Of(snapshot, place, Degree, cancellation);

    /// <summary>The papers that are like a paper, those first that are most so.</summary>
    public static ImmutableArray<RelatedPaper> Incoming(Snapshot snapshot, PaperPlace place, CancellationToken cancellation = default)
    {
        var contents = RelatedPapers.ContentsOf(snapshot, place);
        return
        [
            .. RelatedPapers
                .Of(snapshot, place, Asked, cancellation)
                .AsParallel()
                .AsOrdered()
                .WithCancellation(cancellation)
                .Where(other =>
                    RelatedPapers.Rank(snapshot, other.Places[0], Degree, cancellation).Any(hit => contents.Contains(hit.Content))
                ),
        ];
    }
}
