namespace DigestLsp.Workspaces;

/// <summary>One path for each file, however it is reached.</summary>
public static class RealPath
{
    /// <summary>The absolute path with links in the last component followed; the path itself where that fails.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            FileSystemInfo info = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
            return info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
        }
        catch (IOException)
        {
            return full;
        }
    }
}
