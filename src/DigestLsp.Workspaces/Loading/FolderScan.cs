using System.Collections.Immutable;

namespace DigestLsp.Workspaces;

/// <summary>The digests below some files and folders.</summary>
/// <param name="Files">Absolute paths, each file once, in ordinal order.</param>
/// <param name="Linked">Folders and files that links led to.</param>
/// <param name="Links">Those links: their paths, in which only what stands above them is resolved.</param>
/// <param name="Problems">What could not be listed.</param>
public sealed record FolderScan(
    ImmutableArray<string> Files,
    ImmutableArray<string> Linked,
    ImmutableArray<string> Links,
    ImmutableArray<LoadProblem> Problems
)
{
    /// <summary>
    /// Finds digests. A file that is named outright is taken whatever it is called; in folders only digests are, and hidden
    /// folders, <c>node_modules</c>, what ignore files leave out, and pipes, sockets and devices are passed over.
    /// </summary>
    public static FolderScan Of(IEnumerable<string> paths, EditorConfiguration configuration, CancellationToken cancellation = default)
    {
        var scan = new Scan(configuration, cancellation);
        foreach (var path in paths)
        {
            scan.Add(path);
        }
        scan.FollowLinks();
        return new([.. scan.Files.Order(StringComparer.Ordinal)], [.. scan.Linked], [.. scan.Links], [.. scan.Problems]);
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
        if (!DigestDetection.HasTextName(path) || RegularFile.IsSpecial(path))
        {
            return false;
        }
        Span<byte> head = stackalloc byte[DigestDetection.HeadBytes];
        using var stream = File.OpenRead(path);
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return DigestDetection.OpensWithBanner(DocumentReader.WithoutByteOrderMark(head[..read]));
    }

    /// <summary>Whether digests are looked for in a folder of this name, where nobody named it outright.</summary>
    public static bool IsEntered(string name) => !name.StartsWith('.') && name != "node_modules";

    /// <summary>Whether a scan of a folder would come to a file or folder below it, whether or not that is a digest.</summary>
    public static bool Reaches(string folder, string path, EditorConfiguration configuration)
    {
        var isFolder = Directory.Exists(path);
        var names = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar);
        return names.SkipLast(1).All(IsEntered)
            && (IsEntered(names[^1]) || !isFolder)
            && (
                !configuration.Ignored.LeavesOut(folder, path, isFolder)
                // What is gone may have been a folder.
                || (!isFolder && !File.Exists(path) && !configuration.Ignored.LeavesOut(folder, path, isFolder: true))
            );
    }

    private sealed class Scan(EditorConfiguration configuration, CancellationToken cancellation)
    {
        private readonly List<string> _named = [];
        private readonly HashSet<string> _folders = [];
        private readonly Queue<string> _foldersToFollow = [];

        public HashSet<string> Files { get; } = [];

        public HashSet<string> Linked { get; } = [];

        public List<string> Links { get; } = [];

        public List<LoadProblem> Problems { get; } = [];

        public void Add(string path)
        {
            var real = RealPath.Of(path);
            if (Directory.Exists(real))
            {
                _named.Add(real);
                AddFolder(real, configuration.Ignored.ScopeOf(real));
            }
            else if (RegularFile.Exists(real))
            {
                Files.Add(real);
            }
            else if (File.Exists(real))
            {
                Problems.Add(new(Path.GetFullPath(path), RegularFile.IsSpecialMessage));
            }
            else
            {
                Problems.Add(new(Path.GetFullPath(path), "there is no such file or folder"));
            }
        }

        /// <summary>Enters folders that only links lead to, but for those that lead back up: nobody means all that is above.</summary>
        public void FollowLinks()
        {
            while (_foldersToFollow.TryDequeue(out var link))
            {
                Links.Add(link);
                var real = RealPath.Of(link);
                if (!_named.Any(named => SuppressionEdit.IsBelow(named, real)) && AddFolder(real, configuration.Ignored.ScopeOf(real)))
                {
                    Linked.Add(real);
                }
            }
        }

        /// <summary>Enters a folder, each once.</summary>
        /// <param name="folder">Its path without links.</param>
        /// <param name="scope">The ignore files that count in it.</param>
        private bool AddFolder(string folder, IgnoreScope scope)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_folders.Add(folder))
            {
                return false;
            }
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
                {
                    var isFolder = entry is DirectoryInfo;
                    if ((isFolder && !IsEntered(entry.Name)) || scope.LeavesOut(entry.FullName, isFolder))
                    {
                        continue;
                    }
                    if (!isFolder)
                    {
                        AddFile(entry);
                    }
                    else if (entry.LinkTarget is not null)
                    {
                        _foldersToFollow.Enqueue(entry.FullName);
                    }
                    else
                    {
                        AddFolder(entry.FullName, configuration.Ignored.Enter(scope, entry.FullName));
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Problems.Add(new(folder, $"the folder cannot be listed: {exception.Message}"));
            }
            return true;
        }

        private void AddFile(FileSystemInfo file)
        {
            try
            {
                if (!IsDigest(file.FullName, configuration) || RegularFile.IsSpecial(file.FullName))
                {
                    return;
                }
                if (file.LinkTarget is null)
                {
                    Files.Add(file.FullName);
                    return;
                }
                var real = RealPath.Of(file.FullName);
                Files.Add(real);
                Linked.Add(real);
                Links.Add(file.FullName);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Problems.Add(new(file.FullName, $"cannot be read: {exception.Message}"));
            }
        }
    }
}
