using DigestLsp.Analyzers;
using DigestLsp.Workspaces;
using OmniSharp.Extensions.LanguageServer.Protocol;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using Lsp = OmniSharp.Extensions.LanguageServer.Protocol.Models;
using WorkspaceEdit = DigestLsp.Workspaces.WorkspaceEdit;

namespace DigestLsp.LanguageServer;

/// <summary>Puts edits into the protocol's words: with the versions that they are of, where the client takes those.</summary>
internal static class ProtocolEdits
{
    public static Lsp.WorkspaceEdit ToProtocol(this WorkspaceEdit edit, DocumentPaths paths, ClientCapabilities client) =>
        client.Workspace?.WorkspaceEdit.Value?.DocumentChanges ?? false
            ? new()
            {
                DocumentChanges = new Container<WorkspaceEditDocumentChange>(
                    edit.Documents.Select(part => new WorkspaceEditDocumentChange(
                        new TextDocumentEdit
                        {
                            TextDocument = new() { Uri = paths.UriOf(part.Document.Path), Version = part.Document.Version },
                            Edits = new TextEditContainer(Edits(part)),
                        }
                    ))
                ),
            }
            : new() { Changes = edit.Documents.ToDictionary(part => paths.UriOf(part.Document.Path), Edits) };

    /// <summary>A repair of a configuration file, which has no version: the client does not tell of it.</summary>
    public static Lsp.WorkspaceEdit ToProtocol(this Repair repair, ConfigurationFile file, DocumentPaths paths, ClientCapabilities client)
    {
        var edits = repair.Changes.Select(change => new TextEdit
        {
            Range = file.Text.GetLinePositionSpan(change.Span).ToProtocol(),
            NewText = change.NewText,
        });
        var uri = paths.UriOf(file.Path);
        return client.Workspace?.WorkspaceEdit.Value?.DocumentChanges ?? false
            ? new()
            {
                DocumentChanges = new Container<WorkspaceEditDocumentChange>(
                    new WorkspaceEditDocumentChange(
                        new TextDocumentEdit
                        {
                            TextDocument = new() { Uri = uri, Version = null },
                            Edits = new TextEditContainer(edits),
                        }
                    )
                ),
            }
            : new() { Changes = new Dictionary<DocumentUri, IEnumerable<TextEdit>> { [uri] = edits } };
    }

    private static IEnumerable<TextEdit> Edits(DocumentEdit part) =>
        part.Changes.Select(change => new TextEdit
        {
            Range = part.Document.GetLinePositionSpan(change.Span).ToProtocol(),
            NewText = change.NewText,
        });
}
