using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>When a client is asked to show again what it cannot know to be stale.</summary>
public sealed class IdleWorkTests
{
    private readonly Workspace _workspace = new();
    private readonly IdleWork _idle;
    private int _refreshments;

    public IdleWorkTests()
    {
        _idle = new(_workspace, () => _refreshments++, () => false, TimeProvider.System, NullLogger<IdleWork>.Instance);
        _workspace.Open("a", 1, Papers.Digest("Mar 11", Papers.Kites, Papers.Moths));
        _workspace.Open("b", 1, Papers.Digest("Mar 12", Papers.Kites, Papers.Bread));
        _idle.RefreshIfStale();
    }

    [Fact]
    public void What_was_just_opened_is_asked_for_anyway() => Assert.Equal(0, _refreshments);

    [Fact]
    public void A_change_that_concerns_no_other_document_is_none_of_its_business()
    {
        Type("a", Papers.Digest("Mar 11", Papers.Kites, Papers.Hums));
        Assert.Equal(0, _refreshments);
    }

    [Fact]
    public void A_copy_that_goes_or_comes_elsewhere_changes_what_is_shown()
    {
        Type("a", Papers.Digest("Mar 11", Papers.Moths));
        Assert.Equal(1, _refreshments);
        _idle.RefreshIfStale();
        Assert.Equal(1, _refreshments);
        Type("a", Papers.Digest("Mar 11", Papers.Bread));
        Assert.Equal(2, _refreshments);
    }

    [Fact]
    public void Related_papers_are_shown_once_they_are_known()
    {
        _workspace.Current.GetRanking();
        _idle.RefreshIfStale();
        Assert.Equal(1, _refreshments);
        Type("a", Papers.Digest("Mar 11", Papers.Kites, Papers.Hums));
        Assert.Equal(1, _refreshments);
    }

    [Fact]
    public async Task Related_papers_are_prepared_when_a_folder_is_loaded_and_not_before()
    {
        using var folder = new DigestFolder();
        folder.Write("c.digest", Papers.Digest("Mar 13", Papers.Kites));
        using var end = new CancellationTokenSource();
        var running = _idle.RunAsync(end.Token);
        _idle.Notify();
        await Task.Delay(100);
        Assert.False(_workspace.Current.IsRankingReady);

        _workspace.Load([folder.Root]);
        for (var patience = DateTime.UtcNow + ServerProcess.Patience; !_workspace.Current.IsRankingReady; await Task.Delay(20))
        {
            _idle.Notify();
            Assert.True(DateTime.UtcNow < patience, "related papers never were prepared");
        }
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task What_much_work_left_behind_is_given_back_once_nobody_asks_for_anything()
    {
        var time = new ManualTime();
        using var end = new CancellationTokenSource();
        var collections = 0;
        var idle = new IdleWork(_workspace, () => { }, () => false, time, NullLogger<IdleWork>.Instance)
        {
            Collect = () => Interlocked.Increment(ref collections),
        };
        var running = idle.RunAsync(end.Token);
        for (var expected = 1; expected <= 2; expected++)
        {
            for (var allocated = 0L; allocated <= IdleWork.Much; allocated += 1 << 20)
            {
                GC.KeepAlive(new byte[1 << 20]);
            }
            for (var patience = DateTime.UtcNow + ServerProcess.Patience; Volatile.Read(ref collections) < expected; await Task.Delay(10))
            {
                time.Advance(IdleWork.Rest);
                Assert.True(DateTime.UtcNow < patience, "memory never was given back");
            }
        }
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task What_cannot_be_prepared_is_not_tried_for_ever_and_nothing_else_is_left_undone()
    {
        using var folder = new DigestFolder();
        folder.Write("c.digest", Papers.Digest("Mar 13", Papers.Kites));
        _workspace.Load([folder.Root]);
        var (tried, refreshed) = (0, new SemaphoreSlim(0));
        var idle = new IdleWork(
            _workspace,
            () => refreshed.Release(),
            () => tried++ >= 0 ? throw new OperationCanceledException("planted") : false,
            TimeProvider.System,
            NullLogger<IdleWork>.Instance
        );
        using var end = new CancellationTokenSource();
        var running = idle.RunAsync(end.Token);
        for (var change = 0; change < 3; change++)
        {
            // Now it stands there, and now it does not.
            _workspace.Change("a", 2 + change, [new(null, Papers.Digest("Mar 11", change % 2 == 0 ? Papers.Bread : Papers.Kites))]);
            idle.Notify();
            if (change > 0)
            {
                Assert.True(await refreshed.WaitAsync(ServerProcess.Patience));
            }
            else
            {
                await Task.Delay(100);
            }
        }
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(1, tried);
    }

    /// <summary>Makes a document say something else, from the first line on that differs.</summary>
    private void Type(string path, string text)
    {
        var document = _workspace.Current.GetDocument(path)!;
        var (old, lines) = (document.GetTree()!.Text.ToString().Split('\n'), text.Split('\n'));
        var same = old.Zip(lines).TakeWhile(pair => pair.First == pair.Second).Count();
        var rest = string.Join('\n', lines[same..]);
        _workspace.Change(path, document.Version!.Value + 1, [new(new(new(same, 0), new(old.Length, 0)), rest)]);
        _idle.RefreshIfStale();
    }
}
