using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>Finds what is to be said about a document.</summary>
internal delegate ImmutableArray<Diagnostic> DiagnoseDocument(Snapshot snapshot, Document document, CancellationToken cancellation);

/// <summary>Tells the client all there is to say about a document.</summary>
/// <param name="path">The document.</param>
/// <param name="version">Its version where it is open.</param>
/// <param name="diagnostics">All of it.</param>
internal delegate void PublishDiagnostics(string path, int? version, ImmutableArray<Diagnostic> diagnostics);

/// <summary>
/// Keeps the client's diagnostics in step with the workspace, in the background. One document is computed at a time, always on the
/// newest snapshot: the one that was edited last, then open ones, then the rest. Only what a change can have touched is computed
/// again, and only what came out differently is sent.
/// </summary>
internal sealed class DiagnosticsPump
{
    private readonly Workspace _workspace;
    private readonly DiagnoseDocument _diagnose;
    private readonly PublishDiagnostics _publish;
    private readonly ILogger<DiagnosticsPump> _logger;
    private readonly TimeProvider _time;
    private readonly TypingSessions _typing;
    private readonly ConfigurationDiagnostics _configuration;

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly ConcurrentQueue<string> _atRest = new();
    private readonly ConcurrentQueue<Asked> _asked = new();
    private volatile Typing? _lastTyping;
    private long _latency;
    private long _notices;
    private long _noticesServed;

    // Only the pump's own loop touches these.
    private readonly Dictionary<string, Published> _published = [];
    private readonly HashSet<string> _staleOpen = [];
    private readonly HashSet<string> _staleClosed = [];
    private readonly List<Asked> _waiting = [];
    private Snapshot _snapshot = Snapshot.Empty;

    public DiagnosticsPump(
        Workspace workspace,
        DiagnoseDocument diagnose,
        PublishDiagnostics publish,
        TimeProvider time,
        ILogger<DiagnosticsPump> logger
    )
    {
        _workspace = workspace;
        _diagnose = diagnose;
        _publish = publish;
        _logger = logger;
        _time = time;
        _configuration = new(publish);
        _typing = new(time, NotifyAtRest);
    }

    /// <summary>Called whenever there is nothing left to say.</summary>
    public Action Rested { get; init; } = static () => { };

    /// <summary>Whether somebody types.</summary>
    public bool IsTyping => _typing.Any;

    /// <summary>Whether nobody types and the client knows all that there is to say.</summary>
    public bool IsIdle => Interlocked.Read(ref _noticesServed) == Interlocked.Read(ref _notices) && !_typing.Any;

    /// <summary>How long the client waited for what its last change of a text led to; zero before there was one.</summary>
    public TimeSpan LastLatency => new(Interlocked.Read(ref _latency));

    /// <summary>The workspace has changed.</summary>
    public void Notify()
    {
        Interlocked.Increment(ref _notices);
        _wake.Writer.TryWrite(true);
    }

    /// <summary>Someone types in a document.</summary>
    /// <param name="before">The document as it was before this.</param>
    public void NotifyTyping(Document before)
    {
        _typing.Typed(before);
        _lastTyping = new(before.Path, before.Version, _time.GetTimestamp());
    }

    /// <summary>The typing in a document rests.</summary>
    public void NotifyAtRest(string path)
    {
        _typing.End(path);
        _atRest.Enqueue(path);
        Notify();
    }

    /// <summary>Serves a document before all others, with all changes so far; completes when that is done.</summary>
    public Task ServeAsync(string path)
    {
        var asked = new Asked(path, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _asked.Enqueue(asked);
        _wake.Writer.TryWrite(true);
        return asked.Done.Task;
    }

    /// <summary>Pumps until it is cancelled, whatever happens.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var _ in _wake.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            var notices = Interlocked.Read(ref _notices);
            if (!Try(() => ServeAll(cancellation), cancellation))
            {
                StartOver();
                Try(() => ServeAll(cancellation), cancellation);
            }
            Try(Rested, cancellation);
            Interlocked.Exchange(ref _noticesServed, notices);
        }
    }

    /// <summary>Serves documents until there is nothing left to say.</summary>
    internal void ServeAll(CancellationToken cancellation)
    {
        while (TakeNext() is { } path)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Serve(path, cancellation);
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
            {
                _logger.LogError(exception, "The diagnostics of {Path} could not be computed", path);
            }
            // At once: it may have changed again.
            Answer(served => served == path);
        }
        // What half-typed papers match says nothing of the marks.
        if (!_typing.Any)
        {
            ServeConfiguration(cancellation);
        }
    }

    private bool Try(Action act, CancellationToken cancellation)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            _logger.LogError(exception, "Diagnostics could not be brought up to date");
            return false;
        }
    }

    /// <summary>Where it cannot be told what a change concerns, it concerns everything.</summary>
    private void StartOver()
    {
        var newest = _workspace.Current;
        foreach (var path in newest.AllPathsSince(_snapshot).Concat(_published.Keys))
        {
            MarkStale(path);
        }
        _snapshot = newest;
    }

    private void ServeConfiguration(CancellationToken cancellation)
    {
        try
        {
            _configuration.Serve(_snapshot, cancellation);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            _logger.LogError(exception, "The diagnostics of the configuration could not be computed");
        }
    }

    /// <summary>The document whose turn it is, on the newest snapshot; null when all is served.</summary>
    private string? TakeNext()
    {
        // Before the snapshot: all that was changed before somebody asked is in it then.
        while (_asked.TryDequeue(out var asked))
        {
            _waiting.Add(asked);
        }
        var newest = _workspace.Current;
        if (!ReferenceEquals(newest, _snapshot))
        {
            var affected = newest.PathsAffectedSince(_snapshot);
            _snapshot = newest;
            foreach (var path in affected)
            {
                MarkStale(path);
            }
        }
        while (_atRest.TryDequeue(out var path))
        {
            MarkStale(path);
        }
        Answer(path => !IsStale(path));
        var next =
            _waiting.Count > 0 ? _waiting[0].Path
            : _lastTyping is { Path: var edited } && _staleOpen.Contains(edited) ? edited
            : _staleOpen.FirstOrDefault() ?? _staleClosed.FirstOrDefault();
        if (next is not null && !_staleOpen.Remove(next))
        {
            _staleClosed.Remove(next);
        }
        return next;
    }

    /// <summary>Tells those who wait for documents that are served.</summary>
    private void Answer(Predicate<string> isServed) => _waiting.RemoveAll(asked => isServed(asked.Path) && asked.Done.TrySetResult());

    private bool IsStale(string path) => _staleOpen.Contains(path) || _staleClosed.Contains(path);

    private void MarkStale(string path)
    {
        var isOpen = _snapshot.GetDocument(path) is { IsOpen: true };
        (isOpen ? _staleOpen : _staleClosed).Add(path);
        (isOpen ? _staleClosed : _staleOpen).Remove(path);
    }

    private void Serve(string path, CancellationToken cancellation)
    {
        var document = _snapshot.GetDocument(path);
        var shown = _published.GetValueOrDefault(path);
        var diagnostics = document is null ? UnreadableFile.Diagnose(_snapshot, path) : _diagnose(_snapshot, document, cancellation);
        if (document is not null && _typing.BeforeTyping(path) is { } before)
        {
            diagnostics = QuietWhileTyping.Filter(diagnostics, document, before, shown);
        }
        if (shown is null ? document is not { IsOpen: true } && diagnostics.IsEmpty : shown.Covers(document, diagnostics))
        {
            // Not the document that it was: one that an editor has closed since would keep its text in memory.
            KeepPublished(path, document, diagnostics);
            return;
        }
        _publish(path, document?.Version, diagnostics);
        if (_lastTyping is { } typing && typing.Path == path && document?.Version > typing.Version)
        {
            Interlocked.Exchange(ref _latency, _time.GetElapsedTime(typing.Timestamp).Ticks);
        }
        KeepPublished(path, document, diagnostics);
    }

    private void KeepPublished(string path, Document? document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (document is not { IsOpen: true } && diagnostics.IsEmpty)
        {
            _published.Remove(path);
        }
        else
        {
            _published[path] = new(document, diagnostics);
        }
    }

    /// <summary>A document that somebody waits for.</summary>
    private sealed record Asked(string Path, TaskCompletionSource Done);

    /// <summary>A change of a text that had a version, and when it came.</summary>
    private sealed record Typing(string Path, int? Version, long Timestamp);
}
