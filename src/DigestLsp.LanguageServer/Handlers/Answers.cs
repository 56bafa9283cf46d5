using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol;

namespace DigestLsp.LanguageServer;

/// <summary>Answers requests: each on the snapshot at its place in the message stream, and on a thread of its own.</summary>
internal sealed class Answers(Workspace workspace, ILogger<Answers> logger)
{
    private const int InternalError = -32603;

    /// <summary>Answers a request about all documents.</summary>
    public async Task<T> Of<T>(Func<Snapshot, T> answer, CancellationToken cancellation)
    {
        // Taken before anything is awaited: a change that comes later in the stream is not seen.
        var snapshot = workspace.Current;
        try
        {
            return await Task.Run(() => answer(snapshot), cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "A request failed");
            throw new RpcErrorException(InternalError, null!, "The request failed inside the server; its log says why");
        }
    }

    /// <summary>Answers a request about one document; what is not known has no answer.</summary>
    public Task<T?> Of<T>(DocumentUri uri, Func<Snapshot, Document, T?> answer, CancellationToken cancellation)
        where T : class =>
        Of(
            snapshot =>
                DocumentPaths.PathOf(uri) is { } path && snapshot.GetDocument(path) is { } document ? answer(snapshot, document) : null,
            cancellation
        );
}
