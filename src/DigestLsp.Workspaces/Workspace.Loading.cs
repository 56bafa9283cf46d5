using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using DigestLsp.Syntax;

namespace DigestLsp.Workspaces;

public sealed partial class Workspace
{
    /// <summary>
    /// Loads all digests below files and folders, in parallel. Documents that are open keep the editor's text, and files that are
    /// known and did not change are not read again. After cancellation the snapshot is what it was.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Told how many files are read, and how many there are.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <returns>What could not be taken in; everything else was.</returns>
    public IReadOnlyList<LoadProblem> Load(
        IReadOnlyCollection<string> paths,
        Action<int, int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ImmutableInterlocked.Update(ref _folders, known => known.Union(paths.Where(path => !File.Exists(path)).Select(RealPath.Of)));
        var basis = Current;
        var scan = FolderScan.Of(paths, basis.Configuration, cancellation);
        ImmutableInterlocked.Update(ref _found, static (known, scan) => known.With(scan), scan);
        return Load(basis, scan, [], progress, cancellation);
    }

    /// <summary>
    /// Looks through all folders again: reads what is new or changed, and drops what is gone or is no digest any more.
    /// </summary>
    /// <inheritdoc cref="Load(IReadOnlyCollection{string}, Action{int, int}?, CancellationToken)"/>
    public IReadOnlyList<LoadProblem> Reload(Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var basis = Current;
        var scan = FolderScan.Of(_folders, basis.Configuration, cancellation);
        _found = ScannedPlaces.None.With(scan);
        var found = scan.Files.ToHashSet();
        return Load(basis, scan, [.. ClosedOf(basis).Where(path => !found.Contains(path))], progress, cancellation);
    }

    /// <summary>Reads files that were created, changed or deleted outside. Open documents keep the editor's text.</summary>
    public Snapshot Refresh(IEnumerable<string> paths)
    {
        var basis = Current;
        var set = new List<Document>();
        var removed = new List<string>();
        var unreadable = new List<LoadProblem>();
        foreach (var path in paths.Distinct())
        {
            if (basis.GetDocument(path) is { IsOpen: true })
            {
                continue;
            }
            var failures = unreadable.Count;
            if (Belongs(path) && TryTakeIn(path, () => Read(path, unreadable.Add), unreadable.Add) is { } document)
            {
                set.Add(document);
            }
            else if (unreadable.Count > failures || basis.GetDocument(path) is not null || basis.GetProblem(path) is not null)
            {
                removed.Add(path);
            }
        }
        return set.Count + removed.Count > 0 ? Adopt(basis, basis.With(set, removed, unreadable: Present(unreadable))) : basis;
    }

    /// <summary>Drops folders: their documents go, but for those that are open or below another folder.</summary>
    public Snapshot RemoveFolders(IEnumerable<string> folders)
    {
        ImmutableInterlocked.Update(ref _folders, known => known.Except(folders.Select(RealPath.Of)));
        var basis = Current;
        if (!_found.Linked.IsEmpty)
        {
            var scan = FolderScan.Of(_folders.Where(Directory.Exists), basis.Configuration);
            _found = ScannedPlaces.None.With(scan) with { Unseen = _found.Unseen };
        }
        _found = _found with { Unseen = _found.Unseen.Where(IsBelowFolder).ToImmutableHashSet() };
        return Adopt(basis, basis.With([], [.. ClosedOf(basis).Where(path => !IsBelowFolder(path))]), isLoaded: true);
    }

    private ReadOnlyCollection<LoadProblem> Load(
        Snapshot basis,
        FolderScan scan,
        IReadOnlyCollection<string> gone,
        Action<int, int>? progress,
        CancellationToken cancellation
    )
    {
        var problems = new ConcurrentBag<LoadProblem>();
        var loaded = new Document?[scan.Files.Length];
        var cached = basis.Documents.All(document => document.IsOpen) ? cache?.Open(_folders) : null;
        var unreadable = new ConcurrentBag<string>();
        var done = 0;
        Parallel.For(
            0,
            loaded.Length,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i =>
            {
                var path = scan.Files[i];
                var known = basis.GetDocument(path);
                if (known is not { IsOpen: true })
                {
                    var latest = TryTakeIn(path, () => Latest(path, known), problems.Add, cancellation);
                    if (latest is null)
                    {
                        unreadable.Add(path);
                    }
                    loaded[i] = ReferenceEquals(latest, known) ? null : latest;
                }
                progress?.Invoke(Interlocked.Increment(ref done), loaded.Length);
            }
        );
        var lost = scan.Problems.Where(problem => IsKnown(basis, problem.Path)).ToList();
        Adopt(
            basis,
            basis.With(
                [.. loaded.OfType<Document>()],
                [.. gone, .. unreadable, .. lost.Select(problem => problem.Path)],
                cached?.Index,
                Present(problems.Concat(lost))
            ),
            isLoaded: true
        );
        return scan.Problems.Concat(problems).OrderBy(problem => problem.Path, StringComparer.Ordinal).ToList().AsReadOnly();

        Document? Latest(string path, Document? known) =>
            DocumentReader.StampOf(path) is not { } stamp ? Read(path, problems.Add)
            : known?.WasReadFrom(stamp) == true ? known
            : Recall(cached, path, stamp) ?? Read(path, problems.Add);
    }

    /// <summary>Whatever else goes wrong with a file is wrong with that alone, and is told: all others are taken in.</summary>
    private static Document? TryTakeIn(
        string path,
        Func<Document?> read,
        Action<LoadProblem> report,
        CancellationToken cancellation = default
    )
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            report(new(path, $"cannot be analysed, for a fault of digestlsp; please report it: {fault.GetType().Name}: {fault.Message}"));
            return null;
        }
    }

    /// <summary>The problems of files that are there: one that was deleted before it was read is none.</summary>
    private static List<LoadProblem> Present(IEnumerable<LoadProblem> problems) =>
        [.. problems.Where(problem => File.Exists(problem.Path))];

    /// <summary>The paths of what is known of the disk: digests that are not open, and those that cannot be read.</summary>
    private static IEnumerable<string> ClosedOf(Snapshot snapshot) =>
        snapshot
            .Documents.Where(document => !document.IsOpen)
            .Select(document => document.Path)
            .Concat(snapshot.Unreadable.Select(problem => problem.Path));

    /// <summary>Whether a path is among those: what was a digest while it could be read is one still, though its name does not tell.</summary>
    private static bool IsKnown(Snapshot snapshot, string path) =>
        snapshot.GetDocument(path) is { IsOpen: false } || snapshot.GetProblem(path) is not null;

    private Document? Recall(CachedFacts? cached, string path, FileStamp stamp)
    {
        if (cached?.Find(path, stamp) is not { } document)
        {
            return null;
        }
        prepare?.Invoke(document, Current.Configuration);
        _unverified.Enqueue(document);
        return document;
    }

    private Document? Read(string path, Action<LoadProblem> report) =>
        DocumentReader.Borrow(
            path,
            buffers ?? ArrayPool<byte>.Shared,
            read =>
            {
                if (read.Problem is { } problem)
                {
                    report(problem);
                }
                if (read.Text is null)
                {
                    return null;
                }
                var tree = SyntaxTree.Parse(read.Text);
                var document = Document.Closed(path, tree, read.Stamp, read.Hash, Current.Share);
                prepare?.Invoke(document, Current.Configuration);
                document.LetGoOfTree();
                GC.KeepAlive(tree);
                return document;
            }
        );
}
