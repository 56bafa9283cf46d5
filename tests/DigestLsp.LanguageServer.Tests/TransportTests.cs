using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Other ways to a client than standard input and output: the client listens, the server connects.</summary>
public sealed class TransportTests
{
    [Fact]
    public Task A_client_is_served_at_a_port_of_this_machine() => AtAPortAsync(CheckServedAsync);

    [Fact]
    public Task A_client_is_served_at_a_pipe() => AtAPipeAsync(CheckServedAsync);

    [Fact]
    public Task At_a_port_the_end_of_its_client_ends_it() => AtAPortAsync(CheckEndOfClientAsync);

    [Fact]
    public Task At_a_pipe_the_end_of_its_client_ends_it() => AtAPipeAsync(CheckEndOfClientAsync);

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

    private static async Task AtAPortAsync(Func<Stream, ServerProcess, Task> check)
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await ConnectAsync(listener, $"--port={((IPEndPoint)listener.LocalEndPoint!).Port}", check);
    }

    private static async Task AtAPipeAsync(Func<Stream, ServerProcess, Task> check)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        using var folder = new DigestFolder();
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(folder.PathOf("client.sock")));
        await ConnectAsync(listener, $"--pipe={folder.PathOf("client.sock")}", check);
    }

    private static async Task ConnectAsync(Socket listener, string argument, Func<Stream, ServerProcess, Task> check)
    {
        listener.Listen();
        using var server = ServerProcess.Start(argument);
        using var accepted = await listener.AcceptAsync().WaitAsync(ServerProcess.Patience);
        await using var stream = new NetworkStream(accepted, ownsSocket: true);
        await check(stream, server);
    }

    private static async Task CheckServedAsync(Stream stream, ServerProcess server)
    {
        await InitializeAsync(stream, client: null);
        stream.Close();
        Assert.Equal(1, await server.WaitForExitAsync());
    }

    /// <summary>The connection stays as it is: another process may have inherited the client's end of it.</summary>
    private static async Task CheckEndOfClientAsync(Stream stream, ServerProcess server)
    {
        using var client = Process.Start(
            OperatingSystem.IsWindows() ? new ProcessStartInfo("ping", "-n 600 localhost") : new ProcessStartInfo("sleep", "600")
        )!;
        await InitializeAsync(stream, client.Id);
        client.Kill();
        Assert.Equal(1, await server.WaitForExitAsync());
    }

    private static async Task InitializeAsync(Stream stream, int? client)
    {
        var request = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = "initialize",
            ["params"] = new JsonObject { ["processId"] = client, ["capabilities"] = new JsonObject() },
        };
        await stream.WriteAsync(MessageStream.Frame(request));
        var answer = await MessageStream.ReadAsync(stream).WaitAsync(ServerProcess.Patience);
        Assert.Equal("digestlsp", (string?)answer!["result"]!["serverInfo"]!["name"]);
    }
}
