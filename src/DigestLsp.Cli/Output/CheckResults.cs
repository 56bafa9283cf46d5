using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>A finding and the file it is in.</summary>
/// <param name="File">The path as it is printed.</param>
/// <param name="Document">The same file.</param>
/// <param name="Diagnostic">The finding.</param>
internal readonly record struct FileDiagnostic(string File, Document Document, Diagnostic Diagnostic);

/// <summary>What a check found.</summary>
/// <param name="Files">Digests that were read.</param>
/// <param name="Papers">Papers in them.</param>
/// <param name="Diagnostics">The findings, by file and place.</param>
internal sealed record CheckResults(int Files, int Papers, ImmutableArray<FileDiagnostic> Diagnostics)
{
    /// <summary>Analyses all documents, in parallel.</summary>
    public static CheckResults Of(Snapshot snapshot, Predicate<Diagnostic> isWanted, CancellationToken cancellation)
    {
        var documents = snapshot.Documents.OrderBy(document => document.Path, StringComparer.Ordinal).ToArray();
        var found = new FileDiagnostic[documents.Length][];
        Parallel.For(
            0,
            documents.Length,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i =>
            {
                var document = documents[i];
                var file = DisplayPath.Of(document.Path);
                found[i] =
                [
                    .. DocumentAnalysis
                        .Diagnose(snapshot, document, cancellation)
                        .Where(diagnostic => isWanted(diagnostic))
                        .Select(diagnostic => new FileDiagnostic(file, document, diagnostic)),
                ];
            }
        );
        return new(documents.Length, documents.Sum(document => document.Papers.Length), [.. found.SelectMany(diagnostics => diagnostics)]);
    }
}
