using System.Text;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using Diagnostic = DigestLsp.Analyzers.Diagnostic;
using Lsp = OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary>Puts findings into the protocol's words.</summary>
/// <param name="paths">Names documents.</param>
/// <param name="client">What the client can show.</param>
/// <param name="serializer">Writes the protocol's objects.</param>
internal sealed class ProtocolDiagnostics(DocumentPaths paths, DiagnosticsClient client, ISerializer serializer)
{
    /// <summary>The most that is said about one file; one more then tells how many are left.</summary>
    public const int Limit = 1000;

    private const string Source = "digestlsp";

    /// <summary>The URI of a document.</summary>
    public DocumentUri UriOf(string path) => paths.UriOf(path);

    /// <summary>The JSON of a finding.</summary>
    public byte[] Write(Diagnostic diagnostic) => Write(ToProtocol(diagnostic));

    /// <summary>The JSON of what stands for all findings beyond <see cref="Limit"/>.</summary>
    public byte[] WriteRest(ReadOnlySpan<Diagnostic> rest) => Write(Rest(rest));

    private byte[] Write(Lsp.Diagnostic diagnostic) => Encoding.UTF8.GetBytes(serializer.SerializeObject(diagnostic));

    private Lsp.Diagnostic ToProtocol(Diagnostic diagnostic) =>
        new()
        {
            Range = diagnostic.Range.ToProtocol(),
            Severity = SeverityOf(diagnostic.Severity),
            Code = diagnostic.Descriptor.Id,
            CodeDescription = new CodeDescription { Href = diagnostic.Descriptor.DocumentationUri },
            Source = Source,
            Message = client.ShowsRelated ? diagnostic.Message : diagnostic.Message + string.Concat(diagnostic.Related.Select(InWords)),
            Tags = client.ShowsTags && diagnostic.Descriptor.IsRedundancy ? new Container<DiagnosticTag>(DiagnosticTag.Unnecessary) : null,
            RelatedInformation =
                client.ShowsRelated && !diagnostic.Related.IsEmpty
                    ? new Container<DiagnosticRelatedInformation>(diagnostic.Related.Select(ToProtocol))
                    : null,
        };

    private DiagnosticRelatedInformation ToProtocol(RelatedLocation related) =>
        new()
        {
            Location = new Location { Uri = paths.UriOf(related.Path), Range = related.Range.ToProtocol() },
            Message = related.Message,
        };

    private static string InWords(RelatedLocation related) =>
        $"\n{Path.GetFileName(related.Path)}, line {related.Range.Start.Line + 1}: {related.Message}";

    private static Lsp.Diagnostic Rest(ReadOnlySpan<Diagnostic> rest) =>
        new()
        {
            Range = rest[0].Range.ToProtocol(),
            Severity = DiagnosticSeverity.Information,
            Source = Source,
            Message =
                (rest.Length == 1 ? "1 more finding in this file is" : $"{rest.Length} more findings in this file are")
                + " not shown; digestlsp check lists them all",
        };

    private static DiagnosticSeverity SeverityOf(RuleSeverity severity) =>
        severity switch
        {
            RuleSeverity.Error => DiagnosticSeverity.Error,
            RuleSeverity.Warning => DiagnosticSeverity.Warning,
            RuleSeverity.Suggestion => DiagnosticSeverity.Information,
            _ => DiagnosticSeverity.Hint,
        };
}
