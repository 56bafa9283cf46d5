using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Other ways to a client than standard input and output: the client listens, the server connects.</summary>
public sealed class TransportTests
{
    [Fact]
    public async Task A_client_is_served_at_a_port_of_this_machine()
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await CheckAsync(listener, ["--port", $"{((IPEndPoint)listener.LocalEndPoint!).Port}"]);
    }

    [Fact]
    public async Task A_client_is_served_at_a_pipe()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        using var folder = new DigestFolder();
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(folder.PathOf("client.sock")));
        await CheckAsync(listener, [$"--pipe={folder.PathOf("client.sock")}"]);
    }

    [Theory]
    [InlineData("--pipe=/nowhere/at/all.sock", 2, "Nobody listens")]
    [InlineData("--port=1", 2, "Nobody listens at port 1")]
    [InlineData("--port=70000", 2, "A port is a number")]
    public async Task Where_nobody_listens_it_says_so_and_leaves(string argument, int code, string message)
    {
        using var server = ServerProcess.Start(argument);
        Assert.Equal(code, await server.WaitForExitAsync());
        Assert.Contains(message, server.Log, StringComparison.Ordinal);
    }

    private static async Task CheckAsync(Socket listener, string[] arguments)
    {
        listener.Listen();
        using var server = ServerProcess.Start(arguments);
        using var accepted = await listener.AcceptAsync().WaitAsync(ServerProcess.Patience);
        using (var stream = new NetworkStream(accepted))
        {
            var request = new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = 1,
                ["method"] = "initialize",
                ["params"] = new JsonObject { ["capabilities"] = new JsonObject() },
            };
            await stream.WriteAsync(MessageStream.Frame(request));
            var answer = await MessageStream.ReadAsync(stream).WaitAsync(ServerProcess.Patience);
            Assert.Equal("digestlsp", (string?)answer!["result"]!["serverInfo"]!["name"]);
        }
        accepted.Close();
        Assert.Equal(1, await server.WaitForExitAsync());
    }
}
