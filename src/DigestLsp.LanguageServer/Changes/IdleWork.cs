using System.Threading.Channels;
using DigestLsp.Features;
using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer;

/// <summary>
/// What is done when all diagnostics are told: the client is asked to show again what it cannot know to be stale, and the index of
/// related papers is made, so that nobody waits for it who asks first.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="refresh">Tells the client to ask again for what it shows in open documents.</param>
/// <param name="isTyping">Whether somebody types.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class IdleWork(Workspace workspace, Action refresh, Func<bool> isTyping, TimeProvider time, ILogger<IdleWork> logger)
{
    /// <summary>The least time between two refreshments: each makes the client ask for all that it shows.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>After so long without anything to do, nobody minds a pause.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    /// <summary>What is allocated before it is worth a collection to see how much of it is garbage, in bytes.</summary>
    internal const long Much = 100_000_000;

    /// <summary>The other half is for whoever works meanwhile.</summary>
    private static readonly int Cores = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private Snapshot _shown = Snapshot.Empty;
    private bool _holdsGarbage;
    private bool _isRankingShown;
    private bool _cannotRank;
    private long _allocated;
    private Task<bool>? _woken;

    /// <summary>Gives back memory that is not in use.</summary>
    internal Action Collect { get; init; } =
        static () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <summary>There is nothing more urgent to do.</summary>
    public void Notify() => _wake.Writer.TryWrite(true);

    /// <summary>Works until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (await IsWokenAsync(cancellation).ConfigureAwait(false))
            {
                await WorkAsync(cancellation).ConfigureAwait(false);
                await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
            }
            else if (GC.GetTotalAllocatedBytes() - _allocated > Much)
            {
                ReturnMemory();
            }
        }
    }

    /// <summary>Waits until there is something to do, or until there was nothing for some time.</summary>
    /// <returns>Whether there is something to do.</returns>
    private async Task<bool> IsWokenAsync(CancellationToken cancellation)
    {
        _woken ??= _wake.Reader.WaitToReadAsync(cancellation).AsTask();
        try
        {
            await _woken.WaitAsync(Rest, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return false;
        }
        _woken = null;
        return _wake.Reader.TryRead(out _);
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        try
        {
            var isQuiet = ReferenceEquals(_shown, workspace.Current);
            RefreshIfStale();
            if (!_cannotRank && NeedsRanking(workspace.Current))
            {
                // What has failed once would take its seconds after every keystroke; it is tried again for who asks.
                _cannotRank = true;
                await Task.Run(() => Warm(workspace.Current), cancellation).ConfigureAwait(false);
                _cannotRank = false;
                _holdsGarbage = true;
            }
            else if (_holdsGarbage && isQuiet)
            {
                ReturnMemory();
            }
            if (_holdsGarbage)
            {
                Notify();
            }
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(exception, "Idle work failed");
        }
    }

    /// <summary>Whether something else is to be shown of an open document that did not itself change, which clients see.</summary>
    internal void RefreshIfStale()
    {
        var current = workspace.Current;
        var isReady = current.IsRankingReady;
        var shown = _shown;
        var wasRankingShown = _isRankingShown;
        // First: an earlier snapshot is not kept, whatever happens.
        (_shown, _isRankingShown) = (current, isReady);
        var isStale =
            (isReady && !wasRankingShown)
            || current
                .PathsAffectedSince(shown)
                .Any(path => current.GetDocument(path) is { IsOpen: true } open && ReferenceEquals(open, shown.GetDocument(path)));
        if (isStale)
        {
            refresh();
        }
    }

    /// <summary>Only once a folder is loaded: what is opened before is a small part of it.</summary>
    private static bool NeedsRanking(Snapshot snapshot) =>
        snapshot.Folders.Count > 0 && snapshot.DocumentCount > 0 && !snapshot.IsRankingReady;

    private void Warm(Snapshot snapshot)
    {
        var start = time.GetTimestamp();
        // What loading left behind is as much as the index needs meanwhile.
        if (!isTyping())
        {
            ReturnMemory();
        }
        _ = snapshot.Terms;
        WorkspaceSymbols.Warm(snapshot);
        snapshot.GetRanking(Cores, WaitForTyping);
        logger.LogInformation("Related papers are ready after {Seconds:0.0} s", time.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Who types is not to feel what nobody has asked for; who asks for it meanwhile is not to wait for ever.</summary>
    private void WaitForTyping()
    {
        for (var patience = 0; patience < 10 && isTyping(); patience++)
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(20));
        }
    }

    /// <summary>
    /// Reading all texts, for the documents and then for the index, leaves twice the memory behind that the server needs, and so do thousands
    /// of answers about a large digest; nobody else would give it back for as long as the machine has some. It takes a tenth of a second, in
    /// which nothing else runs: hence not while somebody types.
    /// </summary>
    private void ReturnMemory()
    {
        Collect();
        _holdsGarbage = false;
        _allocated = GC.GetTotalAllocatedBytes();
    }
}
