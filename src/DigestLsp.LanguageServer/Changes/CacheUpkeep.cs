using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>
/// Keeps the cache in step with the workspace, when nobody waits for anything: what came from it is compared with the digests
/// themselves, and what differs from it is saved.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="cache">The cache.</param>
/// <param name="background">Reads the disk.</param>
/// <param name="pump">Told of what turned out to be different.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class CacheUpkeep(
    Workspace workspace,
    FactsCache cache,
    BackgroundWork background,
    DiagnosticsPump pump,
    TimeProvider time,
    ILogger<CacheUpkeep> logger
)
{
    /// <summary>So many that other work never waits long for its turn.</summary>
    private const int FilesAtATime = 20;

    /// <summary>After loading, when what was found is told.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>To read a few digests anew costs the next start less than it costs to save all after every change of one.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    private int _willSave;

    /// <summary>Folders were loaded.</summary>
    public void AfterLoad() => background.Add(VerifyAsync);

    /// <summary>Files were read.</summary>
    public void AfterChange()
    {
        if (Interlocked.Exchange(ref _willSave, 1) == 0)
        {
            _ = SaveAsync(Later);
        }
    }

    private Task VerifyAsync(CancellationToken cancellation)
    {
        var before = workspace.Current;
        var isMore = workspace.Verify(FilesAtATime);
        if (!ReferenceEquals(before, workspace.Current))
        {
            pump.Notify();
        }
        if (isMore)
        {
            background.Add(VerifyAsync);
        }
        else
        {
            _ = SaveAsync(Soon);
        }
        return Task.CompletedTask;
    }

    private async Task SaveAsync(TimeSpan delay)
    {
        await Task.Delay(delay, time).ConfigureAwait(false);
        Volatile.Write(ref _willSave, 0);
        try
        {
            var snapshot = workspace.Current;
            var unsaved = cache.CountUnsaved(snapshot);
            if (unsaved == 0)
            {
                return;
            }
            if (cache.Save(snapshot) is { } problem)
            {
                logger.LogWarning("The cache in {Folder} cannot be written: {Problem}", cache.Folder.Path, problem);
                return;
            }
            logger.LogInformation("The cache is saved, with what changed in {Count} digests", unsaved);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The cache cannot be saved");
        }
    }
}
