using System.Collections.Immutable;

namespace DigestLsp.Workspaces;

/// <summary>The digests below some files and folders.</summary>
/// <param name="Files">Absolute paths, each file once, in ordinal order.</param>
/// <param name="Problems">What could not be listed.</param>
public sealed record FolderScan(ImmutableArray<string> Files, ImmutableArray<LoadProblem> Problems)
{
    /// <summary>
    /// Finds digests. A file that is named outright is taken whatever it is called; in folders only digests are, and hidden
    /// folders and <c>node_modules</c> are passed over.
    /// </summary>
    public static FolderScan Of(IEnumerable<string> paths, EditorConfiguration configuration, CancellationToken cancellation = default)
    {
        var scan = new Scan(configuration, cancellation);
        foreach (var path in paths)
        {
            scan.Add(Path.GetFullPath(path));
        }
        scan.FollowLinks();
        return new([.. scan.Files.Order(StringComparer.Ordinal)], [.. scan.Problems]);
    }

    /// <summary>Whether a file below a folder of the workspace is a digest, by its name, its configuration, or its first lines.</summary>
    public static bool IsDigest(string path, EditorConfiguration configuration)
    {
        if (configuration.OptionsFor(path).IsDigest is { } configured)
        {
            return configured;
        }
        if (DigestDetection.HasDigestName(path))
        {
            return true;
        }
        if (!DigestDetection.HasTextName(path))
        {
            return false;
        }
        Span<byte> head = stackalloc byte[DigestDetection.HeadBytes];
        using var stream = File.OpenRead(path);
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return DigestDetection.OpensWithBanner(DocumentReader.WithoutByteOrderMark(head[..read]));
    }

    /// <summary>Whether a scan of a folder looks into another one below it.</summary>
    public static bool Enters(string folder, string below) =>
        !Path.GetRelativePath(folder, below).Split(Path.DirectorySeparatorChar).Any(IsPassedOver);

    private static bool IsPassedOver(string name) => name.StartsWith('.') || name == "node_modules";

    private sealed class Scan(EditorConfiguration configuration, CancellationToken cancellation)
    {
        private readonly HashSet<string> _folders = [];
        private readonly Queue<string> _links = [];

        public HashSet<string> Files { get; } = [];

        public List<LoadProblem> Problems { get; } = [];

        public void Add(string path)
        {
            if (Directory.Exists(path))
            {
                AddFolder(path, RealPath.Of(path));
            }
            else if (File.Exists(path))
            {
                Files.Add(RealPath.Of(path));
            }
            else
            {
                Problems.Add(new(path, "there is no such file or folder"));
            }
        }

        /// <summary>Enters folders that only links lead to. Others were entered as themselves, so that each file has one path.</summary>
        public void FollowLinks()
        {
            while (_links.TryDequeue(out var link))
            {
                AddFolder(link, RealPath.Of(link));
            }
        }

        private void AddFolder(string folder, string real)
        {
            cancellation.ThrowIfCancellationRequested();
            // Links may lead back up: each real folder is entered once.
            if (!_folders.Add(real))
            {
                return;
            }
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
                {
                    if (entry is not DirectoryInfo)
                    {
                        AddFile(entry.FullName);
                    }
                    else if (IsPassedOver(entry.Name))
                    {
                        continue;
                    }
                    else if (entry.LinkTarget is not null)
                    {
                        _links.Enqueue(entry.FullName);
                    }
                    else
                    {
                        AddFolder(entry.FullName, Path.Combine(real, entry.Name));
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Problems.Add(new(folder, $"the folder cannot be listed: {exception.Message}"));
            }
        }

        private void AddFile(string path)
        {
            try
            {
                if (IsDigest(path, configuration))
                {
                    Files.Add(RealPath.Of(path));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Problems.Add(new(path, $"cannot be read: {exception.Message}"));
            }
        }
    }
}
