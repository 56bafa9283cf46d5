using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>Runs the language server over a pair of streams.</summary>
public static class ServerHost
{
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
        using var logging = LoggerFactory.Create(builder =>
            builder
                .SetMinimumLevel(options.LogLevel)
                .AddFilter("OmniSharp", options.LogLevel < LogLevel.Information ? options.LogLevel : LogLevel.Error)
                .AddProvider(TextLoggerProvider.Open(options.LogFile))
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var session = new Session(
            new MessageInput(input, logging.CreateLogger<MessageInput>()),
            new MessageOutput(output),
            options,
            logging
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
