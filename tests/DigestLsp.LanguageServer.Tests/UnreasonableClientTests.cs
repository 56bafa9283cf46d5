using System.IO.Pipelines;
using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Clients that say what makes no sense are served; with those that cannot be heard or told anything the server ends.</summary>
public sealed class UnreasonableClientTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"code\":\"none\",\"message\":[]}")]
    [InlineData("{\"code\":99999999999,\"message\":\"x\"}")]
    [InlineData("{\"code\":-32800,\"message\":\"x\"}")]
    public async Task An_error_that_makes_no_sense_refuses_what_the_server_asked(string error)
    {
        using var client = new LspClient { Manner = ClientManner.Silent };
        var capabilities = ClientCapabilities.Full();
        capabilities["workspace"]!["configuration"] = true;
        await client.InitializeAsync(capabilities: capabilities);
        var asked = await client.WaitForAsync(
            "a question",
            received => received.FirstOrDefault(message => (string?)message["method"] == "workspace/configuration")
        );
        var answer = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = asked["id"]!.DeepClone(),
            ["error"] = JsonNode.Parse(error),
        };
        client.SendRaw(MessageStream.Frame(answer));
        Assert.NotNull(await client.RequestAsync("digestlsp/status"));
        for (var patience = DateTime.UtcNow + ServerProcess.Patience; !IsRefused(); await Task.Delay(20))
        {
            Assert.True(DateTime.UtcNow < patience, $"The question was never refused. The log:\n{client.Log}");
        }

        bool IsRefused() => client.Log.Contains("The client did not tell its settings", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///a%00b")]
    [InlineData("git:/a")]
    [InlineData("")]
    public async Task A_folder_that_can_be_none_keeps_no_other_from_being_read(string uri)
    {
        using var folder = new DigestFolder();
        folder.Write("one/a.digest", Papers.Digest("Mar 11", Papers.Kites));
        folder.Write("two/b.digest", Papers.Digest("Mar 12", Papers.Bread));
        using var client = new LspClient();
        await client.RequestAsync(
            "initialize",
            new JsonObject
            {
                ["processId"] = Environment.ProcessId,
                ["rootUri"] = uri,
                ["capabilities"] = ClientCapabilities.Full(),
                ["workspaceFolders"] = Folders(uri, Uris.Of(folder.PathOf("one"))),
            }
        );
        client.Notify("initialized", new JsonObject());
        await LoadedAsync(client, files: 1);
        Change(uri);
        Change(Uris.Of(folder.PathOf("two")));
        await LoadedAsync(client, files: 2);

        void Change(string added) =>
            client.Notify(
                "workspace/didChangeWorkspaceFolders",
                new JsonObject
                {
                    ["event"] = new JsonObject { ["added"] = Folders(added), ["removed"] = new JsonArray() },
                }
            );
    }

    [Fact]
    public async Task A_file_that_can_be_none_keeps_no_other_from_being_read()
    {
        using var session = await DigestSession.StartAsync();
        session.Folder.Write("a.digest", Papers.Digest("Mar 11", Papers.Kites));
        session.Client.Notify(
            "workspace/didChangeWatchedFiles",
            new JsonObject
            {
                ["changes"] = new JsonArray(
                    new JsonObject { ["uri"] = "file:///a%00b.digest", ["type"] = 1 },
                    new JsonObject { ["uri"] = session.UriOf("a.digest"), ["type"] = 1 }
                ),
            }
        );
        await session.LoadedAsync(Papers.KitesTitle);
    }

    [Fact]
    public async Task A_client_that_cannot_be_read_ends_the_server()
    {
        Assert.Equal(1, await RunAsync(new BrokenStream(), new MemoryStream()));
    }

    [Fact]
    public async Task A_client_that_reads_no_more_ends_the_server()
    {
        var input = new Pipe();
        await input.Writer.WriteAsync(
            MessageStream.Frame(
                new JsonObject
                {
                    ["jsonrpc"] = "2.0",
                    ["id"] = 1,
                    ["method"] = "initialize",
                    ["params"] = new JsonObject
                    {
                        ["processId"] = null,
                        ["rootUri"] = null,
                        ["capabilities"] = new JsonObject(),
                    },
                }
            )
        );
        Assert.Equal(1, await RunAsync(input.Reader.AsStream(), new BrokenStream()));
    }

    private static Task<int> RunAsync(Stream input, Stream output) =>
        ServerHost
            .RunAsync(input, output, new() { LogLevel = Microsoft.Extensions.Logging.LogLevel.None }, CancellationToken.None)
            .WaitAsync(ServerProcess.Patience);

    private static JsonArray Folders(params string[] uris) =>
        [.. uris.Select(uri => new JsonObject { ["uri"] = uri, ["name"] = "folder" })];

    private static async Task LoadedAsync(LspClient client, int files)
    {
        for (var patience = DateTime.UtcNow + ServerProcess.Patience; ; await Task.Delay(20))
        {
            if ((int)(await client.RequestAsync("digestlsp/status"))!["files"]! == files)
            {
                return;
            }
            Assert.True(DateTime.UtcNow < patience, $"There never were {files} files. The log:\n{client.Log}");
        }
    }

    /// <summary>Fails in a way that nobody thought of.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Nobody expects this");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Nobody expects this");
    }
}
