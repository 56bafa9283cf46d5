namespace DigestLsp.Workspaces;

public sealed partial class Snapshot
{
    private readonly LazyTerms _terms = new(TermIndex.Empty);

    /// <summary>The terms of all documents. Put together when first asked for, from those of an earlier snapshot if it had them.</summary>
    public TermIndex Terms => _terms.Of(this);

    /// <summary>The index of this snapshot, or an earlier one to make it of.</summary>
    private sealed class LazyTerms(TermIndex basis)
    {
        private TermIndex _latest = basis;

        public TermIndex Of(Snapshot snapshot)
        {
            // Two threads may both update; the indexes are equal.
            var index = Volatile.Read(ref _latest).Update(snapshot._documents);
            Volatile.Write(ref _latest, index);
            return index;
        }

        /// <summary>For the next snapshot.</summary>
        public LazyTerms Next() => new(Volatile.Read(ref _latest));
    }
}
