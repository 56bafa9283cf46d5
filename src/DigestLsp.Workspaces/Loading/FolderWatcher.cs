using System.Collections.Immutable;

namespace DigestLsp.Workspaces;

/// <summary>
/// Watches folders and all below them, and reports what happened when it has been quiet for a moment. A folder that is not there is
/// waited for.
/// </summary>
public sealed class FolderWatcher : IDisposable
{
    /// <summary>What writes files writes many of them, and each in several steps.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a report waits for rest at most.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How often it is looked whether folders came or went, which nothing else tells.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly Action<WatchedChanges> _report;
    private readonly Action<string, string> _warn;
    private readonly TimeProvider _time;
    private readonly ITimer _reporting;
    private readonly ITimer _looking;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Watched?> _watched = [];
    private readonly HashSet<string> _changed = [];
    private int _instances;
    private long? _firstChange;
    private bool _isIncomplete;
    private bool _isWarned;
    private bool _isDisposed;

    /// <summary>Watches nothing yet.</summary>
    /// <param name="report">Told what happened; called on any thread, never twice at once for the same change.</param>
    /// <param name="warn">Told once of a folder that cannot be watched, or not as a whole, and why.</param>
    /// <param name="time">The clock.</param>
    public FolderWatcher(Action<WatchedChanges> report, Action<string, string> warn, TimeProvider time)
    {
        (_report, _warn, _time) = (report, warn, time);
        _reporting = time.CreateTimer(_ => Report(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _looking = time.CreateTimer(_ => Look(), null, Interval, Interval);
    }

    /// <summary>Watches these folders, and no others any more. One that lies below another is watched with that.</summary>
    /// <param name="folders">Absolute paths without links.</param>
    public void Watch(IEnumerable<string> folders)
    {
        var all = folders.ToImmutableHashSet();
        var outermost = all.Where(folder => !all.Any(other => SuppressionEdit.IsBelow(folder, other))).ToList();
        // Before others are counted along.
        Look();
        lock (_gate)
        {
            foreach (var folder in _watched.Keys.Except(outermost).ToList())
            {
                _watched.Remove(folder, out var gone);
                gone?.Dispose();
            }
            foreach (var folder in outermost.Where(folder => !_watched.ContainsKey(folder)))
            {
                _watched[folder] = TryWatch(folder);
            }
            CountInstances();
        }
    }

    /// <summary>Remembers how many of the system's instances serve these watchers; what was let go may be closed only later.</summary>
    private void CountInstances() => _instances = Math.Min(InotifyInstances.Count(), _watched.Values.Sum(watched => watched?.Count ?? 0));

    /// <summary>Watches nothing any more.</summary>
    public void Dispose()
    {
        Watch([]);
        lock (_gate)
        {
            _isDisposed = true;
            _reporting.Dispose();
            _looking.Dispose();
        }
    }

    private Watched? TryWatch(string folder)
    {
        if (_isDisposed || !Directory.Exists(folder))
        {
            return null;
        }
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new(folder)
            {
                IncludeSubdirectories = true,
                InternalBufferSize = 64 * 1024,
                NotifyFilter =
                    NotifyFilters.FileName
                    | NotifyFilters.DirectoryName
                    | NotifyFilters.LastWrite
                    | NotifyFilters.Size
                    | NotifyFilters.Attributes,
            };
            watcher.Created += (_, change) => Add(change.FullPath);
            watcher.Deleted += (_, change) => Add(change.FullPath);
            watcher.Changed += (_, change) =>
            {
                // What happens in a folder is told of what it happens to.
                if (!Directory.Exists(change.FullPath))
                {
                    Add(change.FullPath);
                }
            };
            watcher.Renamed += (_, change) => Add(change.OldFullPath, change.FullPath);
            watcher.Error += (_, error) => Fail(folder, error.GetException());
            watcher.EnableRaisingEvents = true;
            return new(watcher, TryWatchAbove(folder));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            watcher?.Dispose();
            Warn(folder, exception.Message);
            return null;
        }
    }

    /// <summary>A folder's watcher says nothing more when the folder is deleted, and nothing of another that takes its place.</summary>
    private FileSystemWatcher? TryWatchAbove(string folder)
    {
        if (Path.GetDirectoryName(folder) is not { } parent)
        {
            return null;
        }
        FileSystemWatcher? above = null;
        try
        {
            above = new(parent) { NotifyFilter = NotifyFilters.DirectoryName };
            above.Created += (_, change) => Replace(change.FullPath);
            above.Deleted += (_, change) => Replace(change.FullPath);
            above.Renamed += (_, change) =>
            {
                Replace(change.OldFullPath);
                Replace(change.FullPath);
            };
            above.EnableRaisingEvents = true;
            return above;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Then it is seen only if it is not there for a while.
            above?.Dispose();
            return null;
        }

        void Replace(string path)
        {
            lock (_gate)
            {
                if (path == folder && _watched.TryGetValue(folder, out var watched) && watched is not null)
                {
                    watched.IsStale = true;
                    AddEverything();
                }
            }
        }
    }

    private void Add(params ReadOnlySpan<string> paths)
    {
        lock (_gate)
        {
            foreach (var path in paths)
            {
                _changed.Add(path);
            }
            Schedule();
        }
    }

    private void Fail(string folder, Exception exception)
    {
        if (exception is InternalBufferOverflowException)
        {
            AddEverything();
        }
        else
        {
            Warn(folder, exception.Message);
        }
    }

    private void AddEverything()
    {
        lock (_gate)
        {
            _isIncomplete = true;
            Schedule();
        }
    }

    private void Warn(string folder, string reason)
    {
        if (!Interlocked.Exchange(ref _isWarned, true))
        {
            _warn(folder, reason);
        }
    }

    private void Schedule()
    {
        if (_isDisposed)
        {
            return;
        }
        _firstChange ??= _time.GetTimestamp();
        var left = Patience - _time.GetElapsedTime(_firstChange.Value);
        _reporting.Change(
            left < TimeSpan.Zero ? TimeSpan.Zero
                : left < Rest ? left
                : Rest,
            Timeout.InfiniteTimeSpan
        );
    }

    private void Report()
    {
        WatchedChanges changes;
        lock (_gate)
        {
            if (_firstChange is null)
            {
                return;
            }
            changes = new([.. _changed], _isIncomplete);
            _changed.Clear();
            _firstChange = null;
            _isIncomplete = false;
        }
        Look();
        _report(changes);
    }

    /// <summary>
    /// Watches folders that have come, and lets go of those that have gone. What they held is looked at as a whole. Watchers that are told
    /// nothing any more make way for others.
    /// </summary>
    private void Look()
    {
        lock (_gate)
        {
            var areDeaf = InotifyInstances.Count() < _instances;
            foreach (var (folder, watched) in _watched.ToList())
            {
                if (watched is { IsStale: false } && !areDeaf && Directory.Exists(folder))
                {
                    continue;
                }
                watched?.Dispose();
                _watched[folder] = TryWatch(folder);
                if (watched is not null || _watched[folder] is not null)
                {
                    AddEverything();
                }
                CountInstances();
            }
        }
    }

    /// <summary>A folder that is there.</summary>
    /// <param name="within">Watches what is in it.</param>
    /// <param name="above">Watches whether it goes or another comes in its place; null where that is not possible.</param>
    private sealed class Watched(FileSystemWatcher within, FileSystemWatcher? above) : IDisposable
    {
        /// <summary>Whether it may be another folder by now.</summary>
        public bool IsStale { get; set; }

        public int Count => above is null ? 1 : 2;

        public void Dispose()
        {
            within.Dispose();
            above?.Dispose();
        }
    }
}
