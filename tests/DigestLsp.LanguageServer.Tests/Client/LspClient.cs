using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>An error that the server answered with.</summary>
internal sealed class LspErrorException(int code, string message, JsonNode? data) : Exception(message)
{
    public int Code { get; } = code;

    public JsonNode? Details { get; } = data;
}

/// <summary>How a client answers the server's requests.</summary>
internal enum ClientManner
{
    /// <summary>Answers each.</summary>
    Obliging,

    /// <summary>Answers each with an error.</summary>
    Refusing,

    /// <summary>Answers none.</summary>
    Silent,
}

/// <summary>A client as editors have one: answers the server's requests, and keeps all that the server tells.</summary>
internal sealed class LspClient : IDisposable
{
    private readonly ServerProcess _server;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource<JsonNode?>> _pending = [];
    private readonly List<JsonObject> _received = [];
    private readonly Task _reading;
    private TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;

    public LspClient(params string[] arguments)
    {
        _server = ServerProcess.Start(arguments);
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>What the client sends along when it initializes.</summary>
    public JsonObject? Options { get; init; }

    /// <summary>The settings of any section that the server asks for.</summary>
    public JsonObject? Settings { get; set; }

    /// <summary>How the server's requests are answered.</summary>
    public ClientManner Manner { get; init; }

    /// <summary>What the server wrote to standard error.</summary>
    public string Log => _server.Log;

    /// <summary>Looks at each message that is no answer, in order; one of which it says true is not kept.</summary>
    public Func<JsonObject, bool> Intercept { get; init; } = _ => false;

    /// <summary>The messages that are no answers, so far, oldest first.</summary>
    public IReadOnlyList<JsonObject> Received
    {
        get
        {
            lock (_gate)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>Starts a server and takes it through the handshake.</summary>
    public static async Task<LspClient> StartAsync(
        string? folder = null,
        JsonObject? capabilities = null,
        JsonObject? options = null,
        JsonObject? settings = null
    )
    {
        var client = new LspClient { Options = options, Settings = settings };
        await client.InitializeAsync(folder, capabilities);
        return client;
    }

    /// <summary>Sends <c>initialize</c>, and <c>initialized</c> after its answer.</summary>
    public async Task<JsonNode> InitializeAsync(string? folder = null, JsonObject? capabilities = null, int? processId = null)
    {
        var result = await RequestAsync(
            "initialize",
            new JsonObject
            {
                ["processId"] = processId ?? Environment.ProcessId,
                ["rootUri"] = folder is null ? null : Uris.Of(folder),
                ["initializationOptions"] = Options?.DeepClone(),
                ["capabilities"] = capabilities ?? ClientCapabilities.Full(),
                ["workspaceFolders"] = folder is null
                    ? null
                    : new JsonArray(new JsonObject { ["uri"] = Uris.Of(folder), ["name"] = "digests" }),
            }
        );
        Notify("initialized", new JsonObject());
        return result!;
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <exception cref="LspErrorException">The answer is an error.</exception>
    public Task<JsonNode?> RequestAsync(string method, JsonNode? parameters = null)
    {
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id;
        lock (_gate)
        {
            id = ++_lastId;
            _pending[id] = answer;
        }
        Send(Message(method, parameters, id));
        return WithPatience(answer.Task, $"the answer to {method}");
    }

    public void Notify(string method, JsonNode? parameters = null) => Send(Message(method, parameters, id: null));

    /// <summary>Sends bytes as they are.</summary>
    public void SendRaw(ReadOnlySpan<byte> bytes) => _server.Send(bytes);

    /// <summary>Sends the server's process a signal.</summary>
    public void Signal(string name) => _server.Signal(name);

    /// <summary>Ends the server's process at once.</summary>
    public void Kill() => _server.Kill();

    public void CloseInput() => _server.CloseInput();

    public Task<int> WaitForExitAsync() => _server.WaitForExitAsync();

    /// <summary>Waits until what was received meets a condition.</summary>
    /// <param name="what">Says in a failure what was waited for.</param>
    /// <param name="find">Looks at all messages that are no answers; null to wait on.</param>
    public async Task<T> WaitForAsync<T>(string what, Func<IReadOnlyList<JsonObject>, T?> find)
        where T : class
    {
        using var patience = new CancellationTokenSource(ServerProcess.Patience);
        while (true)
        {
            Task arrival;
            lock (_gate)
            {
                if (find(_received) is { } found)
                {
                    return found;
                }
                arrival = _arrival.Task;
            }
            try
            {
                await arrival.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                var last = string.Join('\n', Received.TakeLast(5).Select(message => message.ToJsonString()));
                Assert.Fail($"There never was {what}. What came last:\n{last}\nThe server's log:\n{Log}");
            }
        }
    }

    public void Dispose() => _server.Dispose();

    private static JsonObject Message(string method, JsonNode? parameters, int? id)
    {
        var message = new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method };
        if (id is not null)
        {
            message["id"] = id;
        }
        if (parameters is not null)
        {
            message["params"] = parameters;
        }
        return message;
    }

    private async Task<T> WithPatience<T>(Task<T> task, string what)
    {
        try
        {
            return await task.WaitAsync(ServerProcess.Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"There never was {what}. The server's log:\n{Log}");
        }
    }

    private void Send(JsonObject message)
    {
        lock (_server)
        {
            _server.Send(MessageStream.Frame(message));
        }
    }

    private async Task ReadAsync()
    {
        while (await MessageStream.ReadAsync(_server.Output) is { } message)
        {
            Take(message);
        }
        lock (_gate)
        {
            foreach (var pending in _pending.Values)
            {
                pending.TrySetException(new EndOfStreamException($"The server has left. Its log:\n{Log}"));
            }
        }
    }

    private void Take(JsonObject message)
    {
        var isRequest = message.ContainsKey("method");
        if (isRequest && message["id"] is { } id && Manner != ClientManner.Silent)
        {
            Send(Answer((string)message["method"]!, id));
        }
        lock (_gate)
        {
            if (
                !isRequest
                && message["id"] is JsonValue value
                && value.TryGetValue(out int answered)
                && _pending.Remove(answered, out var answer)
            )
            {
                Complete(answer, message);
                return;
            }
            if (!Intercept(message))
            {
                _received.Add(message);
            }
            _arrival.SetResult();
            _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private JsonObject Answer(string method, JsonNode id)
    {
        var answer = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id.DeepClone() };
        if (Manner == ClientManner.Refusing)
        {
            answer["error"] = new JsonObject { ["code"] = -32601, ["message"] = $"{method} is not known here" };
        }
        else
        {
            answer["result"] = method == "workspace/configuration" ? new JsonArray(Settings?.DeepClone()) : null;
        }
        return answer;
    }

    private static void Complete(TaskCompletionSource<JsonNode?> answer, JsonObject message)
    {
        if (message["error"] is { } error)
        {
            answer.SetException(new LspErrorException((int)error["code"]!, (string)error["message"]!, error["data"]));
        }
        else
        {
            answer.SetResult(message["result"]);
        }
    }
}
