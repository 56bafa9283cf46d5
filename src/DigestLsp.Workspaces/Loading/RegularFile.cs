using System.Formats.Tar;

namespace DigestLsp.Workspaces;

/// <summary>Tells files from what only has a name like one: to open a pipe waits for somebody who writes to it, perhaps for ever.</summary>
public static class RegularFile
{
    /// <summary>What is wrong with what is special, in words that follow the path.</summary>
    public const string IsSpecialMessage = "is a pipe, a socket or a device, not a file";

    /// <summary>The code of what the framework refuses by itself; what the system refuses has the system's.</summary>
    private static readonly int NotOfTheSystem = new IOException().HResult;

    /// <summary>Whether there is a file at a path, or at the end of a link there, and no folder, pipe, socket or device.</summary>
    public static bool Exists(string path) => Find(path) is { } file && IsRegular(file);

    /// <summary>Whether what is at a path, or at the end of a link there, is a pipe, a socket or a device.</summary>
    public static bool IsSpecial(string path) => Find(path) is { } file && !IsRegular(file);

    private static FileInfo? Find(string path)
    {
        try
        {
            var file = new FileInfo(path);
            var real = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            return real is { Exists: true } ? real : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What is no file has no length, so that nothing more need be asked of files that have one.</summary>
    private static bool IsRegular(FileInfo file) => OperatingSystem.IsWindows() || file.Length > 0 || IsRegular(file.FullName);

    /// <summary>Of all in the framework, only what packs archives looks what a file is without opening it.</summary>
    private static bool IsRegular(string emptyFile)
    {
        using var archive = new MemoryStream();
        try
        {
            using var writer = new TarWriter(archive, leaveOpen: true);
            writer.WriteEntry(emptyFile, "x");
        }
        catch (IOException exception) when (exception.HResult == NotOfTheSystem)
        {
            // A socket, which archives have no name for.
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever opens it is told why he cannot.
            return true;
        }
        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;
    }
}
