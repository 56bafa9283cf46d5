using DigestLsp.Features;
using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>
/// All that changes the workspace, in the order of the message stream. What an editor types takes effect before the next message
/// is looked at; what is on disk is read in the background, in the same order, and never overwrites what an editor holds open.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="background">Reads and writes the disk.</param>
/// <param name="pump">Told of every change.</param>
/// <param name="cache">Told of what was read; null where nothing is kept.</param>
/// <param name="progress">Shows how far loading is.</param>
/// <param name="complain">Shows the user why what they asked for was not done.</param>
/// <param name="giveUp">Ends the server, so that the editor starts another with the texts as they are.</param>
/// <param name="logger">The log.</param>
internal sealed class WorkspaceChanges(
    Workspace workspace,
    BackgroundWork background,
    DiagnosticsPump pump,
    CacheUpkeep? cache,
    LoadProgress progress,
    Action<string> complain,
    Action<string> giveUp,
    ILogger<WorkspaceChanges> logger
)
{
    private readonly Lock _arriving = new();

    /// <summary>Sees what changes on disk, where the client does not tell.</summary>
    private FolderWatcher? _watcher;

    /// <summary>The folders that were asked for last, while more may join them: until they are loaded, or others are dropped.</summary>
    private List<string>? _arrivals;

    /// <summary>The client will not tell what changes on disk: the server sees to it itself, in all folders that are added from now on.</summary>
    public FolderWatcher WatchFolders() =>
        _watcher = new(
            Read,
            (folder, reason) =>
                logger.LogWarning("Not all of {Folder} can be watched: {Reason} What changes there may go unnoticed.", folder, reason),
            TimeProvider.System
        );

    public void Open(string path, int version, string text)
    {
        if (workspace.Current.GetDocument(path) is { IsOpen: true })
        {
            logger.LogWarning("{Path} was opened, but is open already; the new text counts", path);
            Try(() => workspace.Open(path, version, text));
        }
        else
        {
            // Where this fails, what is typed later is passed over.
            workspace.Open(path, version, text);
        }
        pump.Notify();
    }

    public void Change(string path, int? version, IReadOnlyList<DocumentChange> changes)
    {
        var before = workspace.Current.GetDocument(path);
        if (before is { IsOpen: true })
        {
            // Before the change, so that the pump knows of the typing when it meets what was typed.
            pump.NotifyTyping(before);
        }
        Try(() => workspace.Change(path, version ?? before?.Version + 1 ?? 0, changes));
        pump.Notify();
    }

    public void Save(string path) => pump.NotifyAtRest(path);

    public void Close(string path)
    {
        Try(() => workspace.Close(path));
        pump.NotifyAtRest(path);
        ReadFiles([path]);
    }

    /// <summary>Reads files that were created, changed or deleted, and what is in folders or behind links that came or went.</summary>
    public void ReadFiles(IReadOnlyCollection<string> paths) => Read(new(paths, IsIncomplete: false));

    /// <summary>Reads what the server itself saw changing.</summary>
    public void Read(WatchedChanges changes) =>
        background.Add(async cancellation =>
        {
            var isConfigured = changes.Paths.Any(EditorConfiguration.IsConfigurationFile);
            if (isConfigured)
            {
                workspace.Reconfigure(new EditorConfiguration());
                pump.Notify();
            }
            var entries = changes
                .Paths.Where(path => !EditorConfiguration.IsConfigurationFile(path))
                .ToLookup(path => Path.IsPathFullyQualified(path) && workspace.IsLink(RealPath.OfEntry(path)));
            var paths = entries[false].Select(RealPathOf).Where(IsOfInterest).ToList();
            if (paths.Count > 0)
            {
                var before = workspace.Current;
                var now = workspace.Refresh(paths);
                Log(paths.Select(now.GetProblem).OfType<LoadProblem>().Where(problem => before.GetProblem(problem.Path) != problem));
                pump.Notify();
                cache?.AfterChange();
            }
            if (isConfigured || changes.IsIncomplete || entries[true].Any() || paths.Any(workspace.IsFolder))
            {
                await LoadAsync(workspace.Reload, cancellation).ConfigureAwait(false);
            }
        });

    private static string RealPathOf(string path) => Path.IsPathFullyQualified(path) ? RealPath.Of(path) : path;

    /// <summary>Whatever else is written in a folder, as tools do all the time, is no reason to look at anything.</summary>
    private bool IsOfInterest(string path) => workspace.Current.GetDocument(path) is not null || workspace.Covers(path);

    /// <summary>Keeps what somebody says of a finding in its file, and puts that in force at once.</summary>
    public void Keep(Judgement judgement) =>
        background.Add(cancellation =>
        {
            // Files are read anew: nobody may have told yet that they changed.
            var snapshot = workspace.Current.WithConfiguration(new EditorConfiguration());
            var (edit, problem) = Judgements.EditOf(snapshot, judgement, cancellation);
            if (edit is not null && new FileEdits(new DiskFiles()).Apply(edit) is { } failure)
            {
                problem = $"{failure.Path} {failure.Message}";
            }
            if (problem is not null)
            {
                complain(problem);
            }
            workspace.Reconfigure(new EditorConfiguration());
            pump.Notify();
            return Task.CompletedTask;
        });

    /// <summary>Loads folders. Those that are named one after the other are loaded together, as they are found in the cache.</summary>
    public void AddFolders(IReadOnlyCollection<string> folders)
    {
        List<string> arrivals;
        lock (_arriving)
        {
            if (_arrivals is not null)
            {
                _arrivals.AddRange(folders);
                return;
            }
            _arrivals = arrivals = [.. folders];
        }
        background.Add(cancellation =>
        {
            EndArrivals(arrivals);
            // Before they are read, so that what changes meanwhile is read again.
            _watcher?.Watch(workspace.Places.Union(arrivals));
            return LoadAsync((report, stop) => workspace.Load(arrivals, report, stop), cancellation);
        });
    }

    public void RemoveFolders(IReadOnlyCollection<string> folders)
    {
        EndArrivals(null);
        background.Add(_ =>
        {
            workspace.RemoveFolders(folders);
            _watcher?.Watch(workspace.Places);
            pump.Notify();
            cache?.AfterChange();
            return Task.CompletedTask;
        });
    }

    /// <summary>No more folders join some, or any that are waiting.</summary>
    private void EndArrivals(List<string>? arrivals)
    {
        lock (_arriving)
        {
            _arrivals = arrivals is null || _arrivals == arrivals ? null : _arrivals;
        }
    }

    private async Task LoadAsync(Func<Action<int, int>, CancellationToken, IReadOnlyList<LoadProblem>> load, CancellationToken cancellation)
    {
        var problems = await progress.RunAsync(load, cancellation).ConfigureAwait(false);
        _watcher?.Watch(workspace.Places);
        Log(problems);
        logger.LogInformation("{Count} digests are loaded", workspace.Current.DocumentCount);
        pump.Notify();
        cache?.AfterLoad();
    }

    private void Log(IEnumerable<LoadProblem> problems)
    {
        foreach (var problem in problems)
        {
            logger.LogWarning("{Path}: {Message}", problem.Path, problem.Message);
        }
    }

    /// <summary>
    /// Makes a change of a text. Whatever fails in it leaves another text here than the editor shows, and what is computed from that would
    /// spoil the editor's.
    /// </summary>
    private void Try(Action change)
    {
        try
        {
            change();
        }
        catch (MisplacedChangeException misplaced)
        {
            logger.LogWarning("Ignored: {Message}", misplaced.Message);
        }
        catch (Exception fault)
        {
            logger.LogCritical(fault, "A change could not be made");
            giveUp("A text is no longer what the editor shows");
        }
    }
}
