using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Something that an editor offers to do in a file that configures digests.</summary>
/// <param name="Diagnostic">The finding that it mends.</param>
/// <param name="Repair">What it changes, in positions within the file.</param>
public sealed record ConfigurationAction(Diagnostic Diagnostic, Repair Repair);

/// <summary>What an editor offers where there are findings in files that configure digests.</summary>
public static class ConfigurationActions
{
    /// <summary>
    /// The repairs of the findings that touch a range; none where the file on disk is not the one that was read, since nothing
    /// would then be known of what stands at the range.
    /// </summary>
    public static ImmutableArray<ConfigurationAction> QuickFixes(
        Snapshot snapshot,
        ConfigurationFile file,
        LinePositionSpan range,
        CancellationToken cancellation = default
    )
    {
        if (!file.IsCurrent())
        {
            return [];
        }
        var start = file.Text.GetPosition(range.Start);
        var end = Math.Max(start, file.Text.GetPosition(range.End));
        return
        [
            .. ConfigurationAnalysis
                .Diagnose(snapshot, file, cancellation)
                .Where(found => found.Repair is not null && found.Span.Start <= end && start <= found.Span.End)
                .Select(found => new ConfigurationAction(found, found.Repair!)),
        ];
    }
}
