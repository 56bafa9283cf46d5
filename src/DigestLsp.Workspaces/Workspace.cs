using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>
/// The one thing that changes: it holds the current snapshot, and every operation replaces it by another. An editor's changes
/// come one after the other and take effect at once; what reads files works beside them on the snapshot that it began with, and
/// when it is done yields to what they changed meanwhile.
/// </summary>
/// <param name="prepare">
/// Computes what is to be kept of a closed document while its text is at hand; called from several threads at once.
/// </param>
/// <param name="cache">Keeps what was computed from closed documents for the next start; null for nothing.</param>
/// <param name="buffers">Lends the memory that files are read into while they are looked at; null for the pool that all share.</param>
public sealed class Workspace(
    Action<Document, EditorConfiguration>? prepare = null,
    FactsCache? cache = null,
    ArrayPool<byte>? buffers = null
)
{
    private readonly Lock _replacing = new();
    private readonly ConcurrentQueue<Document> _unverified = new();
    private ImmutableHashSet<string> _folders = [];
    private ImmutableHashSet<string> _linked = [];
    private ImmutableHashSet<string> _unseen = [];
    private ImmutableHashSet<string> _links = [];
    private Snapshot _current = Snapshot.Empty.WithConfiguration(new());

    /// <summary>The latest snapshot.</summary>
    public Snapshot Current => Volatile.Read(ref _current);

    /// <summary>The folders that were loaded, with those that are not there and may come.</summary>
    public IReadOnlyCollection<string> Folders => _folders;

    /// <summary>Where to look for changes: all folders, and the folders and files that links in them lead to.</summary>
    public IReadOnlyCollection<string> Places => _folders.Union(_linked);

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
        ImmutableInterlocked.Update(ref _linked, known => known.Union(scan.Linked));
        ImmutableInterlocked.Update(ref _unseen, known => known.Union(UnseenOf(scan)));
        ImmutableInterlocked.Update(ref _links, known => known.Union(scan.Links));
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
        _linked = [.. scan.Linked];
        _unseen = [.. UnseenOf(scan)];
        _links = [.. scan.Links];
        var found = scan.Files.ToHashSet();
        return Load(basis, scan, [.. ClosedOf(basis).Where(path => !found.Contains(path))], progress, cancellation);
    }

    /// <summary>Takes the text that an editor opened.</summary>
    /// <param name="path">The file's path or, for a document that was never saved, its URI.</param>
    /// <param name="version">The editor's version number.</param>
    /// <param name="text">The whole text.</param>
    public Snapshot Open(string path, int version, string text) =>
        Replace(Document.Open(path, version, SyntaxTree.Parse(SourceText.From(text))));

    /// <summary>Makes an editor's changes, one after the other.</summary>
    /// <exception cref="MisplacedChangeException">The document is not open, or the version is not later than the one it has.</exception>
    public Snapshot Change(string path, int version, IReadOnlyList<DocumentChange> changes)
    {
        if (Current.GetDocument(path) is not { Version: { } known } document)
        {
            throw new MisplacedChangeException($"{path} was changed, but is not open");
        }
        if (version <= known)
        {
            throw new MisplacedChangeException($"{path} has version {known}, and a change to version {version} came after it");
        }
        var tree = document.GetTree()!;
        foreach (var change in changes)
        {
            tree = change.Range is { } range
                ? tree.WithChanges(new TextChange(SpanOf(tree.Text, range), change.Text))
                : SyntaxTree.Parse(SourceText.From(change.Text));
        }
        return Replace(Document.Open(path, version, tree, document));
    }

    /// <summary>
    /// Lets go of a document that an editor closed. It keeps the editor's text until <see cref="Refresh"/> reads the disk's, or
    /// drops it where that is no digest of a loaded folder.
    /// </summary>
    /// <exception cref="MisplacedChangeException">The document is not open.</exception>
    public Snapshot Close(string path) =>
        Current.GetDocument(path) is { IsOpen: true } document
            ? Replace(document.AsClosed())
            : throw new MisplacedChangeException($"{path} was closed, but is not open");

    /// <summary>Whether a path is that of a folder in which digests are looked for; or was, and digests are known that were in it.</summary>
    public bool IsFolder(string path) =>
        Directory.Exists(path)
            ? Covers(path)
            : !File.Exists(path) && ClosedOf(Current).Concat(_links).Any(known => SuppressionEdit.IsBelow(known, path));

    /// <summary>
    /// Whether a path is that of a link which leads to digests or may do so, or did when folders were looked through last: what is found by
    /// it is known by the path to which it leads.
    /// </summary>
    /// <param name="path">An absolute path in which links are followed but for its last name.</param>
    public bool IsLink(string path) => _links.Contains(path) || (IsLinkNow(path) && (File.Exists(path) ? Belongs(path) : Covers(path)));

    private static bool IsLinkNow(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is not null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
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
        if (!_linked.IsEmpty)
        {
            var scan = FolderScan.Of(_folders.Where(Directory.Exists), basis.Configuration);
            _linked = [.. scan.Linked];
            _links = [.. scan.Links];
        }
        _unseen = [.. _unseen.Where(IsBelowFolder)];
        return Adopt(basis, basis.With([], [.. ClosedOf(basis).Where(path => !IsBelowFolder(path))]), isLoaded: true);
    }

    /// <summary>Puts another configuration in force. Which files are digests may depend on it: <see cref="Reload"/> looks.</summary>
    public Snapshot Reconfigure(EditorConfiguration configuration)
    {
        lock (_replacing)
        {
            return _current = Current.WithConfiguration(configuration);
        }
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

    /// <summary>What a scan came to and could not look into.</summary>
    private static IEnumerable<string> UnseenOf(FolderScan scan) => scan.Problems.Select(problem => problem.Path).Where(Path.Exists);

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

    private Snapshot Replace(Document document)
    {
        lock (_replacing)
        {
            return _current = Current.With([document], []);
        }
    }

    /// <summary>Makes a snapshot current that was computed from an earlier one, with all that changed since then.</summary>
    private Snapshot Adopt(Snapshot basis, Snapshot next, bool isLoaded = false)
    {
        lock (_replacing)
        {
            var adopted = next.WithChangesSince(basis, Current);
            return _current = isLoaded ? adopted.WithFolders(_folders, _unseen) : adopted;
        }
    }

    /// <summary>
    /// Whether digests are looked for at a path or below it: it lies below a loaded folder and in none that is passed over, or above one.
    /// </summary>
    /// <param name="path">The absolute path of a file or folder.</param>
    public bool Covers(string path)
    {
        var configuration = Current.Configuration;
        return Places.Any(place =>
            place == path
            || SuppressionEdit.IsBelow(place, path)
            || (SuppressionEdit.IsBelow(path, place) && FolderScan.Reaches(place, path, configuration))
        );
    }

    private bool Belongs(string path)
    {
        try
        {
            return Covers(path) && RegularFile.Exists(path) && (_linked.Contains(path) || FolderScan.IsDigest(path, Current.Configuration));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return IsKnown(Current, path);
        }
    }

    private bool IsBelowFolder(string path) => Places.Any(place => place == path || SuppressionEdit.IsBelow(path, place));

    /// <summary>
    /// Looks whether some of the documents that came from the cache are what their files hold, and reads again what is not: size and
    /// time were only trusted to begin with.
    /// </summary>
    /// <param name="count">How many are looked at.</param>
    /// <returns>Whether there are more.</returns>
    public bool Verify(int count)
    {
        var changed = new List<string>();
        for (; count > 0 && _unverified.TryDequeue(out var document); count--)
        {
            if (ReferenceEquals(Current.GetDocument(document.Path), document) && !IsWhatItWasReadFrom(document))
            {
                changed.Add(document.Path);
            }
        }
        if (changed.Count > 0)
        {
            Refresh(changed);
        }
        return !_unverified.IsEmpty;
    }

    private static bool IsWhatItWasReadFrom(Document document)
    {
        if (!RegularFile.Exists(document.Path))
        {
            return false;
        }
        try
        {
            using var stream = new FileStream(document.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(stream.Length, Array.MaxLength));
            try
            {
                return document.WasReadFrom(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

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

    private static TextSpan SpanOf(SourceText text, LinePositionSpan range)
    {
        var start = text.GetPosition(range.Start);
        return TextSpan.FromBounds(start, Math.Max(start, text.GetPosition(range.End)));
    }
}
