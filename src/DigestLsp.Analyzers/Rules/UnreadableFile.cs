using System.Collections.Immutable;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG9003: a digest that is there and cannot be read, so that no rule can look at it. It has a descriptor but no analysis: what was met
/// in reading is the finding.
/// </summary>
public static class UnreadableFile
{
    /// <summary>What is the same for all findings of the rule.</summary>
    public static DiagnosticDescriptor Descriptor { get; } = new("DG9003", "File that cannot be read", RuleSeverity.Error);

    /// <summary>What there is to say of the file at a path, of which there is no document; nothing where nothing is wrong with it.</summary>
    public static ImmutableArray<Diagnostic> Diagnose(Snapshot snapshot, string path)
    {
        if (snapshot.GetProblem(path) is not { } problem)
        {
            return [];
        }
        var severity = snapshot.Configuration.OptionsFor(path).SeverityOf(Descriptor.Id) ?? Descriptor.DefaultSeverity;
        // Of a text that is not known, only lines can be named.
        var range = new LinePositionSpan(new(problem.Line, 0), new(problem.Line, 1));
        return severity == RuleSeverity.None ? [] : [new(Descriptor, severity, default, range, $"This file {problem.Message}", [])];
    }
}
