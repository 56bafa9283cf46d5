using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestLsp.Benchmarks;

/// <summary>A message from the server, and when its last byte was read.</summary>
public sealed record TimedMessage(JsonElement Body, long Timestamp)
{
    public string? Method => Body.TryGetProperty("method", out var method) ? method.GetString() : null;
}

/// <summary>
/// The real executable, talked to over its standard input and output. A thread of its own reads, and notes the time before it looks
/// into a message.
/// </summary>
public sealed class ServerConnection : IDisposable
{
    /// <summary>How long to wait for what must come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly BlockingCollection<TimedMessage> _received = [];
    private int _lastId;

    /// <param name="executable">The server.</param>
    /// <param name="arguments">Its arguments.</param>
    public ServerConnection(string executable, params string[] arguments)
    {
        _process = Process.Start(
            new ProcessStartInfo(executable, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        new Thread(Read) { IsBackground = true }.Start();
    }

    /// <summary>The memory that the server has in use, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>What the server's threads have computed so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Sends a notification.</summary>
    /// <returns>When it was sent.</returns>
    public long Notify(string method, JsonNode parameters) =>
        Send(
            new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["method"] = method,
                ["params"] = parameters,
            }
        );

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <returns>The answer, and how long it took, in milliseconds.</returns>
    public (JsonElement Body, double Milliseconds) Request(string method, JsonNode parameters)
    {
        var id = ++_lastId;
        var sent = Send(
            new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = id,
                ["method"] = method,
                ["params"] = parameters,
            }
        );
        var answer = WaitFor(message => message.Method is null && message.Body.TryGetProperty("id", out var of) && of.GetInt32() == id);
        if (answer.Body.TryGetProperty("error", out var error))
        {
            throw new InvalidOperationException($"{method}: {error}");
        }
        return (answer.Body.GetProperty("result"), Stopwatch.GetElapsedTime(sent, answer.Timestamp).TotalMilliseconds);
    }

    /// <summary>Waits for a message; what comes before it is dropped.</summary>
    public TimedMessage WaitFor(Func<TimedMessage, bool> isIt)
    {
        while (TryTake(Patience) is { } message)
        {
            if (isIt(message))
            {
                return message;
            }
        }
        throw new TimeoutException("The server did not say what was waited for");
    }

    /// <summary>The next message, null if there is none for some time.</summary>
    public TimedMessage? TryTake(TimeSpan patience)
    {
        while (_received.TryTake(out var message, patience))
        {
            if (message.Method is not null && message.Body.TryGetProperty("id", out var id))
            {
                Send(
                    new JsonObject
                    {
                        ["jsonrpc"] = "2.0",
                        ["id"] = JsonNode.Parse(id.GetRawText()),
                        ["result"] = null,
                    }
                );
                continue;
            }
            return message;
        }
        return null;
    }

    public void Dispose()
    {
        Request("shutdown", new JsonObject());
        Notify("exit", new JsonObject());
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
        }
        _process.Dispose();
        _received.Dispose();
    }

    private long Send(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        byte[] frame = [.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body];
        var input = _process.StandardInput.BaseStream;
        var now = Stopwatch.GetTimestamp();
        input.Write(frame);
        input.Flush();
        return now;
    }

    private void Read()
    {
        using var output = new BufferedStream(_process.StandardOutput.BaseStream, 1 << 16);
        while (ReadHeader(output) is { } length)
        {
            var body = new byte[length];
            output.ReadExactly(body);
            var now = Stopwatch.GetTimestamp();
            _received.Add(new(JsonDocument.Parse(body).RootElement, now));
        }
    }

    private static int? ReadHeader(Stream output)
    {
        int? length = null;
        var line = new StringBuilder();
        for (int next; (next = output.ReadByte()) >= 0; )
        {
            if (next != '\n')
            {
                line.Append((char)next);
                continue;
            }
            var header = line.ToString().TrimEnd('\r');
            line.Clear();
            if (header.Length == 0)
            {
                return length;
            }
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(header.AsSpan("Content-Length:".Length));
            }
        }
        return null;
    }
}
