using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>How a server runs.</summary>
public sealed record ServerOptions
{
    /// <summary>The least that is logged.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>The file that the log is appended to; null for standard error.</summary>
    public string? LogFile { get; init; }

    /// <summary>Where what is computed from digests is kept for the next start; null for nowhere.</summary>
    public CacheFolder? Cache { get; init; }

    /// <summary>The process whose end ends the server; null for the one that the client names when it initializes.</summary>
    public int? ClientProcessId { get; init; }

    /// <summary>The named pipe, or the socket in the file system, at which the client listens; null for another way.</summary>
    public string? Pipe { get; init; }

    /// <summary>The port of this machine at which the client listens; null for another way.</summary>
    public int? Port { get; init; }
}
