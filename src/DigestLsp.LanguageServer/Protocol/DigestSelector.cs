using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary>Which documents the server asks the client for.</summary>
internal static class DigestSelector
{
    public const string Language = "digest";

    private static readonly string[] ConfigurationFiles = ["**/.editorconfig", "**/.digestlsp/*.json"];

    /// <summary>Digests on disk, and those that were never saved.</summary>
    public static DocumentSelector Documents { get; } =
        new(new DocumentFilter { Language = Language, Scheme = "file" }, new DocumentFilter { Language = Language, Scheme = "untitled" });

    /// <summary>Digests, and the files that configure them, whose findings are mended in them but which are read from disk.</summary>
    public static DocumentSelector DocumentsAndConfiguration { get; } =
        new([.. Documents, .. ConfigurationFiles.Select(pattern => new DocumentFilter { Pattern = pattern, Scheme = "file" })]);

    /// <summary>Files that may be digests, and what configures them.</summary>
    public static IEnumerable<string> WatchedFiles { get; } =
    ["**/*.digest", "**/*.txt", .. ConfigurationFiles, "**/.gitignore", "**/.ignore"];

    /// <summary>Folders that come and go. Editors tell of them alone, not of what is in them, and have no pattern for folders only.</summary>
    public const string WatchedFolders = "**/*";
}
