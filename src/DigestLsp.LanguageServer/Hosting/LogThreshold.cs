using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>The least that is logged. It may change while the server runs.</summary>
/// <param name="option">As the server was started.</param>
internal sealed class LogThreshold(LogLevel option)
{
    private const string Library = "OmniSharp";

    private volatile int _trace = (int)LogLevel.None;

    /// <summary>The user's choice at present, null for none; it goes before the start's.</summary>
    public Func<LogLevel?> Setting { get; set; } = static () => null;

    /// <summary>Takes how closely the client wants to follow the server: <c>off</c>, <c>messages</c> or <c>verbose</c>. It only ever adds.</summary>
    public void Follow(string? trace) =>
        _trace = (int)(
            trace switch
            {
                "messages" => LogLevel.Debug,
                "verbose" => LogLevel.Trace,
                _ => LogLevel.None,
            }
        );

    /// <summary>Whether something is logged. What the library says counts only when it fails, or for who looks for a fault.</summary>
    public bool Admits(string? category, LogLevel level)
    {
        var least = (LogLevel)Math.Min((int)(Setting() ?? option), _trace);
        var isLibrary = category?.StartsWith(Library, StringComparison.Ordinal) == true;
        return level >= (isLibrary && least is >= LogLevel.Information and < LogLevel.Error ? LogLevel.Error : least);
    }
}
