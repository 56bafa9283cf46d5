using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Other names for titles and terms, over the protocol.</summary>
public sealed class RenameTests
{
    private static readonly string First = Papers.Digest("Mar 11", Papers.Hums);
    private static readonly string Second = Papers.Digest("Mar 12", Papers.Hives.TrimEnd() + $"\nsee: {Papers.HumsTitle}\n");

    [Fact]
    public async Task A_title_is_renamed_in_open_and_closed_files()
    {
        using var session = await StartAsync();
        var target = (await session.AskAsync("textDocument/prepareRename", "b.digest", Papers.HumsTitle))!;
        Assert.Equal(Papers.HumsTitle, EditorText.Covered(Second, target["range"]!));
        Assert.Equal(Papers.HumsTitle, (string?)target["placeholder"]);

        session.Change("b.digest", (0, 0, "\n"));
        var edit = await RenameAsync(session, Papers.HumsTitle, "Hums");

        var documents = edit!["documentChanges"]!.AsArray();
        Assert.Equal([(null, "a.digest"), (2, "b.digest")], documents.Select(VersionAndName));
        Assert.Equal(First.Replace(Papers.HumsTitle, "Hums", StringComparison.Ordinal), Apply(First, documents[0]!["edits"]!));
        Assert.Equal(
            session.TextOf("b.digest").Replace(Papers.HumsTitle, "Hums", StringComparison.Ordinal),
            Apply(session.TextOf("b.digest"), documents[1]!["edits"]!)
        );
    }

    [Theory]
    [InlineData("2D and 3D Tunes of Bees")]
    [InlineData("Hums \uFDD0 and \uFDD0\uE801")]
    public async Task A_new_name_arrives_as_it_was_typed(string title)
    {
        using var session = await StartAsync();
        var edit = await RenameAsync(session, Papers.HumsTitle, title);
        var first = edit!["documentChanges"]!.AsArray()[0]!;
        Assert.Equal(First.Replace(Papers.HumsTitle, title, StringComparison.Ordinal), Apply(First, first["edits"]!));
    }

    [Fact]
    public async Task A_term_is_renamed_for_a_client_that_takes_no_versions()
    {
        using var session = await StartAsync(ClientCapabilities.Modest());
        var target = (await session.AskAsync("textDocument/prepareRename", "b.digest", "WMs"))!;
        Assert.Equal("WM", EditorText.Covered(Second, target["range"]!));

        var changes = (await RenameAsync(session, "WMs", "WingMic"))!["changes"]!.AsObject();

        var (first, second) = (changes.Single(change => Uris.AreSame(change.Key, session.UriOf("a.digest"))), changes.Last());
        Assert.Equal(First.Replace("WM", "WingMic", StringComparison.Ordinal), Apply(First, first.Value!));
        Assert.Equal(Second.Replace("WM", "WingMic", StringComparison.Ordinal), Apply(Second, second.Value!));
    }

    [Fact]
    public async Task What_is_refused_is_told_in_a_sentence()
    {
        using var session = await StartAsync();
        var refused = await Assert.ThrowsAsync<LspErrorException>(() => RenameAsync(session, Papers.HumsTitle, Papers.HivesTitle));
        Assert.Equal((-32803, "Another paper has this title: b.digest, line 3"), (refused.Code, refused.Message));
        Assert.Null(await session.AskAsync("textDocument/prepareRename", "b.digest", "Mar 12"));
        Assert.Null(await session.AskAsync("textDocument/rename", "b.digest", "Mar 12", new JsonObject { ["newName"] = "x" }));
    }

    private static async Task<DigestSession> StartAsync(JsonObject? capabilities = null)
    {
        var session = await DigestSession.StartAsync(capabilities, ("a.digest", First), ("b.digest", Second));
        session.Open("b.digest");
        await session.LoadedAsync(Papers.HumsTitle);
        return session;
    }

    private static Task<JsonNode?> RenameAsync(DigestSession session, string at, string newName) =>
        session.AskAsync("textDocument/rename", "b.digest", at, new JsonObject { ["newName"] = newName });

    private static (int? Version, string Name) VersionAndName(JsonNode? edit) =>
        ((int?)edit!["textDocument"]!["version"], Path.GetFileName((string)edit["textDocument"]!["uri"]!));

    private static string Apply(string text, JsonNode edits)
    {
        foreach (var edit in edits.AsArray().Reverse())
        {
            var start = EditorText.OffsetOf(text, edit!["range"]!["start"]!);
            var end = EditorText.OffsetOf(text, edit["range"]!["end"]!);
            text = text[..start] + (string)edit["newText"]! + text[end..];
        }
        return text;
    }
}
