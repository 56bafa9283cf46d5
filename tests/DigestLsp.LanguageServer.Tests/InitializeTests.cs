using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>The beginning of a session: what the server says that it can do, and no more.</summary>
public sealed class InitializeTests : IDisposable
{
    private readonly DigestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_announces_what_there_is()
    {
        using var client = new LspClient();
        var result = await client.InitializeAsync(_folder.Root);
        var expected = JsonNode.Parse(
            """
            {
              "textDocumentSync": { "openClose": true, "change": 2, "save": {} },
              "hoverProvider": {},
              "definitionProvider": {},
              "referencesProvider": {},
              "implementationProvider": {},
              "callHierarchyProvider": {},
              "codeLensProvider": { "resolveProvider": true },
              "documentHighlightProvider": {},
              "renameProvider": { "prepareProvider": true },
              "documentLinkProvider": {},
              "documentSymbolProvider": {},
              "workspaceSymbolProvider": {},
              "foldingRangeProvider": {},
              "selectionRangeProvider": {},
              "linkedEditingRangeProvider": {},
              "documentFormattingProvider": {},
              "documentRangeFormattingProvider": {},
              "completionProvider": { "triggerCharacters": [":", ","], "resolveProvider": true },
              "semanticTokensProvider": {
                "legend": {
                  "tokenTypes": ["comment", "number", "function", "class", "type", "link", "property", "string", "method"],
                  "tokenModifiers": ["declaration"]
                },
                "full": { "delta": true },
                "range": true
              },
              "codeActionProvider": {
                "codeActionKinds": ["quickfix", "source.fixAll.digest", "source.organizeEntries.byTitle", "source.organizeEntries.byDate"],
                "resolveProvider": true
              },
              "executeCommandProvider": { "commands": ["digestlsp.markDifferent", "digestlsp.markIntended", "digestlsp.acceptFinding", "digestlsp.takeBack"] },
              "inlayHintProvider": true,
              "workspace": { "workspaceFolders": { "supported": true, "changeNotifications": true } }
            }
            """
        );
        Assert.True(JsonNode.DeepEquals(expected, result["capabilities"]), result["capabilities"]!.ToJsonString());
        Assert.Equal("digestlsp", (string?)result["serverInfo"]!["name"]);
        Assert.Matches(@"^\d+\.\d+\.\d+", (string?)result["serverInfo"]!["version"]);
    }

    [Fact]
    public async Task Where_the_client_can_it_registers_for_digests_on_disk_and_unsaved_and_for_files_to_watch()
    {
        using var client = new LspClient();
        var result = await client.InitializeAsync(_folder.Root, ClientCapabilities.Full(dynamicRegistration: true));
        Assert.Null(result["capabilities"]!["hoverProvider"]);
        var request = await client.WaitForAsync(
            "a registration",
            received => received.FirstOrDefault(message => (string?)message["method"] == "client/registerCapability")
        );
        var registered = request["params"]!["registrations"]!
            .AsArray()
            .ToDictionary(registration => (string)registration!["method"]!, registration => registration!["registerOptions"]!);
        Assert.Equal(
            [
                "textDocument/codeAction",
                "textDocument/completion",
                "textDocument/definition",
                "textDocument/didChange",
                "textDocument/didClose",
                "textDocument/didOpen",
                "textDocument/didSave",
                "textDocument/documentSymbol",
                "textDocument/foldingRange",
                "textDocument/formatting",
                "textDocument/hover",
                "textDocument/linkedEditingRange",
                "textDocument/rangeFormatting",
                "textDocument/references",
                "textDocument/rename",
                "textDocument/selectionRange",
                "textDocument/semanticTokens",
                "workspace/didChangeWatchedFiles",
                "workspace/symbol",
            ],
            registered.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            """[{"language":"digest","scheme":"file"},{"language":"digest","scheme":"untitled"}]""",
            registered["textDocument/hover"]["documentSelector"]!.ToJsonString()
        );
        Assert.Equal(
            [
                """{"language":"digest","scheme":"file"}""",
                """{"language":"digest","scheme":"untitled"}""",
                "**/.editorconfig",
                "**/.digestlsp/*.json",
            ],
            registered["textDocument/codeAction"]["documentSelector"]!
                .AsArray()
                .Select(filter => (string?)filter!["pattern"] ?? filter.ToJsonString())
        );
        Assert.Equal(9, registered["textDocument/semanticTokens"]["legend"]!["tokenTypes"]!.AsArray().Count);
        Assert.True((bool?)registered["textDocument/semanticTokens"]["full"]!["delta"]);
        Assert.Equal(":,", string.Concat(registered["textDocument/completion"]["triggerCharacters"]!.AsArray()));
        Assert.NotEqual(true, (bool?)registered["textDocument/didSave"]["includeText"]);
        Assert.Equal(
            ["**/*.digest", "**/*.txt", "**/.editorconfig", "**/.digestlsp/*.json", "**/.gitignore", "**/.ignore", "**/*"],
            registered["workspace/didChangeWatchedFiles"]["watchers"]!.AsArray().Select(watcher => (string?)watcher!["globPattern"])
        );
    }

    [Fact]
    public async Task Before_it_every_request_is_refused_and_the_server_waits_on()
    {
        using var client = new LspClient();
        var refused = await Assert.ThrowsAsync<LspErrorException>(() =>
            client.RequestAsync("workspace/symbol", new JsonObject { ["query"] = "" })
        );
        Assert.Equal(-32002, refused.Code);
        Assert.NotNull(await client.InitializeAsync(_folder.Root));
    }

    [Fact]
    public async Task A_second_one_is_refused()
    {
        using var client = await LspClient.StartAsync(_folder.Root);
        var refused = await Assert.ThrowsAsync<LspErrorException>(() => client.InitializeAsync(_folder.Root));
        Assert.Equal(-32600, refused.Code);
    }

    [Fact]
    public async Task A_client_without_workspace_folders_has_its_root_loaded()
    {
        _folder.Write("a.digest", Papers.Digest("Mar 11", Papers.Kites));
        using var client = await LspClient.StartAsync(_folder.Root, ClientCapabilities.Plain());
        await WaitForPaperAsync(client);
    }

    [Theory]
    [InlineData("textDocument.hover.contentFormat", """["html","markdown"]""")]
    [InlineData("textDocument.hover.contentFormat", "\"markdown\"")]
    [InlineData("textDocument.completion.completionItem.documentationFormat", """["html"]""")]
    [InlineData("textDocument.completion.completionItem.tagSupport.valueSet", """[1,99,"old"]""")]
    [InlineData("textDocument.completion.completionItemKind.valueSet", """[1,99,"old"]""")]
    [InlineData("textDocument.completion", "true")]
    [InlineData("textDocument.documentSymbol.symbolKind.valueSet", """[1,99,"old"]""")]
    [InlineData("textDocument.codeAction.codeActionLiteralSupport.codeActionKind.valueSet", """["quickfix",7,{}]""")]
    [InlineData("textDocument.codeAction.resolveSupport.properties", "\"edit\"")]
    [InlineData("textDocument.publishDiagnostics.tagSupport.valueSet", """[1,99,"old"]""")]
    [InlineData("textDocument.rename.prepareSupportDefaultBehavior", "\"any\"")]
    [InlineData("textDocument.semanticTokens.formats", """["absolute"]""")]
    [InlineData("textDocument.semanticTokens.tokenTypes", """["type",{}]""")]
    [InlineData("textDocument.foldingRange.rangeLimit", "1e9")]
    [InlineData("textDocument", "[]")]
    [InlineData("workspace.workspaceEdit.resourceOperations", """["create","copy"]""")]
    [InlineData("workspace.workspaceEdit.failureHandling", "\"hope\"")]
    [InlineData("workspace.workspaceFolders", "\"yes\"")]
    [InlineData("window.showMessage", "7")]
    [InlineData("general.markdown", "\"yes\"")]
    [InlineData("general.positionEncodings", """["utf-9"]""")]
    public async Task What_a_client_can_do_that_nobody_knows_of_is_passed_over(string capability, string value)
    {
        var capabilities = ClientCapabilities.Full();
        JsonObject place = capabilities;
        var names = capability.Split('.');
        foreach (var name in names[..^1])
        {
            place = (place[name] ??= new JsonObject()).AsObject();
        }
        place[names[^1]] = JsonNode.Parse(value);
        _folder.Write("a.digest", Papers.Digest("Mar 11", Papers.Kites));
        using var client = await LspClient.StartAsync(_folder.Root, capabilities);
        await WaitForPaperAsync(client);
    }

    [Fact]
    public async Task What_is_known_beside_it_counts()
    {
        var capabilities = ClientCapabilities.Full();
        capabilities["textDocument"]!["hover"]!["contentFormat"] = new JsonArray("html", "markdown");
        using var session = await DigestSession.StartAsync(capabilities);
        session.Open("a.digest", Papers.Digest("Mar 11", Papers.Kites));
        var hover = await session.AskAsync("textDocument/hover", "a.digest", Papers.KitesTitle);
        Assert.Equal("markdown", (string?)hover!["contents"]!["kind"]);
        Assert.Contains("\"html\"", session.Client.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trace", "\"compact\"")]
    [InlineData("processId", "\"none\"")]
    [InlineData("processId", "1e300")]
    [InlineData("rootUri", "7")]
    [InlineData("rootPath", "{}")]
    [InlineData("workspaceFolders", "{}")]
    [InlineData("workspaceFolders", """[{"uri":7}]""")]
    [InlineData("capabilities", "null")]
    [InlineData("capabilities", "[]")]
    [InlineData("clientInfo", "\"me\"")]
    [InlineData("initializationOptions", "[7]")]
    public async Task What_a_client_says_of_itself_that_makes_no_sense_is_passed_over(string name, string value)
    {
        using var client = new LspClient();
        var said = new JsonObject
        {
            ["processId"] = null,
            ["rootUri"] = null,
            ["capabilities"] = ClientCapabilities.Full(),
        };
        said[name] = JsonNode.Parse(value);
        Assert.NotNull(await client.RequestAsync("initialize", said));
        client.Notify("initialized", new JsonObject());
        Assert.NotNull(await client.RequestAsync("digestlsp/status"));
    }

    [Theory]
    [InlineData(nameof(ClientManner.Silent))]
    [InlineData(nameof(ClientManner.Refusing))]
    public async Task A_client_that_answers_no_request_is_served(string manner)
    {
        _folder.Write("a.digest", Papers.Digest("Mar 11", Papers.Kites));
        using var client = new LspClient { Manner = Enum.Parse<ClientManner>(manner) };
        var capabilities = ClientCapabilities.Full(dynamicRegistration: true);
        capabilities["workspace"]!["configuration"] = true;
        await client.InitializeAsync(_folder.Root, capabilities);
        await WaitForPaperAsync(client);
    }

    [Fact]
    public async Task Folders_come_and_go()
    {
        _folder.Write("in/a.digest", Papers.Digest("Mar 11", Papers.Kites));
        using var client = await LspClient.StartAsync();
        NotifyFolders("added", "removed");
        await WaitForPaperAsync(client);
        NotifyFolders("removed", "added");
        await UntilAsync(async () => await PapersAsync(client) == 0);

        void NotifyFolders(string with, string without) =>
            client.Notify(
                "workspace/didChangeWorkspaceFolders",
                new JsonObject
                {
                    ["event"] = new JsonObject
                    {
                        [with] = new JsonArray(new JsonObject { ["uri"] = Uris.Of(_folder.PathOf("in")), ["name"] = "in" }),
                        [without] = new JsonArray(),
                    },
                }
            );
    }

    private static Task WaitForPaperAsync(LspClient client) => UntilAsync(async () => await PapersAsync(client) == 1);

    private static async Task<int> PapersAsync(LspClient client) =>
        (await client.RequestAsync("workspace/symbol", new JsonObject { ["query"] = "kites" }))!.AsArray().Count;

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var patience = DateTime.UtcNow + ServerProcess.Patience; !await holds(); await Task.Delay(20))
        {
            Assert.True(DateTime.UtcNow < patience, "what was waited for never came");
        }
    }
}
