using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Places of one paper that hang together, each with at least one other.</summary>
/// <param name="Kind">The loosest relation that holds them together.</param>
/// <param name="Score">How much the two least similar of those that hold together are alike, from 0 to 1.</param>
/// <param name="Places">The places, in the order of digests; at least two.</param>
/// <param name="Best">Which of them to keep, as an index.</param>
/// <param name="Reason">Why that one, in a few words.</param>
public sealed record DuplicateGroup(DuplicateKind Kind, double Score, ImmutableArray<PaperPlace> Places, int Best, string Reason);

/// <summary>Groups of papers that are the same.</summary>
public static class DuplicateGroups
{
    /// <summary>
    /// All groups of a snapshot, in the order of their first places. Papers that have a copy in common are in one group, whatever
    /// they are to each other.
    /// </summary>
    public static ImmutableArray<DuplicateGroup> Of(Snapshot snapshot, CancellationToken cancellation = default)
    {
        var groups = ImmutableArray.CreateBuilder<DuplicateGroup>();
        var seen = new HashSet<PaperPlace>();
        var exact = new ExactCopies(snapshot);
        var flaws = new Flaws(snapshot.Configuration);
        foreach (var document in snapshot.Documents.OrderBy(document => document.Order))
        {
            foreach (var place in snapshot.PlacesWithCopies(document))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!seen.Contains(place) && snapshot.CopiesOf(place) is { IsEmpty: false })
                {
                    groups.Add(GroupOf(snapshot, exact, flaws, place, seen));
                }
            }
        }
        return groups.DrainToImmutable();
    }

    /// <summary>Walks from copy to copy over the closest relations first, so that what is left as the loosest one was needed.</summary>
    private static DuplicateGroup GroupOf(Snapshot snapshot, ExactCopies exact, Flaws flaws, PaperPlace first, HashSet<PaperPlace> seen)
    {
        var places = new List<PaperPlace>();
        // Papers of one content have the same copies, unless other marks count where they stand.
        var followed = new HashSet<(Hash128 Content, DistinctMarks Marks)>();
        var kind = DuplicateKind.Exact;
        var score = 1.0;
        var next = new PriorityQueue<(PaperPlace Place, DuplicateMatch Match), (int, double, PaperPlace)>();
        next.Enqueue((first, new(DuplicateKind.Exact, 1, 1)), default);
        while (next.TryDequeue(out var reached, out _))
        {
            if (!seen.Add(reached.Place))
            {
                continue;
            }
            places.Add(reached.Place);
            kind = Looseness(reached.Match.Kind) > Looseness(kind) ? reached.Match.Kind : kind;
            score = Math.Min(score, reached.Match.Score);
            if (
                !followed.Add(
                    (reached.Place.Paper.Facts.Content, snapshot.Configuration.Suppressions.For(reached.Place.Document.Path).Marks)
                )
            )
            {
                continue;
            }
            foreach (var copy in snapshot.CopiesOf(reached.Place))
            {
                next.Enqueue((copy.Place, copy.Match), (Looseness(copy.Match.Kind), -copy.Match.Score, copy.Place));
            }
        }
        places.Sort();
        var (best, reason) = BestOf(exact, flaws, places);
        return new(kind, score, [.. places], best, reason);
    }

    private static int Looseness(DuplicateKind kind) =>
        kind switch
        {
            DuplicateKind.Exact => 0,
            DuplicateKind.Retitled => 1,
            DuplicateKind.Near => 2,
            _ => 3,
        };

    /// <summary>
    /// The copy with the fewest broken places; of those, the one with the longest abstract; of those, the first. Copies that fixing
    /// all would remove are not proposed: of those with the same words, the first stays.
    /// </summary>
    private static (int Best, string Reason) BestOf(ExactCopies exact, Flaws flaws, List<PaperPlace> places)
    {
        var redundant = exact.Redundant(places);
        var copies = places
            .Select((place, index) => (Place: place, Index: index))
            .Where(copy => !redundant.Contains(copy.Place))
            .Select(copy => (copy.Index, Flaws: flaws.CountOf(copy.Place), Words: copy.Place.Paper.Facts.AbstractWordCount))
            .OrderBy(copy => copy.Flaws)
            .ThenByDescending(copy => copy.Words)
            .ThenBy(copy => copy.Index)
            .ToList();
        var best = copies[0];
        var reason =
            copies.Any(copy => copy.Flaws > best.Flaws) ? (best.Flaws == 0 ? "nothing in it is broken" : "less of it is broken")
            : copies.Any(copy => copy.Words < best.Words) ? "its abstract is the longest"
            : "it stands first";
        return (best.Index, reason);
    }

    /// <summary>Findings on the own text of papers, looked up once a document; that a paper is a copy is none.</summary>
    private sealed class Flaws(EditorConfiguration configuration)
    {
        private readonly Dictionary<Document, ImmutableArray<Diagnostic>> _findings = [];

        public int CountOf(PaperPlace place)
        {
            if (!_findings.TryGetValue(place.Document, out var findings))
            {
                findings = DocumentAnalysis.DiagnoseOwn(configuration, place.Document);
                _findings.Add(place.Document, findings);
            }
            var papers = place.Document.Papers;
            var start = place.Paper.Head.Start;
            var end = place.Index + 1 < papers.Length ? papers[place.Index + 1].Head.Start : int.MaxValue;
            return findings.Count(finding => finding.Span.Start >= start && finding.Span.Start < end);
        }
    }
}
