using DigestLsp.Workspaces;
using OmniSharp.Extensions.LanguageServer.Protocol;

namespace DigestLsp.LanguageServer;

/// <summary>Answers requests: each on the snapshot at its place in the message stream, and on a thread of its own.</summary>
internal sealed class Answers(Workspace workspace, DocumentPaths paths)
{
    /// <summary>Answers a request about all documents.</summary>
    public Task<T> Of<T>(Func<Snapshot, T> answer, CancellationToken cancellation)
    {
        // Taken now: a change that comes later in the stream is not seen.
        var snapshot = workspace.Current;
        return Task.Run(() => answer(snapshot), cancellation);
    }

    /// <summary>Answers a request about one document; what is not known has no answer.</summary>
    public Task<T?> Of<T>(DocumentUri uri, Func<Snapshot, Document, T?> answer, CancellationToken cancellation)
        where T : class =>
        Of(
            snapshot => paths.OpenPathOf(uri) is { } path && snapshot.GetDocument(path) is { } document ? answer(snapshot, document) : null,
            cancellation
        );
}
