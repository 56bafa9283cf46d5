using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What is logged, and how that is changed while the server runs.</summary>
public sealed partial class LogTests
{
    [Theory]
    [InlineData(LogLevel.Information, null, null, LogLevel.Information, LogLevel.Error)]
    [InlineData(LogLevel.Debug, null, "off", LogLevel.Debug, LogLevel.Debug)]
    [InlineData(LogLevel.Debug, LogLevel.Warning, null, LogLevel.Warning, LogLevel.Error)]
    [InlineData(LogLevel.Information, LogLevel.Trace, null, LogLevel.Trace, LogLevel.Trace)]
    [InlineData(LogLevel.Information, LogLevel.Critical, null, LogLevel.Critical, LogLevel.Critical)]
    [InlineData(LogLevel.Information, LogLevel.None, null, LogLevel.None, LogLevel.None)]
    [InlineData(LogLevel.Information, LogLevel.Warning, "messages", LogLevel.Debug, LogLevel.Debug)]
    [InlineData(LogLevel.Information, null, "verbose", LogLevel.Trace, LogLevel.Trace)]
    [InlineData(LogLevel.Trace, null, "messages", LogLevel.Trace, LogLevel.Trace)]
    [InlineData(LogLevel.Information, null, "all of it", LogLevel.Information, LogLevel.Error)]
    public void The_setting_goes_before_the_option_and_a_trace_adds_to_either(
        LogLevel option,
        LogLevel? setting,
        string? trace,
        LogLevel expected,
        LogLevel expectedOfLibrary
    )
    {
        var threshold = new LogThreshold(option) { Setting = () => setting };
        threshold.Follow("verbose");
        threshold.Follow(trace);
        for (var level = LogLevel.Trace; level < LogLevel.None; level++)
        {
            Assert.Equal(level >= expected, threshold.Admits("DigestLsp.LanguageServer.Session", level));
            Assert.Equal(level >= expectedOfLibrary, threshold.Admits("OmniSharp.Extensions.JsonRpc.Connection", level));
        }
    }

    [Fact]
    public async Task Where_there_can_be_no_log_it_says_so_and_leaves()
    {
        using var folder = new DigestFolder();
        using var server = ServerProcess.Start("--log-file", folder.Root);
        Assert.Equal(2, await server.WaitForExitAsync());
        Assert.Contains(folder.Root, server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("fault of the tool", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_cannot_be_written_stops_nobody()
    {
        var closed = new StringWriter();
        var broken = new StreamWriter(new MemoryStream(), leaveOpen: false);
        broken.Dispose();
        using var log = new TextLoggerProvider(broken);
        log.CreateLogger("a").LogInformation("lost");
        new TextLoggerProvider(closed).CreateLogger("a").LogInformation("found");
        Assert.Contains("found", closed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_change_are_in_force_for_the_messages_that_follow()
    {
        using var client = await LspClient.StartAsync(options: new() { ["logLevel"] = "critical" });
        Complain(client, "untitled:first");
        client.Notify("workspace/didChangeConfiguration", Settings("warning"));
        Complain(client, "untitled:second");
        client.Notify("workspace/didChangeConfiguration", Settings("none"));
        Complain(client, "untitled:third");
        Assert.Equal(["second"], await WarningsAsync(client));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_follows_the_server_sees_more(bool fromTheBeginning)
    {
        using var client = new LspClient("--log-level", "Critical");
        await client.RequestAsync(
            "initialize",
            new JsonObject { ["capabilities"] = new JsonObject(), ["trace"] = fromTheBeginning ? "verbose" : "off" }
        );
        client.Notify("initialized", new JsonObject());
        if (!fromTheBeginning)
        {
            client.Notify("$/setTrace", new JsonObject { ["value"] = "verbose" });
        }
        Complain(client, "untitled:first");
        client.Notify("$/setTrace", new JsonObject { ["value"] = "off" });
        Complain(client, "untitled:second");
        Assert.Equal(["first"], await WarningsAsync(client));
    }

    /// <summary>Does what the server warns of.</summary>
    private static void Complain(LspClient client, string uri)
    {
        for (var i = 0; i < 2; i++)
        {
            var document = new JsonObject
            {
                ["uri"] = uri,
                ["languageId"] = "digest",
                ["version"] = 1,
                ["text"] = "",
            };
            client.Notify("textDocument/didOpen", new JsonObject { ["textDocument"] = document });
        }
    }

    /// <summary>The documents of which the server warned, once it has left.</summary>
    private static async Task<IEnumerable<string>> WarningsAsync(LspClient client)
    {
        await client.RequestAsync("shutdown");
        client.Notify("exit");
        await client.WaitForExitAsync();
        return Warning().Matches(client.Log).Select(warning => warning.Groups["document"].Value);
    }

    private static JsonObject Settings(string level) =>
        new() { ["settings"] = new JsonObject { ["digestlsp"] = new JsonObject { ["logLevel"] = level } } };

    [GeneratedRegex("untitled:(?<document>\\w+) was opened, but is open already")]
    private static partial Regex Warning();
}
