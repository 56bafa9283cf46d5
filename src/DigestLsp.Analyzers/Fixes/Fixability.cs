using System.Collections.Concurrent;
using System.Collections.Frozen;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>Tells which findings are mended where all findings of their rule are.</summary>
/// <param name="snapshot">All documents.</param>
public sealed class Fixability(Snapshot snapshot)
{
    private readonly ConcurrentDictionary<string, FrozenSet<(string Path, int Paper)>> _removed = new();

    /// <summary>Whether fixing all findings of its rule mends this one.</summary>
    public bool IsFixable(Document document, Diagnostic diagnostic)
    {
        var rule = diagnostic.Descriptor.Id;
        if (diagnostic.Repair is not null)
        {
            return true;
        }
        if (CopyRemovals.Rules.Contains(rule))
        {
            var removed = _removed.GetOrAdd(rule, id => CopyRemovals.Plan(snapshot, static _ => true, FrozenSet.Create(id)).Removed);
            return removed.Contains((document.Path, document.PaperAt(diagnostic.Span.Start)));
        }
        return Repairs.ForAll(snapshot, document, diagnostic, FrozenSet.Create(rule)) is not null;
    }
}
