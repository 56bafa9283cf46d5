using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary>Which documents the server asks the client for.</summary>
internal static class DigestSelector
{
    public const string Language = "digest";

    /// <summary>Digests on disk, and those that were never saved.</summary>
    public static DocumentSelector Documents { get; } =
        new(new DocumentFilter { Language = Language, Scheme = "file" }, new DocumentFilter { Language = Language, Scheme = "untitled" });

    /// <summary>Files that may be digests, and what configures them.</summary>
    public static IEnumerable<string> WatchedFiles { get; } = ["**/*.digest", "**/*.txt", "**/.editorconfig", "**/.digestlsp/*.json"];
}
