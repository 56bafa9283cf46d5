using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG9002: a mark or an accepted finding that matches nothing any more. Only files all of whose digests are loaded are looked at: what
/// is not here may still be there.
/// </summary>
public sealed class UnusedSuppressionRule : IConfigurationRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG9002", "Suppression that matches nothing", RuleSeverity.Suggestion, HasRepair: true);

    /// <inheritdoc/>
    public void Analyze(ConfigurationFile file, Snapshot snapshot, ReportFinding report)
    {
        if (file is not SuppressionFile suppressions || !snapshot.HoldsAllBelow(suppressions.Root))
        {
            return;
        }
        var unused = UnusedSuppressions.Of(suppressions, snapshot);
        foreach (var (span, message) in unused.OrderBy(entry => entry.Span))
        {
            report(span, message, Remove(suppressions.Text, span));
        }
    }

    /// <summary>Removes an entry with the comma that parts it from its neighbour, which lies outside of the finding.</summary>
    private static Repair Remove(SourceText text, TextSpan span)
    {
        var all = text.ToString();
        var before = all.AsSpan(0, span.Start).TrimEnd();
        if (before.EndsWith(","))
        {
            return RemoveSpan(TextSpan.FromBounds(before.Length - 1, span.End));
        }
        var after = all.AsSpan(span.End).TrimStart();
        var end = after.StartsWith(",") ? all.Length - after[1..].TrimStart().Length : span.End;
        return RemoveSpan(TextSpan.FromBounds(span.Start, end));

        static Repair RemoveSpan(TextSpan removed) => Repair.Replace(removed, string.Empty, "Remove this entry", isSafe: false);
    }
}
