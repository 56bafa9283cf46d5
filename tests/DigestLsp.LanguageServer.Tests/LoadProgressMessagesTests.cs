using System.IO.Pipes;
using System.Text.Json.Nodes;
using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging.Abstractions;
using OmniServer = OmniSharp.Extensions.LanguageServer.Server.LanguageServer;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What a client reads while a folder loads that takes long; the library writes it.</summary>
public sealed class LoadProgressMessagesTests : IDisposable
{
    private readonly AnonymousPipeServerStream _toServer = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _fromServer = new(PipeDirection.In);
    private readonly OmniServer _server;
    private readonly TaskCompletionSource _loaded = new();
    private readonly TaskCompletionSource _asked = new();

    public LoadProgressMessagesTests() =>
        _server = OmniServer.PreInit(options =>
            options
                .WithInput(new AnonymousPipeClientStream(PipeDirection.In, _toServer.ClientSafePipeHandle))
                .WithOutput(new AnonymousPipeClientStream(PipeDirection.Out, _fromServer.ClientSafePipeHandle))
        );

    public void Dispose()
    {
        _server.Dispose();
        _toServer.Dispose();
        _fromServer.Dispose();
    }

    [Fact]
    public async Task It_has_a_begin_reports_and_an_end_under_the_token_that_the_client_took()
    {
        await InitializeAsync(new JsonObject { ["window"] = new JsonObject { ["workDoneProgress"] = true } });
        var loading = LoadAsync(TimeProvider.System);
        var create = await NextAsync();
        Assert.Equal("window/workDoneProgress/create", (string?)create["method"]);
        Send(new JsonObject { ["id"] = create["id"]!.DeepClone(), ["result"] = null });

        var told = new List<JsonObject>();
        while (told is not [.., var last] || (string?)last["value"]!["kind"] != "end")
        {
            var message = await NextAsync();
            Assert.Equal("$/progress", (string?)message["method"]);
            told.Add(message["params"]!.AsObject());
            if ((string?)told[^1]["value"]!["kind"] == "report")
            {
                _loaded.TrySetResult();
            }
        }
        await loading;
        Assert.All(told, one => Assert.True(JsonNode.DeepEquals(create["params"]!["token"], one["token"])));
        Assert.Equal("""{"kind":"begin","title":"Reading digests","percentage":0}""", Ordered(told[0]["value"]!));
        Assert.Equal("""{"kind":"report","message":"30 of 40 files","percentage":75}""", Ordered(told[1]["value"]!));
        Assert.All(told[1..^1], one => Assert.Equal("report", (string?)one["value"]!["kind"]));
    }

    [Fact]
    public async Task There_is_none_for_a_client_that_shows_none()
    {
        await InitializeAsync([]);
        var time = new ManualTime();
        var loading = LoadAsync(time);
        time.Advance(TimeSpan.FromMinutes(1));
        await _asked.Task.WaitAsync(ServerProcess.Patience);
        _loaded.SetResult();
        await loading;
        Send(new JsonObject { ["id"] = 2, ["method"] = "shutdown" });
        Assert.Equal(2, (int?)(await NextAsync())["id"]);
    }

    private async Task InitializeAsync(JsonObject capabilities)
    {
        var initialized = _server.Initialize(CancellationToken.None);
        var parameters = new JsonObject { ["capabilities"] = capabilities };
        Send(
            new JsonObject
            {
                ["id"] = 1,
                ["method"] = "initialize",
                ["params"] = parameters,
            }
        );
        Assert.Equal(1, (int?)(await NextAsync())["id"]);
        Send(new JsonObject { ["method"] = "initialized", ["params"] = new JsonObject() });
        await initialized;
    }

    /// <summary>Loads a folder that is read to three quarters, and then no further until the test says so.</summary>
    private async Task LoadAsync(TimeProvider time)
    {
        var reached = new TaskCompletionSource();
        var progress = new LoadProgress(
            () =>
            {
                _asked.TrySetResult();
                return _server.WorkDoneManager;
            },
            time,
            NullLogger<LoadProgress>.Instance
        );
        var loading = progress.RunAsync(
            (report, cancellation) =>
            {
                report(30, 40);
                reached.SetResult();
                _loaded.Task.Wait(cancellation);
                return Array.Empty<LoadProblem>();
            },
            CancellationToken.None
        );
        await reached.Task;
        await loading;
    }

    private void Send(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        _toServer.Write(MessageStream.Frame(message));
        _toServer.Flush();
    }

    private async Task<JsonObject> NextAsync() => (await MessageStream.ReadAsync(_fromServer).WaitAsync(ServerProcess.Patience))!;

    /// <summary>The words of a message in an order of their own.</summary>
    private static string Ordered(JsonNode value)
    {
        var ordered = new JsonObject();
        foreach (var key in new[] { "kind", "title", "message", "percentage" }.Where(value.AsObject().ContainsKey))
        {
            ordered[key] = value[key]!.DeepClone();
        }
        return ordered.ToJsonString();
    }
}
