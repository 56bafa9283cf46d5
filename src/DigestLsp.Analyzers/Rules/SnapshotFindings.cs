using System.Collections.Immutable;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>What a document is found at fault for by looking at all others, whether they hold copies of its papers or not.</summary>
internal static class SnapshotFindings
{
    public static ImmutableArray<Finding> Of(Snapshot snapshot, Document document, RuleSet rules)
    {
        var findings = new Collector();
        foreach (var rule in rules.OfSnapshots)
        {
            var place = document.Papers.IsEmpty ? default : document.Papers[0].Head;
            findings.Run(rule, () => rule.Analyze(snapshot, document, findings.Add), place);
        }
        return findings.Drain();
    }
}
