using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What is computed, in which order, and what is sent.</summary>
public sealed class DiagnosticsPumpTests
{
    private readonly PumpedWorkspace _workspace = new();

    [Fact]
    public void A_letter_has_one_document_computed_among_many()
    {
        OpenMany();
        _workspace.Type("/07.digest", "Moths vanished", "All moths vanished");
        _workspace.Serve();
        Assert.Equal(["/07.digest"], _workspace.Computed);
    }

    [Fact]
    public void A_letter_in_a_copy_has_the_holders_of_its_copies_computed_and_no_others()
    {
        OpenMany();
        _workspace.Open("/x.digest", Papers.Digest("Apr 1", Papers.Kites));
        _workspace.Open("/y.digest", Papers.Digest("Apr 2", Papers.Kites, Papers.Bread));
        _workspace.Serve();
        _workspace.Type("/x.digest", "hum changes", "hum change");
        _workspace.Serve();
        Assert.Equal(["/x.digest", "/y.digest"], _workspace.Computed);
    }

    [Fact]
    public void A_paper_that_arrives_or_leaves_has_the_holders_of_its_copies_computed()
    {
        OpenMany();
        _workspace.Open("/y.digest", Papers.Digest("Apr 2", Papers.Kites));
        _workspace.Serve();
        _workspace.Type("/00.digest", "Mar 1\n\n", "Mar 1\n\n" + Papers.Kites + "\n");
        _workspace.Serve();
        Assert.Equal(["/00.digest", "/y.digest"], _workspace.Computed);
        _workspace.Type("/00.digest", Papers.Kites + "\n", "");
        _workspace.Serve();
        Assert.Equal(["/00.digest", "/y.digest"], _workspace.Computed);
        Assert.DoesNotContain("DG2001", _workspace.Marked("/y.digest"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_changes_the_order_of_digests_has_the_holders_of_copies_computed()
    {
        _workspace.Open("/x.digest", Papers.Digest("Apr 1", Papers.Kites));
        _workspace.Open("/y.digest", Papers.Digest("Apr 2", Papers.Kites));
        _workspace.Serve();
        Assert.Contains("DG2001", _workspace.Marked("/y.digest"), StringComparison.Ordinal);
        _workspace.Type("/x.digest", "Apr 1", "Apr 3");
        _workspace.Serve();
        Assert.DoesNotContain("DG2001", _workspace.Marked("/y.digest"), StringComparison.Ordinal);
        Assert.Contains("DG2001", _workspace.Marked("/x.digest"), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_came_out_differently_is_sent()
    {
        _workspace.Open("/x.digest", Papers.Digest("Apr 1", Papers.Kites));
        _workspace.Open("/y.digest", Papers.Digest("Apr 2", Papers.Kites));
        _workspace.Serve();
        _workspace.Type("/x.digest", "it works at night", "it works at dusk");
        _workspace.Serve();
        Assert.Equal(["/x.digest", "/y.digest"], _workspace.Published); // exact has become near
        _workspace.Type("/y.digest", "Apr 2", "Apr 4");
        _workspace.Serve();
        Assert.Equal(["/y.digest"], _workspace.Published); // a new version, though with the same findings
        Assert.Contains("/x.digest", _workspace.Computed);
        _workspace.Serve();
        Assert.Empty(_workspace.Computed);
    }

    [Fact]
    public void What_was_edited_last_comes_first()
    {
        OpenMany();
        _workspace.Open("/x.digest", Papers.Digest("Apr 1", Papers.Kites));
        _workspace.Open("/y.digest", Papers.Digest("Apr 2", Papers.Kites));
        _workspace.Type("/y.digest", "Apr 2", "Apr 3");
        _workspace.Serve();
        Assert.Equal("/y.digest", _workspace.Computed[0]);
    }

    [Fact]
    public void A_change_in_the_midst_of_it_is_served_next_on_the_newest_snapshot()
    {
        OpenMany();
        for (var i = 0; i < 10; i++)
        {
            _workspace.Type($"/{i:00}.digest", "Moths", "The moths");
        }
        _workspace.OnCompute = path =>
        {
            if (path == "/09.digest" && _workspace.Computed.Count == 1)
            {
                _workspace.Type("/30.digest", "Moths", "The moths");
                _workspace.Type("/30.digest", "The moths", "These moths");
            }
        };
        _workspace.Serve();
        Assert.Equal(["/09.digest", "/30.digest"], _workspace.Computed.Take(2));
        Assert.Equal(11, _workspace.Computed.Count);
    }

    [Fact]
    public void A_document_that_cannot_be_computed_does_not_keep_the_others_waiting()
    {
        _workspace.OnCompute = path =>
        {
            if (path == "/05.digest")
            {
                throw new InvalidOperationException("planted");
            }
        };
        OpenMany();
        Assert.Equal(49, _workspace.Published.Count);
    }

    [Fact]
    public async Task Whatever_happens_it_goes_on_and_misses_nothing()
    {
        var workspace = new Workspace();
        var published = Channel.CreateUnbounded<string>();
        var computed = 0;
        var rested = 0;
        using var end = new CancellationTokenSource();
        var pump = new DiagnosticsPump(
            workspace,
            (_, _, _) => ++computed == 1 ? throw new InvalidOperationException("planted") : [],
            (path, _, _) => published.Writer.TryWrite(path),
            TimeProvider.System,
            new FailsOnce()
        )
        {
            Rested = () => _ = ++rested == 1 ? throw new OperationCanceledException("planted") : 0,
        };
        var running = pump.RunAsync(end.Token);
        workspace.Open("/a.digest", 1, Papers.Digest("Mar 1", Papers.Kites));
        pump.Notify();
        Assert.Equal("/a.digest", await published.Reader.ReadAsync());
        workspace.Open("/b.digest", 1, Papers.Digest("Mar 2", Papers.Moths));
        pump.Notify();
        Assert.Equal("/b.digest", await published.Reader.ReadAsync());
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.True(rested >= 1);
    }

    [Fact]
    public void A_document_that_is_gone_leaves_nothing_in_memory()
    {
        OpenMany();
        var tree = OpenAndDrop("/gone.digest");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(tree.IsAlive);
        GC.KeepAlive(_workspace);
    }

    /// <summary>In a frame of its own, so that no variable here keeps what it made.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference OpenAndDrop(string path)
    {
        _workspace.Open(path, Papers.Digest("Apr 1", Papers.Hums));
        _workspace.Serve();
        Assert.Empty(_workspace.Shown(path));
        var tree = new WeakReference(_workspace.Workspace.Current.GetDocument(path)!.GetTree());
        _workspace.Workspace.Close(path);
        _workspace.Workspace.Refresh([path]);
        _workspace.Serve();
        // What it stood for goes with the next thing that is asked for.
        _workspace.Open("/other.digest", Papers.Digest("Apr 2", Papers.Hives));
        _workspace.Serve();
        return tree;
    }

    private void OpenMany()
    {
        for (var i = 0; i < 50; i++)
        {
            // Fifty papers that have nothing to do with each other.
            var random = new Random(i);
            var words = string.Join(' ', Enumerable.Range(0, 60).Select(_ => $"w{random.Next(100_000)}"));
            _workspace.Open(
                $"/{i:00}.digest",
                Papers.Digest($"Mar {i % 28 + 1}", $"A Title of Its Own, Number {i} {words[..20]}\n\nMoths vanished. {words}.\n")
            );
        }
        _workspace.Serve();
        Assert.Equal(50, _workspace.Computed.Count);
    }

    /// <summary>Cannot write the first entry.</summary>
    private sealed class FailsOnce : ILogger<DiagnosticsPump>
    {
        private int _entries;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (_entries++ == 0)
            {
                throw new IOException("planted");
            }
        }
    }
}
