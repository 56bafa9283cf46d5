using DigestLsp.Workspaces;
using MediatR;
using OmniSharp.Extensions.LanguageServer.Protocol;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using OmniSharp.Extensions.LanguageServer.Protocol.Server.Capabilities;

namespace DigestLsp.LanguageServer;

/// <summary>Opening, changing, saving and closing documents.</summary>
internal sealed class TextDocumentHandler(WorkspaceChanges changes, DocumentPaths paths) : TextDocumentSyncHandlerBase
{
    // The client has chosen by the selector already; here every document is taken for a digest.
    public override TextDocumentAttributes GetTextDocumentAttributes(DocumentUri uri) => new(uri, "file", DigestSelector.Language);

    public override Task<Unit> Handle(DidOpenTextDocumentParams request, CancellationToken cancellationToken)
    {
        if (paths.Open(request.TextDocument.Uri) is { } path)
        {
            changes.Open(path, request.TextDocument.Version ?? 0, request.TextDocument.Text);
        }
        return Unit.Task;
    }

    public override Task<Unit> Handle(DidChangeTextDocumentParams request, CancellationToken cancellationToken)
    {
        if (paths.OpenPathOf(request.TextDocument.Uri) is { } path)
        {
            changes.Change(
                path,
                request.TextDocument.Version,
                [.. request.ContentChanges.Select(change => new DocumentChange(change.Range?.ToLinePositionSpan(), change.Text))]
            );
        }
        return Unit.Task;
    }

    public override Task<Unit> Handle(DidSaveTextDocumentParams request, CancellationToken cancellationToken)
    {
        if (paths.OpenPathOf(request.TextDocument.Uri) is { } path)
        {
            changes.Save(path);
        }
        return Unit.Task;
    }

    public override Task<Unit> Handle(DidCloseTextDocumentParams request, CancellationToken cancellationToken)
    {
        if (paths.Close(request.TextDocument.Uri) is { } path)
        {
            changes.Close(path);
        }
        return Unit.Task;
    }

    protected override TextDocumentSyncRegistrationOptions CreateRegistrationOptions(
        SynchronizationCapability capability,
        ClientCapabilities clientCapabilities
    ) =>
        new()
        {
            DocumentSelector = DigestSelector.Documents,
            Change = TextDocumentSyncKind.Incremental,
            Save = new SaveOptions { IncludeText = false },
        };
}
