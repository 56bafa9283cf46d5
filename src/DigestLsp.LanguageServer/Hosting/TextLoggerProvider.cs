using System.Globalization;
using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>Logs to a file or to standard error, a line for each entry; never to standard output, which belongs to the protocol.</summary>
internal sealed class TextLoggerProvider(TextWriter writer) : ILoggerProvider
{
    private readonly Lock _writing = new();

    /// <summary>Opens the log.</summary>
    /// <param name="file">The file to append to; null for standard error.</param>
    public static TextLoggerProvider Open(string? file)
    {
        if (file is null)
        {
            return new(Console.Error);
        }
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new(new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true });
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    /// <inheritdoc/>
    public void Dispose()
    {
        Write(static log => log.Flush());
    }

    /// <summary>A log that nobody reads any more, or that cannot be written for whatever reason, must not stop the server.</summary>
    private void Write(Action<TextWriter> write)
    {
        try
        {
            lock (_writing)
            {
                write(writer);
            }
        }
        catch
        {
            // Whom to tell?
        }
    }

    private sealed class Logger(TextLoggerProvider owner, string category) : ILogger
    {
        public IDisposable BeginScope<TState>(TState state)
            where TState : notnull => NoScope.Instance;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var time = DateTime.Now.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
            var cause = exception is null ? string.Empty : Environment.NewLine + exception;
            owner.Write(log => log.WriteLine($"{time} {logLevel} {category}: {formatter(state, exception)}{cause}"));
        }
    }

    /// <summary>Scopes are not written. There must be one, though: the library closes what it gets without asking.</summary>
    private sealed class NoScope : IDisposable
    {
        public static NoScope Instance { get; } = new();

        public void Dispose() { }
    }
}
