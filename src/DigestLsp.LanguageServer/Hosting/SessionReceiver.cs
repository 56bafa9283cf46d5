using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.JsonRpc.Server;
using OmniSharp.Extensions.JsonRpc.Server.Messages;
using OmniSharp.Extensions.LanguageServer.Protocol;

namespace DigestLsp.LanguageServer;

/// <summary>
/// Lets in what a session allows at its stage: before it begins only its beginning, and after the shutdown only the exit. What is
/// no message at all is answered as such, where the library would stop reading.
/// </summary>
/// <param name="leave">Told that the client said exit before the session began.</param>
/// <param name="logger">The log.</param>
internal sealed class SessionReceiver(Action leave, ILogger<SessionReceiver> logger) : Receiver, IOutputFilter
{
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;
    private const int InvalidParams = -32602;
    private const int NotInitialized = -32002;

    private bool _isShutDown;

    public override (IEnumerable<Renor> results, bool hasResponse) GetRequests(JToken container)
    {
        if (container is JObject { Count: 1 } unreadable && unreadable.ContainsKey("unreadable"))
        {
            return ([Refuse(null, ParseError, "This is not JSON")], false);
        }
        try
        {
            TextMarks.Unmark(container);
            foreach (var message in container is JArray all ? all : [container])
            {
                MendError(message);
            }
            var (received, hasResponse) = base.GetRequests(container);
            return ([.. received.Select(Admit).OfType<Renor>()], hasResponse);
        }
        catch (Exception exception)
        {
            // Whatever it is: the library would read no more.
            logger.LogError(exception, "A message was passed over");
            return ([Refuse(null, InvalidRequest, "This is not a message")], false);
        }
    }

    /// <summary>Errors need not wait for the session to begin; the library would hold them back until then.</summary>
    bool IOutputFilter.ShouldOutput(object value) => _initialized || value is RpcError;

    /// <summary>What is answered with an error that makes no sense is refused all the same: whoever asked is not to wait for ever.</summary>
    private static void MendError(JToken message)
    {
        if (
            message is JObject answer
            && !answer.ContainsKey("method")
            && answer.TryGetValue("error", out var error)
            && !IsError(error as JObject)
        )
        {
            answer["error"] = new JObject { ["code"] = 0, ["message"] = error.ToString(Formatting.None) };
        }
    }

    private static bool IsError(JObject? error) =>
        error?["code"] is JValue { Value: long and >= int.MinValue and <= int.MaxValue } && error["message"] is JValue { Value: string };

    private Renor? Admit(Renor received)
    {
        switch (received)
        {
            case { IsRequest: true, Request: { } request }:
                if (request.Id is null)
                {
                    return Refuse(null, InvalidRequest, "The id of a request is a number or a string");
                }
                if (!_initialized && request.Method != GeneralNames.Initialize)
                {
                    return Refuse(request.Id, NotInitialized, "The server is not initialized");
                }
                if (_isShutDown || (_initialized && request.Method == GeneralNames.Initialize))
                {
                    return Refuse(
                        request.Id,
                        InvalidRequest,
                        _isShutDown ? "The server is shut down" : "The server is initialized already"
                    );
                }
                if (MessageShape.WhyMalformed(request.Method, request.Params) is { } fault)
                {
                    return Refuse(request.Id, InvalidParams, fault);
                }
                if (request is { Method: GeneralNames.Initialize, Params: JObject said })
                {
                    Complete(said);
                }
                _isShutDown = request.Method == GeneralNames.Shutdown;
                // The library refuses a request without parameters, though all of them may be optional.
                return request.Params is null && request.Method.StartsWith("digestlsp/", StringComparison.Ordinal)
                    ? new Request(request.Id, request.Method, new JObject())
                    : received;
            case { IsNotification: true, Notification: { } notification }:
                if (!_initialized && notification.Method == GeneralNames.Exit)
                {
                    leave();
                }
                if (MessageShape.WhyMalformed(notification.Method, notification.Params) is { } wrong)
                {
                    logger.LogError("{Method} was passed over: {Message}", notification.Method, wrong);
                    return default(Renor?);
                }
                return _initialized || notification.Method == GeneralNames.Initialized ? received : default(Renor?);
            case { IsResponse: true, Response.Id: not long }:
                // The server's own ids are numbers; of others the library dies.
                return default(Renor?);
            default:
                return received;
        }
    }

    /// <summary>The library asks what a client can do, and where its folders are, without looking whether it says anything of that.</summary>
    private static void Complete(JObject said)
    {
        if (said["capabilities"] is not JObject)
        {
            said["capabilities"] = new JObject();
        }
        if (said["workspaceFolders"] is JArray folders)
        {
            said["workspaceFolders"] = new JArray(
                folders.Where(folder => folder is JObject named && named["uri"] is JValue { Value: string { Length: > 0 } })
            );
        }
    }

    private static RpcError Refuse(object? id, int code, string message) => new(id, string.Empty, new ErrorMessage(code, message));
}
