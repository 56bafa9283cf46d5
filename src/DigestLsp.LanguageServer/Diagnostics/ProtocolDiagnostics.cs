using System.Collections.Immutable;
using System.Globalization;
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
    /// <summary>The most that is said about one file, the last of which tells how many are left. VS Code shows no more, and says so itself.</summary>
    public const int Limit = 1000;

    private const string Source = "digestlsp";

    /// <summary>The URI of a document.</summary>
    public DocumentUri UriOf(string path) => paths.UriOf(path);

    /// <summary>The JSON of a finding.</summary>
    public byte[] Write(Diagnostic diagnostic) => Write(ToProtocol(diagnostic));

    /// <summary>The JSON of what stands for the findings that are not told.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many they are.</param>
    public byte[] WriteRest(Diagnostic first, int count) => Write(Rest(first, count));

    /// <summary>What is told of a file's findings: all, or those that are most severe, in the order of the text.</summary>
    public static ImmutableArray<Diagnostic> Shown(ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.Length <= Limit)
        {
            return diagnostics;
        }
        var room = Limit - 1;
        var shown = new bool[diagnostics.Length];
        for (var severity = RuleSeverity.Error; severity > RuleSeverity.None && room > 0; severity--)
        {
            for (var i = 0; i < diagnostics.Length && room > 0; i++)
            {
                if (diagnostics[i].Severity == severity)
                {
                    shown[i] = true;
                    room--;
                }
            }
        }
        return [.. diagnostics.Where((_, i) => shown[i])];
    }

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

    private static Lsp.Diagnostic Rest(Diagnostic first, int count) =>
        new()
        {
            Range = first.Range.ToProtocol(),
            Severity = DiagnosticSeverity.Information,
            Source = Source,
            Message =
                string.Create(CultureInfo.InvariantCulture, $"{count:N0} more findings in this file, none more severe, are not shown; ")
                + "digestlsp check lists them all",
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
