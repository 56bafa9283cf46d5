using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>Work that reads the disk: done in the order in which it was asked for, one after the other, and never waited for.</summary>
internal sealed class BackgroundWork(ILogger<BackgroundWork> logger)
{
    private readonly Channel<Func<CancellationToken, Task>> _queue = Channel.CreateUnbounded<Func<CancellationToken, Task>>(
        new() { SingleReader = true }
    );

    /// <summary>Puts work at the end of the queue.</summary>
    public void Add(Func<CancellationToken, Task> work) => _queue.Writer.TryWrite(work);

    /// <summary>Works until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var work in _queue.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            try
            {
                await work(cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Work in the background failed");
            }
        }
    }
}
