using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DigestLsp.Similarity;

/// <summary>
/// The papers of a workspace or an archive and the duplicates among them, as an immutable value: keeping a snapshot costs nothing.
/// It is over different contents; where a content stands, and how often, is the caller's knowledge.
/// </summary>
/// <remarks>
/// Two papers are compared when they share a key (identifier, title, abstract, leading words, band of the signature) and stand at most
/// <see cref="Window"/> places apart among the papers with that key, similar ones being neighbours. So a key that thousands share costs
/// bounded work, and the result depends on the papers alone, never on the order in which they came. Papers are kept in segments of
/// which each is several times as large as the next (the logarithmic method of Bentley and Saxe, 1980).
/// </remarks>
public sealed class DuplicateIndex
{
    /// <summary>How far apart, among the papers of one key, two papers may stand to be compared.</summary>
    internal const int Window = 8;

    internal DuplicateIndex(
        ImmutableArray<LiveSegment> segments,
        ImmutableDictionary<Hash128, ImmutableArray<DuplicateEdge>> edges,
        int window
    )
    {
        Segments = segments;
        Edges = edges;
        WindowSize = window;
        Count = segments.Sum(segment => segment.Count);
    }

    /// <summary>The index of no papers.</summary>
    public static DuplicateIndex Empty { get; } = EmptyWith(Window);

    /// <summary>The number of different contents.</summary>
    public int Count { get; }

    /// <summary>All papers, in no order.</summary>
    public IEnumerable<PaperFacts> Papers => Segments.SelectMany(segment => segment.Papers);

    /// <summary>The duplicates of every content that has any, each list ordered by the other content.</summary>
    public ImmutableDictionary<Hash128, ImmutableArray<DuplicateEdge>> Edges { get; }

    internal ImmutableArray<LiveSegment> Segments { get; }

    internal int WindowSize { get; }

    /// <summary>Builds the index of many papers at once, on all processors. Papers of the same content count once.</summary>
    public static DuplicateIndex Build(IReadOnlyCollection<PaperFacts> papers) => DuplicateIndexBuilder.Build(papers, Window);

    internal static DuplicateIndex EmptyWith(int window) =>
        new([], ImmutableDictionary<Hash128, ImmutableArray<DuplicateEdge>>.Empty, window);

    /// <summary>
    /// The index without some papers and with others: the removals come first, so a content in both remains. Adding what is there and
    /// removing what is not there change nothing.
    /// </summary>
    public DuplicateIndex Update(IEnumerable<PaperFacts> added, IEnumerable<PaperFacts> removed)
    {
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(removed);
        return new DuplicateIndexBuilder(this).Update(added, removed);
    }

    /// <summary>The duplicates of a content, ordered by the other content; empty when it has none or is not there.</summary>
    public ImmutableArray<DuplicateEdge> EdgesOf(Hash128 content) => Edges.TryGetValue(content, out var edges) ? edges : [];

    /// <summary>Whether a content is in the index, and its facts.</summary>
    public bool TryGetFacts(Hash128 content, [MaybeNullWhen(false)] out PaperFacts facts)
    {
        foreach (LiveSegment segment in Segments)
        {
            int id = segment.Segment.Find(content);
            if (id >= 0 && segment.IsLive(id))
            {
                facts = segment.Segment.Paper(id);
                return true;
            }
        }

        facts = null;
        return false;
    }

    /// <summary>All papers of the index with a normalised title, given by its hash; none for the empty title.</summary>
    public IEnumerable<PaperFacts> WithTitle(Hash128 title)
    {
        foreach (LiveSegment segment in Segments)
        {
            (int start, int end) = title.IsEmpty ? default : segment.Segment.Bucket(CandidateKeys.OfTitle(title));
            for (int posting = start; posting < end; posting++)
            {
                int id = segment.Segment.Owner(posting);
                if (segment.IsLive(id) && segment.Segment.Paper(id).TitleKey == title)
                {
                    yield return segment.Segment.Paper(id);
                }
            }
        }
    }

    /// <summary>The papers of the index that duplicate a given one, which need not be in it, ordered by content. A paper of the same content counts as one.</summary>
    public ImmutableArray<DuplicateEdge> Query(PaperFacts paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var neighbors = new Neighborhood(Segments, WindowSize);
        var edges = ImmutableArray.CreateBuilder<DuplicateEdge>();
        foreach (PaperFacts candidate in neighbors.Candidates(paper, includeSelf: true))
        {
            DuplicateMatch match = DuplicateDecision.Compare(paper, candidate);
            if (match.Kind != DuplicateKind.None)
            {
                edges.Add(new DuplicateEdge(candidate.Content, match));
            }
        }

        edges.Sort(static (x, y) => x.Other.CompareTo(y.Other));
        return edges.DrainToImmutable();
    }
}
