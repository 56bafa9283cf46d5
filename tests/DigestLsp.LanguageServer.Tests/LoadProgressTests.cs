using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging.Abstractions;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using OmniSharp.Extensions.LanguageServer.Protocol.Server.WorkDone;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>How far loading is, shown by clients that can; no client holds it up.</summary>
public sealed class LoadProgressTests
{
    private static readonly LoadProblem[] Problems = [new("a.digest", "is no text")];

    private readonly ManualTime _time = new();
    private readonly ProgressClient _client = new();
    private readonly TaskCompletionSource _loaded = new();
    private readonly Task<IReadOnlyList<LoadProblem>> _loading;

    public LoadProgressTests() =>
        _loading = new LoadProgress(() => _client, _time, NullLogger<LoadProgress>.Instance).RunAsync(Load, CancellationToken.None);

    [Fact]
    public async Task What_is_loaded_soon_is_not_worth_a_word()
    {
        _loaded.SetResult();
        Assert.Equal(Problems, await _loading);
        Assert.False(_client.Asked.Task.IsCompleted);
    }

    [Fact]
    public async Task Loading_that_takes_long_is_shown_until_its_end()
    {
        await LoseTimeAsync();
        var shown = new Shown();
        _client.Answer.SetResult(shown);
        _loaded.SetResult();
        Assert.Equal(Problems, await _loading);
        await shown.Ended.Task.WaitAsync(ServerProcess.Patience);
    }

    [Fact]
    public async Task A_client_that_never_answers_holds_nothing_up()
    {
        await LoseTimeAsync();
        _loaded.SetResult();
        Assert.Equal(Problems, await _loading.WaitAsync(ServerProcess.Patience));
    }

    [Fact]
    public async Task A_client_that_answers_too_late_shows_nothing_for_ever()
    {
        await LoseTimeAsync();
        _loaded.SetResult();
        await _loading.WaitAsync(ServerProcess.Patience);
        var shown = new Shown();
        _client.Answer.SetResult(shown);
        await shown.Ended.Task.WaitAsync(ServerProcess.Patience);
    }

    [Fact]
    public async Task A_client_that_refuses_holds_nothing_up()
    {
        await LoseTimeAsync();
        _client.Answer.SetException(new InvalidOperationException("No such method"));
        _loaded.SetResult();
        Assert.Equal(Problems, await _loading.WaitAsync(ServerProcess.Patience));
    }

    /// <summary>Loading takes so long that the client is asked to show it.</summary>
    private Task LoseTimeAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return _client.Asked.Task.WaitAsync(ServerProcess.Patience);
    }

    private IReadOnlyList<LoadProblem> Load(Action<int, int> report, CancellationToken cancellation)
    {
        report(1, 2);
        _loaded.Task.Wait(cancellation);
        return Problems;
    }

    private sealed class ProgressClient : IServerWorkDoneManager
    {
        public TaskCompletionSource<IWorkDoneObserver> Answer { get; } = new();

        public TaskCompletionSource Asked { get; } = new();

        public bool IsSupported => true;

        public void Initialized(WindowClientCapabilities windowClientCapabilities) { }

        public Task<IWorkDoneObserver> Create(
            ProgressToken progressToken,
            WorkDoneProgressBegin begin,
            Func<Exception, WorkDoneProgressEnd>? onError = null,
            Func<WorkDoneProgressEnd>? onComplete = null,
            CancellationToken cancellationToken = default
        ) => Create(begin, onError, onComplete, cancellationToken);

        public Task<IWorkDoneObserver> Create(
            WorkDoneProgressBegin begin,
            Func<Exception, WorkDoneProgressEnd>? onError = null,
            Func<WorkDoneProgressEnd>? onComplete = null,
            CancellationToken cancellationToken = default
        )
        {
            Asked.TrySetResult();
            return Answer.Task;
        }

        public IWorkDoneObserver For(
            IWorkDoneProgressParams request,
            WorkDoneProgressBegin begin,
            Func<Exception, WorkDoneProgressEnd>? onError = null,
            Func<WorkDoneProgressEnd>? onComplete = null
        ) => throw new NotSupportedException();

        public Task<MediatR.Unit> Handle(WorkDoneProgressCancelParams request, CancellationToken cancellationToken) => MediatR.Unit.Task;
    }

    private sealed class Shown : IWorkDoneObserver
    {
        public TaskCompletionSource Ended { get; } = new();

        public ProgressToken WorkDoneToken { get; } = new("any");

        public void OnCompleted() => Ended.TrySetResult();

        public void OnError(Exception error) { }

        public void OnNext(WorkDoneProgress value) { }

        public void OnNext(WorkDoneProgressReport value) { }

        public void OnNext(string message, int? percentage, bool? cancellable) { }

        public void Dispose() { }
    }
}
