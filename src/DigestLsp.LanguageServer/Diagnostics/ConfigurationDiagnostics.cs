using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.LanguageServer;

/// <summary>Keeps the client's diagnostics of configuration files in step, as they are on disk. Only what differs is sent.</summary>
internal sealed class ConfigurationDiagnostics(PublishDiagnostics publish)
{
    private readonly Dictionary<string, ImmutableArray<Diagnostic>> _published = [];
    private Snapshot? _served;

    /// <summary>Serves all files that configure a snapshot's documents.</summary>
    public void Serve(Snapshot snapshot, CancellationToken cancellation)
    {
        if (ReferenceEquals(snapshot, _served))
        {
            return;
        }
        // First: an earlier snapshot is not kept, whatever happens.
        _served = snapshot;
        var found = ConfigurationAnalysis
            .FilesOf(snapshot)
            .ToDictionary(file => file.Path, file => ConfigurationAnalysis.Diagnose(snapshot, file, cancellation));
        foreach (var path in found.Keys.Union(_published.Keys).Order(StringComparer.Ordinal).ToList())
        {
            var diagnostics = found.GetValueOrDefault(path, []);
            if (Published.AreEqual(_published.GetValueOrDefault(path, []), diagnostics))
            {
                continue;
            }
            publish(path, null, diagnostics);
            _published[path] = diagnostics;
        }
    }
}
