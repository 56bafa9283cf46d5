namespace DigestLsp.Workspaces;

public sealed partial class Snapshot
{
    /// <summary>
    /// What acronyms stand for in all documents. Put together when first asked for, from what an earlier snapshot of the same
    /// configuration had.
    /// </summary>
    public AcronymIndex Acronyms => LazyAcronyms.Of(this);

    private AcronymsOnDemand LazyAcronyms { get; init; } = new(null);

    /// <summary>
    /// Adds the documents that expand an acronym otherwise than most, if something else is to be said of how others expand it. What
    /// nobody has asked for was told to nobody, and takes no time.
    /// </summary>
    private void AddDeviating(Snapshot earlier, IReadOnlyCollection<string> changed, HashSet<string> affected)
    {
        if (changed.Count == 0 || !earlier.LazyAcronyms.WereAsked)
        {
            return;
        }
        var names = new HashSet<uint>();
        foreach (var path in changed)
        {
            AddTouchedAcronyms(earlier.GetDocument(path), GetDocument(path), names);
        }
        foreach (var name in names)
        {
            Acronyms.AddDeviating(earlier.Acronyms, name, affected);
        }
    }

    /// <summary>Those that a paper expands that is another now, or that stands at another line.</summary>
    private static void AddTouchedAcronyms(Document? before, Document? after, HashSet<uint> names)
    {
        var (prefix, suffix) = (0, 0);
        if (before is { IsOpen: true } && after is { IsOpen: true } && before.Order == after.Order)
        {
            (prefix, suffix) = before.Papers.CommonEnds(after.Papers);
            suffix = HaveLastMoved(before, after, suffix) ? 0 : suffix;
        }
        Add(before);
        Add(after);

        void Add(Document? document)
        {
            if (document is null)
            {
                return;
            }
            var papers = DocumentTerms.Of(document).Papers;
            for (var i = prefix; i < papers.Length - suffix; i++)
            {
                AcronymIndex.AddNames(papers[i], names);
            }
        }
    }

    /// <summary>The index of this snapshot, or an earlier one to make it of; nothing as long as nobody has asked.</summary>
    private sealed class AcronymsOnDemand((AcronymIndex Index, ChangeLog Log)? basis)
    {
        private readonly Lock _making = new();
        private (AcronymIndex Index, ChangeLog Log)? _latest = basis;

        public bool WereAsked
        {
            get
            {
                lock (_making)
                {
                    return _latest is not null;
                }
            }
        }

        public AcronymIndex Of(Snapshot snapshot)
        {
            lock (_making)
            {
                var index = _latest is { } latest
                    ? latest.Index.Update(snapshot._documents, snapshot._log.PathsSince(latest.Log))
                    : AcronymIndex.Empty.Update(snapshot._documents, null);
                _latest = (index, snapshot._log);
                return index;
            }
        }

        /// <summary>For the next snapshot.</summary>
        public AcronymsOnDemand Next()
        {
            lock (_making)
            {
                return new(_latest);
            }
        }
    }
}
