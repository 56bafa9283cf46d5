using System.Collections.Concurrent;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>
/// The one thing that changes: it holds the current snapshot, and every operation replaces it by another. Operations come from
/// one thread at a time; <see cref="Current"/> may be read by any.
/// </summary>
/// <param name="prepare">
/// Computes what is to be kept of a closed document while its text is at hand; called from several threads at once.
/// </param>
public sealed class Workspace(Action<Document, EditorConfiguration>? prepare = null)
{
    private readonly HashSet<string> _folders = [];
    private Snapshot _current = Snapshot.Empty;

    /// <summary>The latest snapshot.</summary>
    public Snapshot Current
    {
        get => Volatile.Read(ref _current);
        private set => Volatile.Write(ref _current, value);
    }

    /// <summary>The folders that were loaded.</summary>
    public IReadOnlyCollection<string> Folders => _folders;

    /// <summary>
    /// Loads all digests below files and folders, in parallel. Documents that are open keep the editor's text. After
    /// cancellation the snapshot is what it was.
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
        var scan = FolderScan.Of(paths, Current.Configuration, cancellation);
        foreach (var folder in paths.Where(Directory.Exists))
        {
            _folders.Add(Path.GetFullPath(folder));
        }
        var problems = new ConcurrentBag<LoadProblem>(scan.Problems);
        var loaded = new Document?[scan.Files.Length];
        var done = 0;
        Parallel.For(
            0,
            loaded.Length,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i =>
            {
                if (Current.GetDocument(scan.Files[i]) is not { IsOpen: true })
                {
                    loaded[i] = Read(scan.Files[i], problems.Add);
                }
                progress?.Invoke(Interlocked.Increment(ref done), loaded.Length);
            }
        );
        Current = Current.With([.. loaded.OfType<Document>()], []);
        return [.. problems.OrderBy(problem => problem.Path, StringComparer.Ordinal)];
    }

    /// <summary>Takes the text that an editor opened.</summary>
    /// <param name="path">The file's path or, for a document that was never saved, its URI.</param>
    /// <param name="version">The editor's version number.</param>
    /// <param name="text">The whole text.</param>
    public Snapshot Open(string path, int version, string text) =>
        Current = Current.With([Document.Open(path, version, SyntaxTree.Parse(SourceText.From(text)))], []);

    /// <summary>Makes an editor's changes, one after the other.</summary>
    /// <exception cref="InvalidOperationException">The document is not open, or the version is not later than the one it has.</exception>
    public Snapshot Change(string path, int version, IReadOnlyList<DocumentChange> changes)
    {
        if (Current.GetDocument(path) is not { Version: { } known } document)
        {
            throw new InvalidOperationException($"{path} was changed, but is not open");
        }
        if (version <= known)
        {
            throw new InvalidOperationException($"{path} has version {known}, and a change to version {version} came after it");
        }
        var tree = document.GetTree()!;
        foreach (var change in changes)
        {
            tree = change.Range is { } range
                ? tree.WithChanges(new TextChange(SpanOf(tree.Text, range), change.Text))
                : SyntaxTree.Parse(SourceText.From(change.Text));
        }
        return Current = Current.With([Document.Open(path, version, tree)], []);
    }

    /// <summary>Goes back to the disk's text of a document, or drops it where that is no digest of a loaded folder.</summary>
    public Snapshot Close(string path)
    {
        Current = Current.With([], [path]);
        return Refresh([path]);
    }

    /// <summary>Reads files that were created, changed or deleted outside. Open documents keep the editor's text.</summary>
    public Snapshot Refresh(IEnumerable<string> paths)
    {
        var set = new List<Document>();
        var removed = new List<string>();
        foreach (var path in paths.Distinct())
        {
            if (Current.GetDocument(path) is { IsOpen: true })
            {
                continue;
            }
            if (Belongs(path) && Read(path, _ => { }) is { } document)
            {
                set.Add(document);
            }
            else
            {
                removed.Add(path);
            }
        }
        return Current = Current.With(set, removed);
    }

    /// <summary>Drops folders: their documents go, but for those that are open or below another folder.</summary>
    public Snapshot RemoveFolders(IEnumerable<string> folders)
    {
        foreach (var folder in folders)
        {
            _folders.Remove(Path.GetFullPath(folder));
        }
        return Current = Current.With(
            [],
            [.. Current.Documents.Where(document => !document.IsOpen && !IsBelowFolder(document.Path)).Select(document => document.Path)]
        );
    }

    /// <summary>Reads configuration files again, and prepares all closed documents anew under them.</summary>
    public Snapshot Reconfigure(EditorConfiguration configuration)
    {
        Current = Current.WithConfiguration(configuration);
        return Current;
    }

    private bool Belongs(string path)
    {
        try
        {
            return IsBelowFolder(path) && File.Exists(path) && FolderScan.IsDigest(path, Current.Configuration);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool IsBelowFolder(string path) =>
        _folders.Any(folder =>
            path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        );

    private Document? Read(string path, Action<LoadProblem> report)
    {
        var read = DocumentReader.Read(path);
        if (read.Problem is { } problem)
        {
            report(problem);
        }
        if (read.Text is null)
        {
            return null;
        }
        var tree = SyntaxTree.Parse(read.Text);
        var document = Document.Closed(path, tree, read.Stamp);
        prepare?.Invoke(document, Current.Configuration);
        GC.KeepAlive(tree);
        return document;
    }

    private static TextSpan SpanOf(SourceText text, LinePositionSpan range)
    {
        var start = text.GetPosition(range.Start);
        return TextSpan.FromBounds(start, Math.Max(start, text.GetPosition(range.End)));
    }
}
