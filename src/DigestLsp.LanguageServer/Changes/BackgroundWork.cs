using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>Work that reads the disk: done in the order in which it was asked for, one after the other, and never waited for.</summary>
internal sealed class BackgroundWork(ILogger<BackgroundWork> logger)
{
    private readonly Channel<Func<CancellationToken, Task>> _queue = Channel.CreateUnbounded<Func<CancellationToken, Task>>(
        new() { SingleReader = true }
    );

    private int _unfinished;

    /// <summary>Whether all work is done.</summary>
    public bool IsIdle => Volatile.Read(ref _unfinished) == 0;

    /// <summary>Puts work at the end of the queue.</summary>
    public void Add(Func<CancellationToken, Task> work)
    {
        Interlocked.Increment(ref _unfinished);
        _queue.Writer.TryWrite(work);
    }

    /// <summary>Works until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var work in _queue.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            try
            {
                await work(cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
            {
                logger.LogError(exception, "Work in the background failed");
            }
            Interlocked.Decrement(ref _unfinished);
        }
    }
}
