using DigestLsp.Workspaces;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using OmniSharp.Extensions.LanguageServer.Protocol.Server.WorkDone;

namespace DigestLsp.LanguageServer;

/// <summary>Shows in the client how far loading is, where that takes long enough to be worth a word.</summary>
/// <param name="manager">Tells what the client supports; null before the session has begun.</param>
/// <param name="time">The clock.</param>
internal sealed class LoadProgress(Func<IServerWorkDoneManager?> manager, TimeProvider time)
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
        if (loading.IsCompleted || manager() is not { IsSupported: true } client)
        {
            return await loading.ConfigureAwait(false);
        }
        using var shown = await client
            .Create(new WorkDoneProgressBegin { Title = "Reading digests", Percentage = 0 }, cancellationToken: cancellation)
            .ConfigureAwait(false);
        while (!loading.IsCompleted)
        {
            shown.OnNext(
                new WorkDoneProgressReport { Message = $"{done} of {all} files", Percentage = all == 0 ? 0 : (int)(100L * done / all) }
            );
            await Task.WhenAny(loading, Task.Delay(Step, time, cancellation)).ConfigureAwait(false);
        }
        shown.OnCompleted();
        return await loading.ConfigureAwait(false);
    }
}
