using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Fixes, as an editor offers them.</summary>
public sealed class CodeActionTests
{
    private static readonly string First = Papers.Digest("Mar 11", Papers.Bread, Papers.Kites);
    private static readonly string Second = Papers.Digest("Mar 12", Papers.Kites, Papers.Moths);
    private static readonly string Glued = Papers.Digest("Mar 13", Papers.Moths.Replace("\n\n", "\n"));

    [Fact]
    public async Task A_duplicate_is_removed_by_an_edit_that_carries_the_version()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        session.Open("b.digest");
        var shown = await session.ExpectAsync("b.digest", Second.Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}"));

        var actions = await ActionsAsync(session, "b.digest", Papers.KitesTitle, context: shown);

        Assert.Equal(
            [
                "Remove this copy; keep a.digest, line 7",
                "Remove all later copies in this file (DG2001)",
                "Remove all later copies in the workspace (DG2001)",
                "Mark as intended here",
                "Accept this finding (DG2001)",
            ],
            actions.Select(action => (string?)action["title"])
        );
        var fix = actions[0];
        Assert.Equal("quickfix", (string?)fix["kind"]);
        Assert.NotEqual(true, (bool?)fix["isPreferred"]);
        Assert.Equal("DG2001", (string?)Assert.Single(fix["diagnostics"]!.AsArray())!["code"]);
        var change = Assert.Single(fix["edit"]!["documentChanges"]!.AsArray())!;
        Assert.Equal(1, (int?)change["textDocument"]!["version"]);
        Assert.Equal(Papers.Digest("Mar 12", Papers.Moths), Edited(session, fix)["b.digest"]);
    }

    [Fact]
    public async Task A_finding_that_the_client_names_is_mended_wherever_the_caret_is()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        session.Open("b.digest");
        var shown = await session.ExpectAsync("b.digest", Second.Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}"));

        Assert.Empty(await ActionsAsync(session, "b.digest", Papers.MothsTitle));
        var actions = await ActionsAsync(session, "b.digest", Papers.MothsTitle, context: shown);

        Assert.Equal("Remove this copy; keep a.digest, line 7", (string?)actions[0]["title"]);
        Assert.Equal("DG2001", (string?)Assert.Single(actions[0]["diagnostics"]!.AsArray())!["code"]);
        Assert.Equal(Papers.Digest("Mar 12", Papers.Moths), Edited(session, actions[0])["b.digest"]);

        // What was found at another place, or by somebody else, is nothing that could be mended.
        shown[0]!["range"]!["start"]!["character"] = 1;
        Assert.Empty(await ActionsAsync(session, "b.digest", Papers.MothsTitle, context: shown));
        shown[0]!["code"] = 7;
        Assert.Empty(await ActionsAsync(session, "b.digest", Papers.MothsTitle, context: shown));
        shown[0]!["range"]!["end"]!["line"] = 1_000_000;
        Assert.Empty(await ActionsAsync(session, "b.digest", Papers.MothsTitle, context: shown));
        shown[0]!.AsObject().Remove("code");
        Assert.Empty(await ActionsAsync(session, "b.digest", Papers.MothsTitle, context: shown));
    }

    [Fact]
    public async Task A_safe_repair_is_preferred()
    {
        using var session = await DigestSession.StartAsync(("c.digest", Glued));
        session.Open("c.digest");

        var actions = await ActionsAsync(session, "c.digest", "Railway Line");

        Assert.Equal(("Insert a blank line", true), ((string?)actions[0]["title"], (bool?)actions[0]["isPreferred"]));
        Assert.Equal(Papers.Digest("Mar 13", Papers.Moths), Edited(session, actions[0])["c.digest"]);
    }

    [Fact]
    public async Task Fixing_all_in_the_workspace_is_computed_when_it_is_chosen()
    {
        var third = Papers.Digest("Mar 14", Papers.Moths, Papers.Bread, Papers.Kites);
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second), ("d.digest", third));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", Second.Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}"));
        var actions = await ActionsAsync(session, "b.digest", Papers.KitesTitle);
        Assert.Null(actions[2]["edit"]);
        // What is typed before the choice counts: the copy is none any more.
        session.Replace("b.digest", Papers.KitesTitle + "\n\n", "");

        var file = await session.Client.RequestAsync("codeAction/resolve", actions[1]);
        var workspace = await session.Client.RequestAsync("codeAction/resolve", actions[2]);

        Assert.Empty(Edited(session, file!));
        Assert.Equal("Mar 14\n", Assert.Single(Edited(session, workspace!), edit => edit.Key == "d.digest").Value[..7]);
        var left = Edited(session, workspace!)["d.digest"];
        Assert.DoesNotContain(Papers.MothsTitle, left, StringComparison.Ordinal);
        Assert.DoesNotContain(Papers.BreadTitle, left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Safe_repairs_are_made_at_once_where_they_are_asked_for()
    {
        using var session = await DigestSession.StartAsync(("c.digest", Glued), ("a.digest", First));
        session.Open("c.digest");
        session.Open("a.digest");

        foreach (var kind in new[] { "source", "source.fixAll", "source.fixAll.digest" })
        {
            var action = Assert.Single(await ActionsAsync(session, "c.digest", "Mar", only: kind));
            Assert.Equal("source.fixAll.digest", (string?)action["kind"]);
            var resolved = await session.Client.RequestAsync("codeAction/resolve", action);
            Assert.Equal(Papers.Digest("Mar 13", Papers.Moths), Edited(session, resolved!)["c.digest"]);
        }
        Assert.Empty(await ActionsAsync(session, "c.digest", "Railway Line", only: "refactor"));
        Assert.Empty(await ActionsAsync(session, "a.digest", "Mar", only: "source.fixAll"));
        Assert.DoesNotContain(
            await ActionsAsync(session, "c.digest", "Railway Line", only: "quickfix"),
            action => (string?)action["kind"] != "quickfix"
        );
    }

    [Fact]
    public async Task Who_asks_for_it_gets_entries_sorted()
    {
        var text =
            Papers.Digest("Mar 12", Papers.Moths, Papers.Bread) + "\n" + Papers.Digest("Mar 13") + Papers.Digest("Mar 11", Papers.Kites);
        using var session = await DigestSession.StartAsync(("a.digest", text));
        session.Open("a.digest");

        var both = await ActionsAsync(session, "a.digest", "Mar", only: "source.organizeEntries");
        var byDate = Assert.Single(await ActionsAsync(session, "a.digest", "Mar", only: "source.organizeEntries.byDate"));

        Assert.Equal(["Sort entries by title", "Sort sections by date"], both.Select(action => (string?)action["title"]));
        Assert.Equal(["source.organizeEntries.byTitle", "source.organizeEntries.byDate"], both.Select(action => (string?)action["kind"]));
        Assert.Equal(
            Papers.Digest("Mar 12", Papers.Bread, Papers.Moths) + "\n" + Papers.Digest("Mar 13") + Papers.Digest("Mar 11", Papers.Kites),
            Edited(session, both[0])["a.digest"]
        );
        var sorted = Edited(session, byDate)["a.digest"];
        Assert.Equal(
            Papers.Digest("Mar 11", Papers.Kites) + "\n" + Papers.Digest("Mar 12", Papers.Moths, Papers.Bread) + "\nMar 13\n",
            sorted
        );
        foreach (var only in new[] { null, "", "quickfix", "source.fixAll", "source.organizeImports" })
        {
            Assert.DoesNotContain(
                await ActionsAsync(session, "a.digest", "Mar", only: only),
                action => ((string)action["kind"]!).StartsWith("source.organize", StringComparison.Ordinal)
            );
        }
        session.Change("a.digest", (0, text.Length, sorted));
        Assert.DoesNotContain(
            await ActionsAsync(session, "a.digest", "Mar", only: "source"),
            action => (string?)action["kind"] == "source.organizeEntries.byDate"
        );
    }

    [Fact]
    public async Task A_client_that_cannot_ask_later_gets_whole_edits_of_the_file()
    {
        using var session = await DigestSession.StartAsync(ClientCapabilities.Modest(), ("a.digest", First), ("b.digest", Second));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", Second.Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}"));

        var actions = await ActionsAsync(session, "b.digest", Papers.KitesTitle);

        Assert.Equal(
            [
                "Remove this copy; keep a.digest, line 7",
                "Remove all later copies in this file (DG2001)",
                "Mark as intended here",
                "Accept this finding (DG2001)",
            ],
            actions.Select(action => (string?)action["title"])
        );
        var edits = actions.Where(action => action["command"] is null).ToList();
        Assert.All(edits, action => Assert.NotNull(action["edit"]!["changes"]));
        Assert.All(edits, action => Assert.Equal(Papers.Digest("Mar 12", Papers.Moths), Edited(session, action)["b.digest"]));
    }

    [Fact]
    public async Task A_copy_is_not_removed_for_one_that_may_be_gone()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", Second.Replace(Papers.KitesTitle, $"{{|DG2001:{Papers.KitesTitle}|}}"));
        // Nobody has told the server yet.
        session.Folder.Write("a.digest", Papers.Digest("Mar 11", Papers.Bread));

        var actions = await ActionsAsync(session, "b.digest", Papers.KitesTitle);

        Assert.DoesNotContain(actions, action => action["edit"] is not null);
        foreach (var action in actions.Where(action => action["command"] is null))
        {
            Assert.Empty(Edited(session, (await session.Client.RequestAsync("codeAction/resolve", action))!));
        }
    }

    internal static async Task<IReadOnlyList<JsonNode>> ActionsAsync(
        DigestSession session,
        string name,
        string at,
        string? only = null,
        JsonArray? context = null
    )
    {
        var text = session.TextOf(name);
        var start = text.IndexOf(at, StringComparison.Ordinal);
        var asked = new JsonObject { ["diagnostics"] = context?.DeepClone() ?? new JsonArray() };
        if (only is not null)
        {
            asked["only"] = new JsonArray(only);
        }
        var answer = await session.Client.RequestAsync(
            "textDocument/codeAction",
            new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = session.UriOf(name) },
                ["range"] = EditorText.RangeOf(text, start, start + at.Length),
                ["context"] = asked,
            }
        );
        return [.. answer!.AsArray().Select(action => action!.DeepClone())];
    }

    /// <summary>What files become by an action.</summary>
    internal static Dictionary<string, string> Edited(DigestSession session, JsonNode action)
    {
        var edit = action["edit"]!;
        var changes = edit["documentChanges"] is JsonArray documents
            ? documents.Select(change => ((string)change!["textDocument"]!["uri"]!, change["edits"]!.AsArray()))
            : (edit["changes"]?.AsObject() ?? []).Select(change => (change.Key, change.Value!.AsArray()));
        return changes.ToDictionary(
            change => Path.GetFileName(new Uri(change.Item1).LocalPath),
            change => EditorText.Apply(session.TextOf(Path.GetFileName(new Uri(change.Item1).LocalPath)), change.Item2)
        );
    }
}
