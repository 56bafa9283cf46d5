using DigestLsp.Similarity.Storage;
using Microsoft.Win32.SafeHandles;

namespace DigestLsp.Workspaces;

/// <summary>A file of the cache.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="UsedUtc">When it was last written or read.</param>
/// <param name="Folders">The folders of which it keeps documents; empty where it does not tell.</param>
public sealed record CacheFile(string Path, long Length, DateTime UsedUtc, IReadOnlyList<string> Folders);

/// <summary>
/// The folder that the cache is in: open to the user alone, bounded in size, its files replaced in one step, so that several processes
/// may use it at once and a process that dies leaves nothing worse than a file that the next one deletes.
/// </summary>
/// <param name="root">The folder in which the cache has its own.</param>
public sealed class CacheFolder(string root)
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "DIGESTLSP_CACHE";

    /// <summary>What all files take together at most; the newest stays, however large.</summary>
    private const long MostBytes = 1L << 30;
    private const int MostFiles = 64;

    private const string Extension = ".facts";
    private const string Unfinished = ".tmp";

    /// <summary>After so long nobody is writing any more.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>Where the files lie.</summary>
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetFullPath(root), "facts");

    /// <summary>The folder that the environment names or, without that, one in the user's cache folder; null where there is none.</summary>
    public static CacheFolder? OfUser()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return new(named);
        }
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var caches =
            OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? System.IO.Path.Combine(home, "Library", "Caches")
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } named2 && System.IO.Path.IsPathRooted(named2) ? named2
            : home.Length > 0 ? System.IO.Path.Combine(home, ".cache")
            : "";
        return System.IO.Path.IsPathRooted(caches) ? new(System.IO.Path.Combine(caches, "digestlsp")) : null;
    }

    /// <summary>The files, the one used last first.</summary>
    public IReadOnlyList<CacheFile> GetFiles() =>
        [
            .. Listed(Extension)
                .OrderByDescending(file => file.LastWriteTimeUtc)
                .Select(file => new CacheFile(file.FullName, file.Length, file.LastWriteTimeUtc, FoldersOf(file))),
        ];

    /// <summary>Deletes all files. One that is being written meanwhile appears later.</summary>
    /// <returns>How many there were, and their bytes.</returns>
    /// <exception cref="IOException">One cannot be deleted.</exception>
    public (int Files, long Bytes) Clear()
    {
        var (count, bytes) = (0, 0L);
        foreach (var file in Listed(Extension).Concat(Listed(Unfinished)).ToList())
        {
            (count, bytes) = (count + 1, bytes + file.Length);
            file.Delete();
        }
        return (count, bytes);
    }

    /// <summary>Opens a file for reading; null where there is none or it is not the user's alone.</summary>
    internal SafeFileHandle? OpenFile(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path) || !IsPrivate(Path))
        {
            return null;
        }
        // A file that is being replaced stays what it was for those who have it open.
        var handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        if (!PrivateAccess.IsPrivate(path, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(handle)))
        {
            handle.Dispose();
            return null;
        }
        Touch(path);
        return handle;
    }

    /// <summary>Writes a file aside and then puts it in its place.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal void WriteFile(string name, Action<Stream> write)
    {
        CreateFolder();
        foreach (var file in Listed(Unfinished).Where(file => DateTime.UtcNow - file.LastWriteTimeUtc > Abandoned))
        {
            file.Delete();
        }
        var aside = System.IO.Path.Combine(Path, $"{name}.{Guid.NewGuid():N}{Unfinished}");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = PrivateAccess.File;
            }
            using (var stream = new FileStream(aside, options))
            {
                write(stream);
            }
            File.Move(aside, PathOf(name), overwrite: true);
        }
        catch
        {
            TryDelete(aside);
            throw;
        }
        Evict();
    }

    private string PathOf(string name) => System.IO.Path.Combine(Path, name + Extension);

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
            return;
        }
        Directory.CreateDirectory(Path, PrivateAccess.Folder);
        if (!IsPrivate(Path))
        {
            throw new UnauthorizedAccessException($"{Path} is not the user's alone");
        }
    }

    /// <summary>A link may have been laid by somebody else, to a folder of the user's that is not meant for this.</summary>
    private static bool IsPrivate(string folder) =>
        new DirectoryInfo(folder).LinkTarget is null
        && PrivateAccess.IsPrivate(folder, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(folder));

    private IEnumerable<FileInfo> Listed(string extension)
    {
        var folder = new DirectoryInfo(Path);
        return folder.Exists ? folder.EnumerateFiles($"*{extension}").Where(file => file.Extension == extension) : [];
    }

    private void Evict()
    {
        var bytes = 0L;
        var count = 0;
        foreach (var file in Listed(Extension).OrderByDescending(file => file.LastWriteTimeUtc).ToList())
        {
            bytes += file.Length;
            count++;
            if (count > 1 && (bytes > MostBytes || count > MostFiles))
            {
                TryDelete(file.FullName);
            }
        }
    }

    private static IReadOnlyList<string> FoldersOf(FileInfo file)
    {
        try
        {
            using var stored = StoredFile.Open(
                File.OpenHandle(file.FullName, share: FileShare.ReadWrite | FileShare.Delete),
                version: null
            );
            return CachedFacts.ReadFolders(stored);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The files that were used last stay longest.</summary>
    private static void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Then it counts as older than it is.
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process has it open, or was faster.
        }
    }
}
