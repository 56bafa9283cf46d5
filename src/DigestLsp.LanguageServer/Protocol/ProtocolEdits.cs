using DigestLsp.Workspaces;
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

    private static IEnumerable<TextEdit> Edits(DocumentEdit part) =>
        part.Changes.Select(change => new TextEdit
        {
            Range = part.Document.GetLinePositionSpan(change.Span).ToProtocol(),
            NewText = change.NewText,
        });
}
