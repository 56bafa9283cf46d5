using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.JsonRpc.Client;
using OmniSharp.Extensions.JsonRpc.Server;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Whatever goes wrong with one message, those behind it are answered.</summary>
public sealed class StreamInvokerTests : IDisposable
{
    private readonly Library _library = new();
    private readonly StreamInvoker _invoker;

    public StreamInvokerTests() => _invoker = new(_library, _library, _library, NullLogger<StreamInvoker>.Instance);

    public void Dispose() => _invoker.Dispose();

    [Theory]
    [InlineData(RequestProcessType.Parallel)]
    [InlineData(RequestProcessType.Serial)]
    public async Task An_answer_that_cannot_be_sent_holds_nothing_up(RequestProcessType order)
    {
        _library.Order = order;
        _library.OnSend = answer => _ = answer is OutgoingResponse { Id: 1 } ? throw new InvalidOperationException("planted") : 0;
        Ask(1);
        Ask(2);
        Assert.Equal(2, Assert.IsType<OutgoingResponse>(await _library.SentAsync()).Id);
        _library.Order = RequestProcessType.Serial;
        Ask(3);
        Assert.Equal(3, Assert.IsType<OutgoingResponse>(await _library.SentAsync()).Id);
    }

    [Theory]
    [InlineData(RequestProcessType.Parallel)]
    [InlineData(RequestProcessType.Serial)]
    public async Task A_notification_that_fails_holds_nothing_up(RequestProcessType order)
    {
        _library.Order = order;
        _library.OnNotification = () => throw new OperationCanceledException("planted");
        _invoker.InvokeNotification(Library.Descriptor, new Notification("n", null));
        Ask(1);
        Assert.Equal(1, Assert.IsType<OutgoingResponse>(await _library.SentAsync()).Id);
    }

    [Fact]
    public async Task What_nobody_cancelled_is_answered_as_a_failure()
    {
        _library.OnRequest = () => throw new OperationCanceledException("planted");
        Ask(1);
        Assert.Equal(-32603, Assert.IsType<RpcError>(await _library.SentAsync()).Error?.Code);
    }

    private void Ask(int id) => _invoker.InvokeRequest(Library.Descriptor, new Request(id, "r", null));

    /// <summary>What the library does, as a test wants it.</summary>
    private sealed class Library : IRequestRouter<IHandlerDescriptor?>, IOutputHandler, IRequestProcessIdentifier
    {
        private readonly Channel<object?> _sent = Channel.CreateUnbounded<object?>();

        public static IRequestDescriptor<IHandlerDescriptor?> Descriptor { get; } = new Handlers();

        public RequestProcessType Order { get; set; } = RequestProcessType.Parallel;

        public Action OnRequest { get; set; } = () => { };

        public Action OnNotification { get; set; } = () => { };

        public Action<object?> OnSend { get; set; } = _ => { };

        public Task<object?> SentAsync() => _sent.Reader.ReadAsync().AsTask().WaitAsync(ServerProcess.Patience);

        public RequestProcessType Identify(IHandlerDescriptor descriptor) => Order;

        public Task<ErrorResponse> RouteRequest(
            IRequestDescriptor<IHandlerDescriptor?> descriptors,
            Request request,
            CancellationToken token
        )
        {
            OnRequest();
            return Task.FromResult<ErrorResponse>(new OutgoingResponse(request.Id, null, request));
        }

        public Task RouteNotification(
            IRequestDescriptor<IHandlerDescriptor?> descriptors,
            Notification notification,
            CancellationToken token
        )
        {
            OnNotification();
            return Task.CompletedTask;
        }

        public IRequestDescriptor<IHandlerDescriptor?> GetDescriptors(Notification notification) => Descriptor;

        public IRequestDescriptor<IHandlerDescriptor?> GetDescriptors(Request request) => Descriptor;

        public void Send(object? value)
        {
            OnSend(value);
            _sent.Writer.TryWrite(value);
        }

        public Task StopAsync() => Task.CompletedTask;

        public void Dispose() { }

        private sealed class Handlers : List<IHandlerDescriptor?>, IRequestDescriptor<IHandlerDescriptor?>
        {
            public IHandlerDescriptor? Default => null;
        }
    }
}
