using System.Collections;
using System.Collections.Immutable;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// The papers of a document that have copies, in order, but for those that are meant to stand there. Copies are looked up when
/// somebody asks for them.
/// </summary>
public sealed class CopiedPapers : IEnumerable<CopiedPaper>
{
    private readonly Snapshot _snapshot;
    private readonly ImmutableArray<PaperPlace> _places;

    /// <param name="snapshot">The snapshot.</param>
    /// <param name="places">Where papers stand that may have copies, in order, all in one document.</param>
    internal CopiedPapers(Snapshot snapshot, ImmutableArray<PaperPlace> places) => (_snapshot, _places) = (snapshot, places);

    /// <summary>There may be fewer, but no more.</summary>
    public int AtMost => _places.Length;

    /// <summary>The one with a number, null if that has no copies.</summary>
    public CopiedPaper? Find(int paper)
    {
        var found = _places.AsSpan().BinarySearch(new Number(paper));
        return found < 0 ? null : Find(_places[found]);
    }

    /// <inheritdoc/>
    public IEnumerator<CopiedPaper> GetEnumerator() => _places.Select(Find).OfType<CopiedPaper>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private CopiedPaper? Find(PaperPlace place) =>
        _snapshot.CopiesOf(place) is { IsEmpty: false } copies && !Suppression.IsIntended(_snapshot.Configuration, place)
            ? new(place, copies)
            : null;

    private readonly struct Number(int paper) : IComparable<PaperPlace>
    {
        public int CompareTo(PaperPlace other) => paper.CompareTo(other.Index);
    }
}
