using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>A finding and the file it is in.</summary>
/// <param name="File">The path as it is printed.</param>
/// <param name="Document">The digest; null for a configuration file.</param>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Identity">What it is known by wherever it moves; null where nobody asked, or for a finding on a configuration file.</param>
internal readonly record struct FileDiagnostic(string File, Document? Document, Diagnostic Diagnostic, AcceptedFinding? Identity = null);

/// <summary>What a check found.</summary>
/// <param name="Files">Digests that were read.</param>
/// <param name="Papers">Papers in them.</param>
/// <param name="Diagnostics">The findings, by file and place.</param>
internal sealed record CheckResults(int Files, int Papers, ImmutableArray<FileDiagnostic> Diagnostics)
{
    /// <summary>Analyses all documents, in parallel, and the files that configure them.</summary>
    /// <param name="snapshot">The documents.</param>
    /// <param name="isWanted">Which findings are results.</param>
    /// <param name="identify">Whether the findings are to have identities.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static CheckResults Of(Snapshot snapshot, Predicate<Diagnostic> isWanted, bool identify, CancellationToken cancellation)
    {
        var documents = snapshot.Documents.OrderBy(document => document.Path, StringComparer.Ordinal).ToArray();
        var found = new FileDiagnostic[documents.Length][];
        Parallel.For(
            0,
            documents.Length,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i => found[i] = [.. Diagnose(documents[i]).Where(result => isWanted(result.Diagnostic))]
        );
        var ofConfiguration = ConfigurationAnalysis
            .FilesOf(snapshot)
            .SelectMany(file =>
                ConfigurationAnalysis
                    .Diagnose(snapshot, file, cancellation)
                    .Where(diagnostic => isWanted(diagnostic))
                    .Select(diagnostic => new FileDiagnostic(DisplayPath.Of(file.Path), null, diagnostic))
            );
        // Findings keep their order within a file.
        var all = found.SelectMany(results => results).Concat(ofConfiguration).OrderBy(result => result.File, StringComparer.Ordinal);
        return new(documents.Length, documents.Sum(document => document.Papers.Length), [.. all]);

        IEnumerable<FileDiagnostic> Diagnose(Document document)
        {
            var file = DisplayPath.Of(document.Path);
            return identify
                ? DocumentAnalysis
                    .Identify(snapshot, document, Environment.CurrentDirectory, cancellation)
                    .Where(result => result.Accepted is null)
                    .Select(result => new FileDiagnostic(file, document, result.Diagnostic, result.Identity))
                : DocumentAnalysis
                    .Diagnose(snapshot, document, cancellation)
                    .Select(diagnostic => new FileDiagnostic(file, document, diagnostic));
        }
    }
}
