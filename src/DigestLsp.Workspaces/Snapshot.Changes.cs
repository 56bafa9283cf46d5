using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

public sealed partial class Snapshot
{
    /// <summary>This snapshot with everything that became different from one snapshot to a later one.</summary>
    internal Snapshot WithChangesSince(Snapshot earlier, Snapshot later)
    {
        if (ReferenceEquals(earlier, later))
        {
            return this;
        }
        var changed = later.PathsChangedSince(earlier);
        var set = changed.Select(later.GetDocument).OfType<Document>().ToList();
        var removed = changed.Where(path => later.GetDocument(path) is null).ToList();
        var unreadable = removed.Select(later.GetProblem).OfType<LoadProblem>().ToList();
        return (changed.Count == 0 ? this : With(set, removed, unreadable: unreadable)).WithConfiguration(later.Configuration);
    }

    /// <summary>
    /// The paths of all documents about which there may be something else to say than under an earlier snapshot: those that
    /// changed, came or went or cannot be read, those that hold a copy of a paper that left, arrived or stands elsewhere now, those that
    /// refer to such a paper or nearly so, and those that expand an acronym otherwise than others who do so differently now, if anybody has
    /// asked for that. All of them, when the configuration is another.
    /// </summary>
    public IReadOnlySet<string> PathsAffectedSince(Snapshot earlier)
    {
        if (!ReferenceEquals(Configuration, earlier.Configuration))
        {
            return AllPathsSince(earlier).ToHashSet();
        }
        var affected = new HashSet<string>();
        var changed = PathsChangedSince(earlier);
        foreach (var path in changed)
        {
            affected.Add(path);
            AddHoldersOfChangedCopies(earlier, earlier.GetDocument(path), GetDocument(path), affected);
        }
        AddDeviating(earlier, changed, affected);
        return affected;
    }

    private IReadOnlyCollection<string> PathsChangedSince(Snapshot earlier)
    {
        if (ReferenceEquals(_documents, earlier._documents) && ReferenceEquals(_unreadable, earlier._unreadable))
        {
            return [];
        }
        var candidates = _log.PathsSince(earlier._log) ?? AllPathsSince(earlier);
        return
        [
            .. candidates.Where(path =>
                !ReferenceEquals(earlier.GetDocument(path), GetDocument(path)) || earlier.GetProblem(path) != GetProblem(path)
            ),
        ];
    }

    /// <summary>The paths of all documents of this snapshot and of an earlier one, and of all files that could not be read.</summary>
    public IEnumerable<string> AllPathsSince(Snapshot earlier) =>
        _documents.Keys.Union(earlier._documents.Keys).Union(_unreadable.Keys).Union(earlier._unreadable.Keys);

    /// <summary>Others name the line at which a copy stands, and go by the order of digests: both count as changes.</summary>
    private void AddHoldersOfChangedCopies(Snapshot earlier, Document? before, Document? after, HashSet<string> affected)
    {
        var old = before?.Papers ?? DocumentPapers.None;
        var papers = after?.Papers ?? DocumentPapers.None;
        var isComparable = before?.Order == after?.Order && before is not { WasUnreadable: true };
        var (prefix, suffix) = isComparable ? old.CommonEnds(papers) : (0, 0);
        DocumentPaper[] left = [.. old.Between(prefix, old.Length - suffix)];
        DocumentPaper[] arrived = [.. papers.Between(prefix, papers.Length - suffix)];
        earlier.AddHoldersOfCopies(left, affected);
        AddHoldersOfCopies(arrived, affected);
        AddReferring(left, affected);
        AddReferring(arrived, affected);
        if (before is not null && after is not null && !(before.IsOpen && after.IsOpen && !HaveLastMoved(before, after, suffix)))
        {
            AddHoldersOfMovedCopies(before, after, affected);
        }
    }

    /// <summary>
    /// Whether the papers that two versions of an open document have at their ends stand at other lines now: all of them or none.
    /// </summary>
    private static bool HaveLastMoved(Document before, Document after, int suffix) =>
        suffix > 0 && LinesOf(before, before.Papers.Length - suffix) != LinesOf(after, after.Papers.Length - suffix);

    private void AddHoldersOfMovedCopies(Document before, Document after, HashSet<string> affected)
    {
        foreach (var content in _copied.Of(after.Path))
        {
            var lines = after.PlacesOf(content).Select(paper => LinesOf(after, paper));
            if (!lines.SequenceEqual(before.PlacesOf(content).Select(paper => LinesOf(before, paper))))
            {
                AddHoldersOfCopies(content, affected);
            }
        }
    }

    private static LinePositionSpan LinesOf(Document document, int paper) => document.GetLinePositionSpan(document.Papers[paper].Head);

    private void AddHoldersOfCopies(DocumentPaper[] papers, HashSet<string> affected)
    {
        foreach (var paper in papers)
        {
            AddHoldersOfCopies(paper.Facts.Content, affected);
        }
    }

    private void AddHoldersOfCopies(Hash128 content, HashSet<string> affected)
    {
        affected.UnionWith(_paths[content]);
        foreach (var edge in _index.EdgesOf(content))
        {
            affected.UnionWith(_paths[edge.Other]);
        }
    }
}
