namespace DigestLsp.Workspaces;

/// <summary>
/// How many open files Linux tells of changes by: one for each watcher. The runtime closes one, without an error, when a folder is moved
/// away while something else happens, and that watcher is told nothing any more (https://github.com/dotnet/runtime/issues/133420).
/// </summary>
internal static class InotifyInstances
{
    private const string OpenFiles = "/proc/self/fd";
    private const string Inotify = "anon_inode:inotify";

    /// <summary>How many this process has open; 0 on other systems, and where that is not to be known.</summary>
    public static int Count()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(OpenFiles))
        {
            return 0;
        }
        try
        {
            return new DirectoryInfo(OpenFiles).EnumerateFileSystemInfos().Count(IsInotify);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static bool IsInotify(FileSystemInfo file)
    {
        try
        {
            return file.LinkTarget is { } target && target.EndsWith(Inotify, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // Closed meanwhile.
            return false;
        }
    }
}
