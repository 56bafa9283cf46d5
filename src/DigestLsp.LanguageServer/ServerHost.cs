using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>Runs the language server over a pair of streams.</summary>
public static class ServerHost
{
    /// <summary>The exit code where the client cannot be reached.</summary>
    private const int Unreachable = 2;

    /// <summary>Serves one client over the streams that the options name; see the other overload.</summary>
    /// <returns>The exit code: 0 when the client had asked for the shutdown, 2 where it could not be reached, else 1.</returns>
    public static async Task<int> RunAsync(ServerOptions options, CancellationToken cancellation)
    {
        try
        {
            var (input, output) = await Transport.OpenAsync(options, cancellation).ConfigureAwait(false);
            return await RunAsync(input, output, options, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return Unreachable;
        }
    }

    /// <summary>
    /// Serves one client until it says exit, its stream or its process ends, or the run is cancelled.
    /// </summary>
    /// <param name="input">What the client writes.</param>
    /// <param name="output">What the client reads; nothing else may write to it.</param>
    /// <param name="options">How the server runs.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The exit code: 0 when the client had asked for the shutdown, else 1.</returns>
    public static async Task<int> RunAsync(Stream input, Stream output, ServerOptions options, CancellationToken cancellation)
    {
        var threshold = new LogThreshold(options.LogLevel);
        using var logging = LoggerFactory.Create(builder =>
            builder.AddFilter(threshold.Admits).AddProvider(TextLoggerProvider.Open(options.LogFile))
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var session = new Session(
            new MessageInput(input, logging.CreateLogger<MessageInput>()),
            new MessageOutput(output),
            options,
            logging,
            threshold
        );
        try
        {
            return await session.RunAsync(stop.Token).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }
}
