using MediatR;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using OmniSharp.Extensions.LanguageServer.Protocol.Workspace;
using FileSystemWatcher = OmniSharp.Extensions.LanguageServer.Protocol.Models.FileSystemWatcher;

namespace DigestLsp.LanguageServer;

/// <summary><c>workspace/didChangeWatchedFiles</c>.</summary>
internal sealed class WatchedFilesHandler(WorkspaceChanges changes) : DidChangeWatchedFilesHandlerBase
{
    public override Task<Unit> Handle(DidChangeWatchedFilesParams request, CancellationToken cancellationToken)
    {
        changes.ReadFiles([.. request.Changes.Select(change => DocumentPaths.FilePathOf(change.Uri)).OfType<string>()]);
        return Unit.Task;
    }

    protected override DidChangeWatchedFilesRegistrationOptions CreateRegistrationOptions(
        DidChangeWatchedFilesCapability capability,
        ClientCapabilities clientCapabilities
    ) =>
        new()
        {
            Watchers = new Container<FileSystemWatcher>([
                .. DigestSelector.WatchedFiles.Select(pattern => Watcher(pattern, WatchKind.Create | WatchKind.Change | WatchKind.Delete)),
                Watcher(DigestSelector.WatchedFolders, WatchKind.Create | WatchKind.Delete),
            ]),
        };

    private static FileSystemWatcher Watcher(string pattern, WatchKind kind) => new() { GlobPattern = pattern, Kind = kind };
}
