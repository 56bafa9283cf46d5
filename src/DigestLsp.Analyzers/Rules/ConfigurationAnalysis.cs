using System.Collections.Immutable;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>Runs the rules about the files that configure digests.</summary>
public static class ConfigurationAnalysis
{
    /// <summary>The files that configure a snapshot's documents, by path.</summary>
    public static IReadOnlyList<ConfigurationFile> FilesOf(Snapshot snapshot) =>
        snapshot.Configuration.FilesFor(snapshot.Documents.Select(document => document.Path));

    /// <summary>The findings on a configuration file, by place.</summary>
    public static ImmutableArray<Diagnostic> Diagnose(
        Snapshot snapshot,
        ConfigurationFile file,
        CancellationToken cancellation = default
    ) => Diagnose(snapshot, file, RuleCatalog.Rules, cancellation);

    internal static ImmutableArray<Diagnostic> Diagnose(
        Snapshot snapshot,
        ConfigurationFile file,
        RuleSet rules,
        CancellationToken cancellation = default
    )
    {
        var findings = new Collector();
        foreach (var rule in rules.OfConfiguration)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Expect(rule, 0);
            try
            {
                rule.Analyze(file, snapshot, findings.Report);
            }
            catch (Exception exception) when (Collector.IsFault(exception))
            {
                findings.AddFailure(exception, file.Text.GetLineSpan(0));
            }
        }
        return DocumentAnalysis.Configured(snapshot.Configuration.OptionsFor(file.Path), findings.Drain(), file.Text.GetLinePositionSpan);
    }
}
