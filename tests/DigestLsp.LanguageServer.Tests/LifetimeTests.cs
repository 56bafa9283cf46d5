using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using DigestLsp.Testing;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>How a server ends, and what does not end it.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public async Task After_shutdown_exit_ends_it_with_0()
    {
        using var client = await LspClient.StartAsync();
        Assert.Null(await client.RequestAsync("shutdown"));
        client.Notify("exit");
        Assert.Equal(0, await client.WaitForExitAsync());
    }

    [Fact]
    public async Task Exit_without_shutdown_ends_it_with_1()
    {
        using var client = await LspClient.StartAsync();
        client.Notify("exit");
        Assert.Equal(1, await client.WaitForExitAsync());
    }

    [Fact]
    public async Task Exit_before_initialize_ends_it_with_1()
    {
        using var client = new LspClient();
        client.Notify("exit");
        Assert.Equal(1, await client.WaitForExitAsync());
    }

    [Fact]
    public async Task After_shutdown_every_request_is_refused()
    {
        using var client = await LspClient.StartAsync();
        await client.RequestAsync("shutdown");
        var refused = await Assert.ThrowsAsync<LspErrorException>(() =>
            client.RequestAsync("workspace/symbol", new JsonObject { ["query"] = "" })
        );
        Assert.Equal(-32600, refused.Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_end_of_its_input_ends_it(bool initialized)
    {
        using var client = initialized ? await LspClient.StartAsync() : new LspClient();
        client.CloseInput();
        Assert.Equal(1, await client.WaitForExitAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_end_of_its_client_ends_it(bool byArgument)
    {
        using var other = Process.Start(
            OperatingSystem.IsWindows() ? new ProcessStartInfo("ping", "-n 600 localhost") : new ProcessStartInfo("sleep", "600")
        )!;
        using var client = new LspClient(byArgument ? ["--clientProcessId", $"{other.Id}"] : []);
        await client.InitializeAsync(processId: byArgument ? null : other.Id);
        other.Kill();
        Assert.Equal(1, await client.WaitForExitAsync());
    }

    [UnixFact]
    public Task A_request_to_end_ends_it() => EndsBy("TERM", 143);

    [InterruptFact]
    public Task So_does_an_interrupt() => EndsBy("INT", 130);

    private static async Task EndsBy(string signal, int exitCode)
    {
        using var client = await LspClient.StartAsync();
        client.Signal(signal);
        Assert.Equal(exitCode, await client.WaitForExitAsync());
        Assert.DoesNotContain(" Error ", client.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", client.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_request_is_refused_and_an_unknown_notification_ignored()
    {
        using var client = await LspClient.StartAsync();
        client.Notify("digest/unknown", new JsonObject());
        client.Notify("$/unknown", new JsonObject());
        var refused = await Assert.ThrowsAsync<LspErrorException>(() => client.RequestAsync("digest/unknown", new JsonObject()));
        Assert.Equal(-32601, refused.Code);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("""{"jsonrpc":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":{"a":1}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":7}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"textDocument/didChange","params":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"no uri at all"}}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"textDocument/didClose"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":[1],"method":"textDocument/hover","params":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":900,"method":"textDocument/hover","params":{"position":{"line":"x"}}}""")]
    public async Task Malformed_messages_do_not_end_it(string message)
    {
        using var client = await LspClient.StartAsync();
        var body = Encoding.UTF8.GetBytes(message);
        client.SendRaw([.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body]);
        Assert.Empty((await client.RequestAsync("workspace/symbol", new JsonObject { ["query"] = "" }))!.AsArray());
        Assert.DoesNotContain(client.Received, received => received.ToJsonString().Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_do_not_wait_for_answers_and_what_is_cancelled_is_answered_so()
    {
        var many = string.Join(
            "\n",
            Enumerable.Range(0, 3_000).Select(i => $"Kites {i}\n\n{Papers.Kites.Split("\n\n")[1].Replace("kite", $"kite{i}")}")
        );
        using var session = await DigestSession.StartAsync();
        session.Open("a.digest", "Mar 11\n\n" + many);
        var asked = new List<Task<JsonNode?>>();
        for (var i = 0; i < 40; i++)
        {
            // The client's ids count up from 1, and the first was that of initialize.
            asked.Add(session.Client.RequestAsync("workspace/symbol", new JsonObject { ["query"] = "kites" }));
            session.Client.Notify("$/cancelRequest", new JsonObject { ["id"] = i + 2 });
        }
        session.Change("a.digest", (0, 6, "Apr 12"));
        Assert.StartsWith("Apr 12", (string?)await session.AskAsync("digestlsp/viewFileText", "a.digest"), StringComparison.Ordinal);
        var cancelled = 0;
        foreach (var answer in asked)
        {
            try
            {
                Assert.NotEmpty((await answer)!.AsArray());
            }
            catch (LspErrorException refused)
            {
                Assert.Equal(-32800, refused.Code);
                cancelled++;
            }
        }
        Assert.True(cancelled > 0, "Forty searches were each at an end before the next message was read");
    }

    [Fact]
    public async Task A_log_file_takes_the_log()
    {
        using var folder = new DigestFolder();
        using var client = new LspClient("--log-file", folder.PathOf("logs/server.log"), "--log-level", "Debug");
        await client.InitializeAsync(folder.Root);
        await client.RequestAsync("shutdown");
        client.Notify("exit");
        Assert.Equal(0, await client.WaitForExitAsync());
        Assert.Contains("The client said exit", folder.Read("logs/server.log"), StringComparison.Ordinal);
        Assert.Equal("", client.Log.Trim());
    }
}
