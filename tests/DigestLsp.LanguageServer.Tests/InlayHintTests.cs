using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Words behind the titles of copies, which are shown to who wants them.</summary>
public sealed class InlayHintTests
{
    private static readonly JsonObject On = new() { ["inlayHints"] = new JsonObject { ["duplicates"] = true } };
    private static readonly JsonObject Off = new() { ["inlayHints"] = new JsonObject { ["duplicates"] = false } };

    [Fact]
    public async Task Copies_tell_where_the_paper_stands_first_if_the_settings_say_so()
    {
        using var session = await StartAsync(ClientCapabilities.Full(), On);
        var hint = Assert.Single(await HintsAsync(session))!;
        Assert.Equal("duplicate of a.digest:3", (string?)hint["label"]);
        Assert.Equal(
            EditorText
                .PositionOf(session.TextOf("b.digest"), session.TextOf("b.digest").IndexOf("\n\nA kite", StringComparison.Ordinal))
                .ToJsonString(),
            hint["position"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task Without_settings_there_are_none()
    {
        using var session = await StartAsync(ClientCapabilities.Full(), options: null);
        Assert.Empty(await HintsAsync(session));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settings_may_be_sent_when_they_change_with_or_without_their_section(bool withSection)
    {
        using var session = await StartAsync(ClientCapabilities.Full(), Off);
        Assert.Empty(await HintsAsync(session));
        var settings = withSection ? new JsonObject { ["digestlsp"] = On.DeepClone() } : On.DeepClone();
        session.Client.Notify("workspace/didChangeConfiguration", new JsonObject { ["settings"] = settings });
        Assert.Single(await HintsAsync(session));
        session.Client.Notify("workspace/didChangeConfiguration", new JsonObject { ["settings"] = Off.DeepClone() });
        Assert.Empty(await HintsAsync(session));
    }

    [Fact]
    public async Task Or_asked_for_and_then_the_client_is_told_to_ask_again()
    {
        var capabilities = ClientCapabilities.Full();
        capabilities["workspace"]!["configuration"] = true;
        capabilities["workspace"]!["inlayHint"] = new JsonObject { ["refreshSupport"] = true };
        using var session = await StartAsync(capabilities, options: null, settings: On);
        await session.Client.WaitForAsync(
            "a refreshment",
            received => received.FirstOrDefault(message => (string?)message["method"] == "workspace/inlayHint/refresh")
        );
        Assert.Single(await HintsAsync(session));
        session.Client.Settings = Off;
        session.Client.Notify("workspace/didChangeConfiguration", new JsonObject { ["settings"] = null });
        for (var patience = DateTime.UtcNow + ServerProcess.Patience; (await HintsAsync(session)).Count > 0; await Task.Delay(20))
        {
            Assert.True(DateTime.UtcNow < patience, "the settings never were asked for");
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "textDocument": { "uri": "file:///a.digest" } }""")]
    [InlineData(
        """{ "textDocument": { "uri": 7 }, "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } } }"""
    )]
    [InlineData("""{ "textDocument": { "uri": "file:///a.digest" }, "range": { "start": { "line": -1, "character": 0 }, "end": 3 } }""")]
    public async Task A_request_that_makes_no_sense_is_an_error(string parameters)
    {
        using var client = await LspClient.StartAsync();
        var refused = await Assert.ThrowsAsync<LspErrorException>(() =>
            client.RequestAsync("textDocument/inlayHint", JsonNode.Parse(parameters))
        );
        Assert.Equal(-32602, refused.Code);
    }

    private static async Task<DigestSession> StartAsync(JsonObject capabilities, JsonObject? options, JsonObject? settings = null)
    {
        var session = await DigestSession.StartAsync(
            capabilities,
            options,
            settings,
            ("a.digest", Papers.Digest("Mar 11", Papers.Kites)),
            ("b.digest", Papers.Digest("Mar 12", Papers.Kites, Papers.Moths))
        );
        session.Open("a.digest");
        session.Open("b.digest");
        return session;
    }

    private static async Task<JsonArray> HintsAsync(DigestSession session)
    {
        var range = new JsonObject
        {
            ["start"] = new JsonObject { ["line"] = 0, ["character"] = 0 },
            ["end"] = new JsonObject { ["line"] = 4_294_967_295, ["character"] = 0 },
        };
        var hints = await session.AskAsync("textDocument/inlayHint", "b.digest", "Mar", new JsonObject { ["range"] = range });
        return hints!.AsArray();
    }
}
