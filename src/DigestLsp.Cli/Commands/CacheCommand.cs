using System.CommandLine;
using System.Globalization;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp cache</c>: shows and clears what the language server keeps from one start to the next.</summary>
internal static class CacheCommand
{
    /// <summary>The folder of the cache; the environment or the system names it where this is not given.</summary>
    public static readonly Option<string?> Folder = new("--cache")
    {
        Description = $"The folder for what the server keeps; by default what {CacheFolder.Variable} names, or the user's cache folder.",
        HelpName = "FOLDER",
    };

    /// <summary>The folder that is meant, null where there is none.</summary>
    public static CacheFolder? FolderOf(ParseResult parsed) =>
        parsed.GetValue(Folder) is { Length: > 0 } named ? new(named) : CacheFolder.OfUser();

    public static Command Create()
    {
        var info = new Command("info", "Tells where the cache is, and what of.") { Folder };
        info.SetAction(parsed => Use(parsed, Show));
        var clear = new Command("clear", "Deletes all that is in the cache.") { Folder };
        clear.SetAction(parsed => Use(parsed, Clear));
        return new("cache", "Shows or clears what the language server keeps for a quick start.") { info, clear };
    }

    private static void Show(CacheFolder cache)
    {
        Console.WriteLine(cache.Path);
        var files = cache.GetFiles();
        foreach (var file in files)
        {
            var used = file.UsedUtc.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var folders = file.Folders.Count == 0 ? "(written by another version)" : string.Join(", ", file.Folders);
            Console.WriteLine($"{Megabytes(file.Length), 10}  {used}  {folders}");
        }
        Console.WriteLine($"{Megabytes(files.Sum(file => file.Length)), 10}  in {files.Count} {(files.Count == 1 ? "file" : "files")}");
    }

    private static void Clear(CacheFolder cache)
    {
        var (files, bytes) = cache.Clear();
        Console.WriteLine($"Deleted {files} {(files == 1 ? "file" : "files")} of {Megabytes(bytes)} in {cache.Path}");
    }

    private static int Use(ParseResult parsed, Action<CacheFolder> use)
    {
        var cache = FolderOf(parsed) ?? throw new UnusableInputException("there is no folder for a cache; name one with --cache");
        try
        {
            use(cache);
            return ExitCode.Clean;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(exception.Message);
        }
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
