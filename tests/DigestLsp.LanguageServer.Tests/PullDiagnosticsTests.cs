using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Findings for clients that ask for them.</summary>
public sealed class PullDiagnosticsTests
{
    private const string Nothing = "0";

    private static readonly string First = Papers.Digest("Mar 11", Papers.Bread, Papers.Kites);
    private static readonly string Second = Papers.Digest("Mar 12", Papers.Moths, Papers.Kites);
    private static readonly JsonObject Wish = new() { ["diagnostics"] = "pull" };

    [Fact]
    public async Task A_document_is_reported_whole_then_unchanged_then_as_it_became()
    {
        using var session = await StartAsync();
        session.Open("b.digest");
        var first = await PullAsync(session, "b.digest");
        Assert.Equal("full", (string?)first["kind"]);
        Assert.Equal(["DG2001"], CodesOf(first));
        var same = await PullAsync(session, "b.digest", IdOf(first));
        Assert.Equal("unchanged", (string?)same["kind"]);
        Assert.Equal(IdOf(first), IdOf(same));
        Assert.False(same.ContainsKey("items"));

        session.Replace("b.digest", "Steering Kites", "Steering No Kites");
        var changed = await PullAsync(session, "b.digest", IdOf(same));
        Assert.Equal(["DG2005"], CodesOf(changed));
        Assert.NotEqual(IdOf(first), IdOf(changed));
        Assert.Equal("full", (string?)(await PullAsync(session, "b.digest", IdOf(first)))["kind"]);
    }

    [Fact]
    public async Task Every_answer_knows_the_changes_before_it()
    {
        using var session = await StartAsync();
        session.Open("b.digest");
        var text = session.TextOf("b.digest");
        var answers = new List<(Task<JsonObject> Answer, int Line)>();
        var shown = await PullAsync(session, "b.digest");
        for (var i = 1; i <= 40; i++)
        {
            session.Change("b.digest", (text.IndexOf('\n') + 1, 0, "\n"));
            answers.Add((PullAsync(session, "b.digest", IdOf(shown)), i));
        }
        foreach (var (answer, lines) in answers)
        {
            var range = Assert.Single((await answer)["items"]!.AsArray(), item => (string?)item!["code"] == "DG2001")!["range"]!;
            Assert.InRange((int)range["start"]!["line"]!, 6 + lines, 6 + answers.Count);
        }
    }

    [Fact]
    public async Task What_an_edit_does_to_another_document_is_told_by_having_the_client_ask_again()
    {
        using var session = await StartAsync();
        session.Open("a.digest");
        session.Open("b.digest");
        await PullAsync(session, "a.digest");
        var before = await PullAsync(session, "b.digest");
        var refreshments = RefreshmentsIn(session.Client.Received);
        session.Replace("a.digest", "\n" + Papers.Kites, "");
        await session.Client.WaitForAsync("a refreshment", received => RefreshmentsIn(received) > refreshments ? received : null);
        var after = await PullAsync(session, "b.digest", IdOf(before));
        Assert.Equal("full", (string?)after["kind"]);
        Assert.Empty(CodesOf(after));
        Assert.Equal(Nothing, IdOf(after));
    }

    [Fact]
    public async Task An_answer_knows_what_acronyms_stand_for_in_other_documents()
    {
        using var session = await StartAsync(
            (".editorconfig", "root = true\n[*]\ndigest_diagnostic.DG5001.severity = suggestion\n"),
            ("a.digest", Papers.Digest("Mar 11", Papers.Hums)),
            ("b.digest", Papers.Digest("Mar 12", Papers.Kites.Replace("a small controller", "a weather model (WM)")))
        );
        session.Open("a.digest");
        session.Open("b.digest");
        Assert.Equal(["DG5001"], CodesOf(await PullAsync(session, "b.digest")));

        session.Replace("a.digest", "wing microphone (WM)", "wing microphone");
        Assert.Empty(CodesOf(await PullAsync(session, "b.digest")));
    }

    [Fact]
    public async Task The_workspace_is_reported_with_files_that_nobody_opened_and_files_that_configure_it()
    {
        using var session = await StartAsync((".editorconfig", "[*.digest]\ndigest_diagnostic.DG2001.severity = shouting\n"));
        var all = await PullAllAsync(session, []);
        Assert.Equal([".editorconfig", "b.digest"], all.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["DG2001"], CodesOf(all["b.digest"]));
        Assert.Equal(["DG9001"], CodesOf(all[".editorconfig"]));
        Assert.True(all["b.digest"].ContainsKey("version"));
        Assert.Null(all["b.digest"]["version"]);

        var again = await PullAllAsync(session, all);
        Assert.All(again.Values, report => Assert.Equal("unchanged", (string?)report["kind"]));
        Assert.Equal(all.Keys, again.Keys);

        session.Open("b.digest");
        session.Replace("b.digest", "Steering Kites", "Steering No Kites");
        await PullAsync(session, "b.digest");
        var later = await PullAllAsync(session, again);
        Assert.Equal("unchanged", (string?)later[".editorconfig"]["kind"]);
        Assert.Equal(["DG2005"], CodesOf(later["b.digest"]));
        Assert.Equal(2, (int)later["b.digest"]["version"]!);
    }

    [Fact]
    public async Task Who_asks_before_all_is_read_is_told_to_ask_again_when_it_is()
    {
        var many = Enumerable.Range(100, 300).Select(i => ($"{i}.digest", Papers.Digest("Mar 13", Papers.Kites)));
        using var session = await DigestSession.StartAsync(
            Capabilities(isTold: true),
            Wish,
            settings: null,
            [("a.digest", First), .. many]
        );
        var all = await PullAllAsync(session, []);
        Assert.True(all.Count < 300, "All was read before anybody could ask");
        var asked = session.Client.Received.Count;
        for (var refreshed = 0; all.Count < 300; refreshed++)
        {
            await session.Client.WaitForAsync(
                "another refreshment",
                received => RefreshmentsIn(received.Skip(asked)) > refreshed ? received : null
            );
            all = await PullAllAsync(session, all);
        }
        Assert.All(all.Values, report => Assert.True((string?)report["kind"] == "unchanged" || CodesOf(report).Contains("DG2001")));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_reported_empty_to_who_shows_it_and_then_as_unchanged()
    {
        using var session = await StartAsync();
        var all = await PullAllAsync(session, []);
        var refreshments = RefreshmentsIn(session.Client.Received);
        File.Delete(session.Folder.PathOf("b.digest"));
        session.NotifyWatched("b.digest", 3);
        await session.Client.WaitForAsync("a refreshment", received => RefreshmentsIn(received) > refreshments ? received : null);
        var gone = await PullAllAsync(session, all);
        Assert.Empty(CodesOf(gone["b.digest"]));
        Assert.Equal("unchanged", (string?)(await PullAllAsync(session, gone))["b.digest"]["kind"]);
        Assert.Empty(await PullAllAsync(session, []));
    }

    [Fact]
    public async Task What_is_no_digest_has_an_empty_report()
    {
        using var session = await StartAsync();
        foreach (var uri in new[] { "untitled:Untitled-7", "git:/a.digest", "file:///nowhere/at/all.digest" })
        {
            var report = await session.Client.RequestAsync(
                "textDocument/diagnostic",
                new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } }
            );
            Assert.Empty(CodesOf(report!.AsObject()));
            var all = await session.Client.RequestAsync(
                "workspace/diagnostic",
                new JsonObject { ["previousResultIds"] = new JsonArray(new JsonObject { ["uri"] = uri, ["value"] = "of another server" }) }
            );
            Assert.Empty(CodesOf(Assert.Single(all!["items"]!.AsArray(), item => (string?)item!["uri"] == uri)!.AsObject()));
        }
    }

    [Fact]
    public async Task To_who_asks_nothing_is_published()
    {
        using var session = await StartAsync();
        session.Open("b.digest");
        session.Replace("b.digest", "Steering Kites", "Steering No Kites");
        await PullAsync(session, "b.digest");
        Assert.DoesNotContain(session.Client.Received, message => (string?)message["method"] == "textDocument/publishDiagnostics");
    }

    [Theory]
    [InlineData(false, null, true)]
    [InlineData(false, "push", true)]
    [InlineData(true, "pull", true)]
    [InlineData(true, null, false)]
    [InlineData(true, "", false)]
    public async Task Who_can_do_both_is_told_unless_it_wishes_to_ask(bool isTold, string? wish, bool pulls)
    {
        using var client = new LspClient
        {
            Options = wish is null ? null : new() { ["digestlsp"] = new JsonObject { ["diagnostics"] = wish } },
        };
        var result = await client.InitializeAsync(capabilities: Capabilities(isTold));
        var provider = result["capabilities"]!["diagnosticProvider"];
        if (!pulls)
        {
            Assert.Null(provider);
            var refused = await Assert.ThrowsAsync<LspErrorException>(() => client.RequestAsync("workspace/diagnostic", new JsonObject()));
            Assert.Equal(-32601, refused.Code);
            return;
        }
        var expected = """{ "identifier": "digestlsp", "interFileDependencies": true, "workspaceDiagnostics": true }""";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), provider), provider?.ToJsonString());
        Assert.Empty((await client.RequestAsync("workspace/diagnostic", new JsonObject()))!["items"]!.AsArray());
    }

    [Fact]
    public async Task Who_only_is_told_may_wish_for_nothing_else()
    {
        using var session = await DigestSession.StartAsync(null, Wish, null, ("a.digest", First), ("b.digest", Second));
        await session.Client.WaitForAsync("a publication", _ => session.PublishedOf("b.digest").LastOrDefault());
    }

    [Fact]
    public async Task Who_cannot_be_told_to_ask_again_is_not()
    {
        var capabilities = Capabilities(isTold: false);
        capabilities["workspace"]!.AsObject().Remove("diagnostics");
        using var session = await DigestSession.StartAsync(capabilities, ("a.digest", First), ("b.digest", Second));
        session.Open("a.digest");
        session.Open("b.digest");
        var before = await PullAsync(session, "b.digest");
        session.Replace("a.digest", "\n" + Papers.Kites, "");
        for (var patience = DateTime.UtcNow + ServerProcess.Patience; CodesOf(before).Any(); before = await PullAsync(session, "b.digest"))
        {
            Assert.True(DateTime.UtcNow < patience);
        }
        Assert.Equal(0, RefreshmentsIn(session.Client.Received));
    }

    private static JsonObject Capabilities(bool isTold)
    {
        var capabilities = ClientCapabilities.Full();
        if (!isTold)
        {
            capabilities["textDocument"]!.AsObject().Remove("publishDiagnostics");
        }
        capabilities["textDocument"]!["diagnostic"] = new JsonObject { ["dynamicRegistration"] = true };
        capabilities["workspace"]!["diagnostics"] = new JsonObject { ["refreshSupport"] = true };
        return capabilities;
    }

    /// <summary>Starts a server for a client that could be told, but wishes to ask; all is loaded and found.</summary>
    private static async Task<DigestSession> StartAsync(params (string Name, string Text)[] more)
    {
        var session = await DigestSession.StartAsync(
            Capabilities(isTold: true),
            Wish,
            settings: null,
            [("a.digest", First), ("b.digest", Second), .. more]
        );
        await session.Client.WaitForAsync("a refreshment", received => RefreshmentsIn(received) > 0 ? received : null);
        return session;
    }

    private static async Task<JsonObject> PullAsync(DigestSession session, string name, string? shown = null)
    {
        var parameters = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = session.UriOf(name) } };
        if (shown is not null)
        {
            parameters["previousResultId"] = shown;
        }
        return (await session.Client.RequestAsync("textDocument/diagnostic", parameters))!.AsObject();
    }

    /// <summary>The reports of all files, by name.</summary>
    private static async Task<Dictionary<string, JsonObject>> PullAllAsync(DigestSession session, Dictionary<string, JsonObject> shown)
    {
        var ids = shown.Values.Select(report => new JsonObject { ["uri"] = (string)report["uri"]!, ["value"] = IdOf(report) });
        var answer = await session.Client.RequestAsync(
            "workspace/diagnostic",
            new JsonObject { ["previousResultIds"] = new JsonArray([.. ids]) }
        );
        return answer!["items"]!
            .AsArray()
            .Select(report => report!.AsObject())
            .ToDictionary(report => Path.GetFileName(new Uri((string)report["uri"]!).LocalPath));
    }

    private static IEnumerable<string> CodesOf(JsonObject report) =>
        report["items"]!.AsArray().Select(diagnostic => (string)diagnostic!["code"]!);

    private static string IdOf(JsonObject report) => (string)report["resultId"]!;

    private static int RefreshmentsIn(IEnumerable<JsonObject> received) =>
        received.Count(message => (string?)message["method"] == "workspace/diagnostic/refresh");
}
