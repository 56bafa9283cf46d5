namespace DigestLsp.Workspaces;

/// <summary>One path for each file, however it is reached.</summary>
public static class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MaxLinks = 40;

    /// <summary>The absolute path with all links in it followed; the path itself where they lead in circles or cannot be read.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            var links = MaxLinks;
            return Resolve(full, ref links) ?? full;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return full;
        }
    }

    private static string? Resolve(string full, ref int links)
    {
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }
        if (Resolve(parent, ref links) is not { } realParent)
        {
            return null;
        }
        var path = Path.Join(realParent, Path.GetFileName(full.AsSpan()));
        if (new FileInfo(path).LinkTarget is not { } target)
        {
            return path;
        }
        return links-- > 0 ? Resolve(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target, realParent)), ref links) : null;
    }
}
