namespace DigestLsp.Workspaces;

/// <summary>One path for each file, however it is reached.</summary>
public static class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MaxLinks = 40;

    private static readonly EnumerationOptions AnyCase = new()
    {
        MatchCasing = MatchCasing.CaseInsensitive,
        AttributesToSkip = FileAttributes.None,
    };

    /// <summary>Whether the disks of this system usually know a file by its name in any case.</summary>
    public static readonly bool FoldsCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    /// <summary>
    /// The absolute path with all links in it followed and, where disks fold case, with all names as they are on disk; the path itself
    /// where links lead in circles or cannot be read.
    /// </summary>
    public static string Of(string path) => Of(path, FoldsCase);

    /// <summary>As <see cref="Of(string)"/>, but for the last name in the path: where that is a link, its own path.</summary>
    public static string OfEntry(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }
        var realParent = Of(parent);
        var name = Path.GetFileName(full);
        try
        {
            return Path.Join(realParent, FoldsCase ? SpellingOf(name, realParent) : name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Path.Join(realParent, name);
        }
    }

    internal static string Of(string path, bool foldsCase)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            var links = MaxLinks;
            return Resolve(full, foldsCase, ref links) ?? full;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return full;
        }
    }

    private static string? Resolve(string full, bool foldsCase, ref int links)
    {
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }
        if (Resolve(parent, foldsCase, ref links) is not { } realParent)
        {
            return null;
        }
        var name = Path.GetFileName(full);
        var path = Path.Join(realParent, foldsCase ? SpellingOf(name, realParent) : name);
        if (new FileInfo(path).LinkTarget is not { } target)
        {
            return path;
        }
        return links-- > 0 ? Resolve(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target, realParent)), foldsCase, ref links) : null;
    }

    /// <summary>
    /// A name as its folder has it: the same where there is one, since some disks do tell case, else the one that differs in case alone;
    /// what is not there keeps the spelling that it was asked by.
    /// </summary>
    private static string SpellingOf(string name, string folder)
    {
        // What is part of a pattern is in no name of these systems, but may be in one that somebody asks for.
        if (name.AsSpan().ContainsAny('*', '?') || !Directory.Exists(folder))
        {
            return name;
        }
        var similar = Directory
            .GetFileSystemEntries(folder, name, AnyCase)
            .Select(found => Path.GetFileName(found)!)
            .Order(StringComparer.Ordinal)
            .ToList();
        return similar.Count == 0 || similar.Contains(name) ? name : similar[0];
    }
}
