using System.Collections.Frozen;
using System.Collections.Immutable;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>How many findings of a rule were mended in a document.</summary>
/// <param name="Path">The document.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Count">How many.</param>
public readonly record struct FixCount(string Path, string Rule, int Count);

/// <summary>What mends many findings.</summary>
/// <param name="Edit">The changes.</param>
/// <param name="Counts">How many findings they mend.</param>
/// <param name="After">All documents as the changes leave them.</param>
public sealed record FixAllResult(WorkspaceEdit Edit, ImmutableArray<FixCount> Counts, Snapshot After)
{
    /// <summary>The papers that are removed, by document and number.</summary>
    public FrozenSet<(string Path, int Paper)> Removed { get; init; } = [];
}
