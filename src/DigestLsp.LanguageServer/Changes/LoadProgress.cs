using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using OmniSharp.Extensions.LanguageServer.Protocol.Server.WorkDone;

namespace DigestLsp.LanguageServer;

/// <summary>
/// Shows in the client how far loading is, where that takes long enough to be worth a word. Loading never waits for the client, which
/// may refuse, or not answer at all.
/// </summary>
/// <param name="manager">Tells what the client supports; null before the session has begun.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class LoadProgress(Func<IServerWorkDoneManager?> manager, TimeProvider time, ILogger<LoadProgress> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.1);

    /// <summary>Loads on a thread of its own.</summary>
    public async Task<IReadOnlyList<LoadProblem>> RunAsync(
        Func<Action<int, int>, CancellationToken, IReadOnlyList<LoadProblem>> load,
        CancellationToken cancellation
    )
    {
        var (done, all) = (0, 0);
        var loading = Task.Run(() => load((read, files) => (done, all) = (Math.Max(done, read), files), cancellation), cancellation);
        await Task.WhenAny(loading, Task.Delay(Patience, time, cancellation)).ConfigureAwait(false);
        if (!loading.IsCompleted && manager() is { IsSupported: true } client)
        {
            _ = ShowAsync(client, loading, () => (done, all), cancellation);
        }
        return await loading.ConfigureAwait(false);
    }

    private async Task ShowAsync(
        IServerWorkDoneManager client,
        Task loading,
        Func<(int Done, int All)> state,
        CancellationToken cancellation
    )
    {
        try
        {
            using var shown = await client
                .Create(new WorkDoneProgressBegin { Title = "Reading digests", Percentage = 0 }, cancellationToken: cancellation)
                .ConfigureAwait(false);
            while (!loading.IsCompleted)
            {
                var (done, all) = state();
                shown.OnNext(
                    new WorkDoneProgressReport { Message = $"{done} of {all} files", Percentage = all == 0 ? 0 : (int)(100L * done / all) }
                );
                await Task.WhenAny(loading, Task.Delay(Step, time, cancellation)).ConfigureAwait(false);
            }
            shown.OnCompleted();
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            logger.LogWarning(exception, "The client does not show how far loading is");
        }
    }
}
