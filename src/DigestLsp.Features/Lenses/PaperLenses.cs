using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>A line over a title that tells of the paper's other places; what it says is computed when it comes into sight.</summary>
/// <param name="Range">The title.</param>
/// <param name="Paper">The paper's number in its document.</param>
/// <param name="Content">The paper, by which it is found again after edits.</param>
public readonly record struct PaperLens(LinePositionSpan Range, int Paper, Hash128 Content);

/// <summary>What a lens says, and the places that it opens.</summary>
/// <param name="Title">One line; empty where there is nothing to tell.</param>
/// <param name="Range">The title over which it stands.</param>
/// <param name="Places">The titles of the paper's other places and then those of related papers; may be empty.</param>
public sealed record PaperLensText(string Title, LinePositionSpan Range, ImmutableArray<DocumentRange> Places);

/// <summary>Tells over each title in how many digests the paper stands, and how many papers are related to it.</summary>
public static class PaperLenses
{
    /// <summary>More lenses than anybody scrolls by.</summary>
    private const int MostLenses = 1_000;

    private const int MostRelated = 10;

    /// <summary>As many papers are compared with each other in some 10 ms.</summary>
    private const int MostCompared = 50_000;

    /// <summary>
    /// The lenses of a document, without what they say. Papers that stand elsewhere, too, have one, and so have those with related papers
    /// once these can be told. Where that would take long to find out, all have one, which may turn out to say nothing; in documents of
    /// very many papers, none but copies. Waits for no ranking.
    /// </summary>
    public static ImmutableArray<PaperLens> Of(Snapshot snapshot, Document document, CancellationToken cancellation = default)
    {
        var copied = snapshot.PlacesWithCopies(document).Where(place => !snapshot.CopiesOf(place).IsEmpty);
        var places =
            !snapshot.IsRankingReady || document.Papers.Length > MostLenses ? copied
            : (long)document.Papers.Length * snapshot.ContentCount > MostCompared ? PlacesIn(document)
            : PlacesIn(document).Where(WithRelated(snapshot, copied, cancellation));
        var lenses = ImmutableArray.CreateBuilder<PaperLens>();
        foreach (var place in places.Where(place => !place.Paper.Facts.TitleKey.IsEmpty).Take(MostLenses))
        {
            cancellation.ThrowIfCancellationRequested();
            lenses.Add(new(document.GetLinePositionSpan(place.Paper.Head), place.Index, place.Paper.Facts.Content));
        }
        return lenses.DrainToImmutable();
    }

    private static IEnumerable<PaperPlace> PlacesIn(Document document) =>
        Enumerable.Range(0, document.Papers.Length).Select(i => new PaperPlace(document, i));

    private static Func<PaperPlace, bool> WithRelated(Snapshot snapshot, IEnumerable<PaperPlace> copied, CancellationToken cancellation)
    {
        var isCopied = copied.Select(place => place.Index).ToHashSet();
        return place => isCopied.Contains(place.Index) || !RelatedPapers.CloseTo(snapshot, place, 1, cancellation).IsEmpty;
    }

    /// <summary>What a lens says; null where the paper is gone meanwhile. Waits for no ranking.</summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="document">The document that shows the lens.</param>
    /// <param name="paper">The number that the paper had there.</param>
    /// <param name="content">The paper.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static PaperLensText? Resolve(
        Snapshot snapshot,
        Document document,
        int paper,
        Hash128 content,
        CancellationToken cancellation = default
    )
    {
        var here = snapshot.PlacesOf(content).Where(other => other.Document == document).ToList();
        if (here.Count == 0)
        {
            return null;
        }
        var place = here.MinBy(other => Math.Abs((long)other.Index - paper));
        var copies = snapshot.CopiesOf(place);
        var related = snapshot.IsRankingReady ? RelatedPapers.CloseTo(snapshot, place, MostRelated, cancellation) : [];
        var parts = new List<string>();
        var digests = copies.Select(copy => copy.Place.Document).Append(document).Distinct().Count();
        if (!copies.IsEmpty)
        {
            parts.Add(digests > 1 ? $"in {digests} digests" : $"{copies.Length + 1} times in this digest");
        }
        if (!related.IsEmpty)
        {
            parts.Add($"{related.Length} related");
        }
        return new(
            string.Join(" · ", parts),
            document.GetLinePositionSpan(place.Paper.Head),
            [.. copies.Select(copy => copy.Place).Concat(related).Select(DocumentRange.OfHead)]
        );
    }
}
