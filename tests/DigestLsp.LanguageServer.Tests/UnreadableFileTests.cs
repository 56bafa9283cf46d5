using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Files that cannot be read: nobody should have to look for that in a log.</summary>
public sealed class UnreadableFileTests
{
    private const string Broken = "2026/b.digest";

    private static readonly string First = Papers.Digest("Mar 11", Papers.Kites);
    private static readonly string Second = Papers.Digest("Mar 12", Papers.Kites);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_not_UTF_8_is_told_until_it_is_mended_opened_or_deleted(bool doesServerWatch)
    {
        using var session = await DigestSession.StartAsync(
            ClientCapabilities.Full(dynamicRegistration: !doesServerWatch),
            ("a.digest", First)
        );
        await session.LoadedAsync(Papers.KitesTitle);
        Break(session);
        Tell(1);
        var found = Assert.Single(await ExpectAsync(session, "DG9003"))!;
        Assert.Equal(1, (int)found["severity"]!);
        Assert.EndsWith("docs/rules/DG9003.md", (string)found["codeDescription"]!["href"]!, StringComparison.Ordinal);
        Assert.StartsWith("This file is not UTF-8: on line 3, byte 8 (0xE9)", (string)found["message"]!, StringComparison.Ordinal);
        Assert.Contains("b.digest: is not UTF-8: on line 3", session.Client.Log, StringComparison.Ordinal);
        Assert.Equal("""{"start":{"line":2,"character":0},"end":{"line":2,"character":1}}""", found["range"]!.ToJsonString());

        session.Folder.Write(Broken, Second);
        Tell(2);
        await ExpectAsync(session, "DG2001");
        Break(session);
        Tell(2);
        await ExpectAsync(session, "DG9003");

        session.Open(Broken, Second);
        await ExpectAsync(session, "DG2001");
        session.Close(Broken);
        await ExpectAsync(session, "DG9003");

        Directory.Delete(session.Folder.PathOf("2026"), recursive: true);
        Tell("2026", 3);
        await ExpectAsync(session);

        void Tell(params object[] what)
        {
            if (!doesServerWatch)
            {
                session.NotifyWatched(what is [string name, _] ? name : Broken, (int)what[^1]);
            }
        }
    }

    [Fact]
    public async Task Who_asks_for_findings_is_told_too()
    {
        var capabilities = ClientCapabilities.Full();
        capabilities["textDocument"]!.AsObject().Remove("publishDiagnostics");
        capabilities["textDocument"]!["diagnostic"] = new JsonObject();
        capabilities["workspace"]!["diagnostics"] = new JsonObject { ["refreshSupport"] = true };
        using var session = await DigestSession.StartAsync(capabilities, ("a.digest", First));
        await session.LoadedAsync(Papers.KitesTitle);
        Break(session);
        await session.Client.WaitForAsync(
            "a refreshment",
            received => received.FirstOrDefault(message => (string?)message["method"] == "workspace/diagnostic/refresh")
        );
        var one = await session.AskAsync("textDocument/diagnostic", Broken);
        Assert.Equal("DG9003", (string?)Assert.Single(one!["items"]!.AsArray())!["code"]);
        var all = await session.Client.RequestAsync("workspace/diagnostic", new JsonObject { ["previousResultIds"] = new JsonArray() });
        var report = Assert.Single(all!["items"]!.AsArray())!;
        Assert.True(Uris.AreSame(session.UriOf(Broken), (string)report["uri"]!));
        Assert.Equal("DG9003", (string?)Assert.Single(report["items"]!.AsArray())!["code"]);
    }

    /// <summary>Writes an accent as Windows-1252 does.</summary>
    private static void Break(DigestSession session)
    {
        Directory.CreateDirectory(session.Folder.PathOf("2026"));
        File.WriteAllBytes(session.Folder.PathOf(Broken), [.. "Mar 12\n\n"u8, 0xE9, .. "t\n"u8]);
    }

    private static async Task<JsonArray> ExpectAsync(DigestSession session, params string[] codes)
    {
        var found = await session.Client.WaitForAsync(
            $"[{string.Join(", ", codes)}] about {Broken}",
            _ =>
                session.PublishedOf(Broken).LastOrDefault() is { } last
                && last["diagnostics"]!.AsArray().Select(one => (string?)one!["code"]).SequenceEqual(codes)
                    ? last
                    : null
        );
        return found["diagnostics"]!.AsArray();
    }
}
