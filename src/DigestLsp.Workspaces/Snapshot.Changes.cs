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
        return (changed.Count == 0 ? this : With(set, removed)).WithConfiguration(later.Configuration);
    }

    /// <summary>
    /// The paths of all documents about which there may be something else to say than under an earlier snapshot: those that
    /// changed, came or went, those that hold a copy of a paper that left, arrived or stands elsewhere now, and those that refer to
    /// such a paper or nearly so. All of them, when the configuration is another.
    /// </summary>
    public IReadOnlySet<string> PathsAffectedSince(Snapshot earlier)
    {
        if (!ReferenceEquals(Configuration, earlier.Configuration))
        {
            return _documents.Keys.Union(earlier._documents.Keys).ToHashSet();
        }
        var affected = new HashSet<string>();
        foreach (var path in PathsChangedSince(earlier))
        {
            affected.Add(path);
            AddHoldersOfChangedCopies(earlier, earlier.GetDocument(path), GetDocument(path), affected);
        }
        return affected;
    }

    private List<string> PathsChangedSince(Snapshot earlier)
    {
        var changed = new List<string>();
        if (ReferenceEquals(_documents, earlier._documents))
        {
            return changed;
        }
        foreach (var (path, document) in _documents)
        {
            if (!ReferenceEquals(earlier.GetDocument(path), document))
            {
                changed.Add(path);
            }
        }
        changed.AddRange(earlier._documents.Keys.Where(path => !_documents.ContainsKey(path)));
        return changed;
    }

    /// <summary>Others name the line at which a copy stands, and go by the order of digests: both count as changes.</summary>
    private void AddHoldersOfChangedCopies(Snapshot earlier, Document? before, Document? after, HashSet<string> affected)
    {
        var old = before?.Papers ?? [];
        var papers = after?.Papers ?? [];
        var (prefix, suffix) = before?.Order == after?.Order ? PaperDifference.CommonEnds(old, papers) : (0, 0);
        earlier.AddHoldersOfCopies(old.AsSpan()[prefix..^suffix], affected);
        AddHoldersOfCopies(papers.AsSpan()[prefix..^suffix], affected);
        AddReferring(old.AsSpan()[prefix..^suffix], affected);
        AddReferring(papers.AsSpan()[prefix..^suffix], affected);
        if (before is not null && after is not null)
        {
            AddHoldersOfMovedCopies(before, after, 0, 0, prefix, affected);
            AddHoldersOfMovedCopies(before, after, old.Length - suffix, papers.Length - suffix, suffix, affected);
        }
    }

    /// <summary>
    /// Looks at a run of papers that both versions have. Where neighbours were pushed equally far, nothing came between them: it is
    /// enough to compare the lines of the first and the last.
    /// </summary>
    private void AddHoldersOfMovedCopies(Document before, Document after, int oldStart, int start, int count, HashSet<string> affected)
    {
        for (var (from, to) = (0, 0); from < count; from = to)
        {
            while (to < count && Push(to) == Push(from))
            {
                to++;
            }
            if (HasMoved(from) || HasMoved(to - 1))
            {
                AddHoldersOfCopies(after.Papers.AsSpan()[(start + from)..(start + to)], affected);
            }
        }

        int Push(int paper) => after.Papers[start + paper].Head.Start - before.Papers[oldStart + paper].Head.Start;

        bool HasMoved(int paper) =>
            after.GetLinePositionSpan(after.Papers[start + paper].Head) != before.GetLinePositionSpan(before.Papers[oldStart + paper].Head);
    }

    private void AddHoldersOfCopies(ReadOnlySpan<DocumentPaper> papers, HashSet<string> paths)
    {
        foreach (var paper in papers)
        {
            paths.UnionWith(_paths[paper.Facts.Content]);
            foreach (var edge in _index.EdgesOf(paper.Facts.Content))
            {
                paths.UnionWith(_paths[edge.Other]);
            }
        }
    }
}
