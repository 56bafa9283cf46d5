using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.JsonRpc.Server;
using OmniSharp.Extensions.JsonRpc.Server.Messages;

namespace DigestLsp.LanguageServer;

/// <summary>
/// Lets every message begin at its place in the stream without waiting for the answers to those before it. A handler does what
/// depends on that place before it first awaits: a change is made then, a request takes its snapshot then and is computed on a
/// thread of its own. Only the beginning and the end of a session wait for all before them, and all after them for these. (The
/// library's own way keeps every message of a session in memory, and tells clients the stack traces of its failures.)
/// </summary>
internal sealed class StreamInvoker : RequestInvoker
{
    private const int InternalError = -32603;

    private readonly IRequestRouter<IHandlerDescriptor?> _router;
    private readonly IOutputHandler _output;
    private readonly IRequestProcessIdentifier _order;
    private readonly ILogger<StreamInvoker> _logger;
    private readonly Channel<(bool IsSerial, Func<Task> Begin)> _messages = Channel.CreateUnbounded<(bool, Func<Task>)>(
        new() { SingleReader = true, SingleWriter = true }
    );
    private readonly ConcurrentQueue<RequestInvocationHandle> _answered = new();
    private readonly CancellationTokenSource _stop = new();

    public StreamInvoker(
        IRequestRouter<IHandlerDescriptor?> router,
        IOutputHandler output,
        IRequestProcessIdentifier order,
        ILogger<StreamInvoker> logger
    )
    {
        (_router, _output, _order, _logger) = (router, output, order, logger);
        _ = Task.Run(RunAsync);
    }

    public override RequestInvocationHandle InvokeRequest(IRequestDescriptor<IHandlerDescriptor?> descriptor, Request request)
    {
        Forget();
        var handle = new RequestInvocationHandle(request);
        Add(descriptor, request.Method, () => AnswerAsync(descriptor, request, handle));
        return handle;
    }

    public override void InvokeNotification(IRequestDescriptor<IHandlerDescriptor?> descriptor, Notification notification)
    {
        Forget();
        Add(descriptor, notification.Method, () => _router.RouteNotification(descriptor, notification, _stop.Token));
    }

    public override void Dispose()
    {
        _stop.Cancel();
        _messages.Writer.TryComplete();
    }

    private void Add(IRequestDescriptor<IHandlerDescriptor?> descriptor, string method, Func<Task> begin) =>
        _messages.Writer.TryWrite((_order.Identify(descriptor.Default!) == RequestProcessType.Serial, () => TryAsync(method, begin)));

    /// <summary>What fails for one message is no reason to look at no other.</summary>
    private async Task TryAsync(string method, Func<Task> begin)
    {
        try
        {
            await begin().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (!_stop.IsCancellationRequested)
            {
                // What the end of a session cancels may end before that is known here.
                var level = exception is OperationCanceledException ? LogLevel.Debug : LogLevel.Error;
                _logger.Log(level, exception, "{Method} failed", method);
            }
        }
    }

    /// <summary>
    /// Tells the library of answered requests, which it would keep otherwise. Not before the next message: it asks to be told only
    /// after a request was begun.
    /// </summary>
    private void Forget()
    {
        while (_answered.TryDequeue(out var handle))
        {
            handle.Dispose();
        }
    }

    private async Task RunAsync()
    {
        var underWay = new HashSet<Task>();
        try
        {
            await foreach (var (isSerial, begin) in _messages.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                if (isSerial)
                {
                    await Task.WhenAll(underWay).ConfigureAwait(false);
                    await begin().ConfigureAwait(false);
                    continue;
                }
                underWay.RemoveWhere(task => task.IsCompleted);
                if (begin() is { IsCompleted: false } task)
                {
                    underWay.Add(task);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The session is over.
        }
    }

    private async Task AnswerAsync(IRequestDescriptor<IHandlerDescriptor?> descriptor, Request request, RequestInvocationHandle handle)
    {
        var answer = await RouteAsync(descriptor, request, handle.CancellationTokenSource.Token).ConfigureAwait(false);
        _output.Send(answer);
        _answered.Enqueue(handle);
    }

    private async Task<object?> RouteAsync(
        IRequestDescriptor<IHandlerDescriptor?> descriptor,
        Request request,
        CancellationToken cancellation
    )
    {
        try
        {
            return (await _router.RouteRequest(descriptor, request, cancellation).ConfigureAwait(false)).Value;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new RequestCancelled(request.Id, request.Method);
        }
        catch (RpcErrorException refusal)
        {
            _logger.LogWarning("{Method} was refused: {Message}", request.Method, refusal.Message);
            return new RpcError(request.Id, request.Method, new ErrorMessage(refusal.Code, refusal.Message, refusal.Error));
        }
        catch (Exception exception)
        {
            _logger.LogError(exception, "{Method} failed", request.Method);
            var message = new ErrorMessage(InternalError, "The request failed inside the server; its log says why");
            return new RpcError(request.Id, request.Method, message);
        }
    }
}
