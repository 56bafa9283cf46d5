using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What is said of findings in an editor is kept in files, and counts at once.</summary>
public sealed class JudgementTests
{
    private const string Marks = ".digestlsp/distinct.json";
    private const string Baseline = ".digestlsp/baseline.json";

    private static readonly string Reworded = Papers.Kites.Replace("two contact microphones", "four strain gauges");
    private static readonly string First = Papers.Digest("Mar 11", Papers.Bread, Papers.Kites);
    private static readonly string Near = Papers.Digest("Mar 12", Reworded, Papers.Moths);
    private static readonly string Again = Papers.Digest("Mar 12", Papers.Kites, Papers.Moths);

    [Fact]
    public async Task Papers_that_are_marked_as_different_are_found_no_more_on_either_side()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Near));
        session.Open("a.digest");
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", Marked(Near, "DG2003"));

        await DoAsync(session, "b.digest", "Mark as different papers: this and a.digest, line 7");

        await session.ExpectAsync("b.digest", Near);
        await session.ExpectAsync("a.digest", First);
        Assert.Equal(2, session.Folder.Read(Marks).Split(Papers.KitesTitle).Length - 1);
        // The client tells of the file that it was not told to write.
        session.NotifyWatched(Marks, 1);
        session.Replace("b.digest", "gusts", "winds");
        var changed = Near.Replace("gusts", "winds");
        await session.ExpectAsync("b.digest", changed);

        // Swapped, the earlier copy is the later one.
        session.Replace("a.digest", "Mar 11", "Mar 13");
        await session.ExpectAsync("a.digest", First.Replace("Mar 11", "Mar 13"));
    }

    /// <summary>Editors ask for the edit of every action that has none, though this one is a command alone.</summary>
    [Fact]
    public async Task What_is_said_of_a_finding_mends_nothing()
    {
        var entity = Papers.Digest("Mar 13", Papers.Moths.Replace("trace the ", "trace the &nbsp;", StringComparison.Ordinal));
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Near), ("c.digest", entity));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", Marked(Near, "DG2003"));
        var action = await ActionAsync(session, "b.digest", Papers.KitesTitle, "Mark as different papers: this and a.digest, line 7");
        foreach (
            var data in new[]
            {
                action["data"],
                new JsonObject(),
                new JsonObject { ["other"] = 1 },
            }
        )
        {
            action["data"] = data?.DeepClone();
            var resolved = (await session.Client.RequestAsync("codeAction/resolve", action.DeepClone()))!;
            Assert.Null(resolved["edit"]);
            Assert.Equal(action["command"]!.ToJsonString(), resolved["command"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task A_mark_is_taken_back_where_it_was_made()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Near));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", Marked(Near, "DG2003"));
        await DoAsync(session, "b.digest", "Mark as different papers: this and a.digest, line 7");
        await session.ExpectAsync("b.digest", Near);

        await DoAsync(session, "b.digest", "No longer mark as different papers");

        await session.ExpectAsync("b.digest", Marked(Near, "DG2003"));
        Assert.DoesNotContain(Papers.KitesTitle, session.Folder.Read(Marks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_mark_the_finding_comes_back()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Near));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", Marked(Near, "DG2003"));
        await DoAsync(session, "b.digest", "Mark as different papers: this and a.digest, line 7");
        await session.ExpectAsync("b.digest", Near);

        session.Folder.Delete(Marks);
        session.NotifyWatched(Marks, 3);

        await session.ExpectAsync("b.digest", Marked(Near, "DG2003"));
    }

    /// <summary>Editors tell of the folder alone.</summary>
    [Fact]
    public async Task Without_the_folder_of_the_mark_the_finding_comes_back_too()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Near));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", Marked(Near, "DG2003"));
        await DoAsync(session, "b.digest", "Mark as different papers: this and a.digest, line 7");
        await session.ExpectAsync("b.digest", Near);

        Directory.Delete(session.Folder.PathOf(".digestlsp"), recursive: true);
        session.NotifyWatched(".digestlsp", 3);

        await session.ExpectAsync("b.digest", Marked(Near, "DG2003"));
    }

    [Fact]
    public async Task A_recurrence_is_marked_as_intended_where_it_stands()
    {
        var third = Again.Replace("Mar 12", "Mar 14");
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Again), ("c.digest", third));
        session.Open("b.digest");
        session.Open("c.digest");
        var stillFound = Marked(third, "DG2001").Replace(Papers.MothsTitle, $"{{|DG2001:{Papers.MothsTitle}|}}");
        await session.ExpectAsync("b.digest", Marked(Again, "DG2001"));
        await session.ExpectAsync("c.digest", stillFound);

        await DoAsync(session, "b.digest", "Mark as intended here");

        await session.ExpectAsync("b.digest", Again);
        await session.ExpectAsync("c.digest", stillFound);
    }

    [Fact]
    public async Task Two_things_that_are_said_at_once_are_both_kept()
    {
        var second = Papers.Digest("Mar 12", Papers.Kites, Papers.Bread);
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", second));
        session.Open("b.digest");
        var both = Marked(second, "DG2001").Replace(Papers.BreadTitle, $"{{|DG2001:{Papers.BreadTitle}|}}");
        await session.ExpectAsync("b.digest", both);
        var kites = await ActionAsync(session, "b.digest", Papers.KitesTitle, "Mark as intended here");
        var bread = await ActionAsync(session, "b.digest", Papers.BreadTitle, "Accept this finding (DG2001)");

        await Task.WhenAll(ExecuteAsync(session, kites), ExecuteAsync(session, bread));

        await session.ExpectAsync("b.digest", second);
        Assert.Contains(Papers.KitesTitle, session.Folder.Read(Marks), StringComparison.Ordinal);
        Assert.Contains(Papers.BreadTitle, session.Folder.Read(Baseline), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_of_any_rule_is_accepted_and_what_the_file_holds_already_stays()
    {
        var untitled = Papers.Digest("Mar 32", Papers.Kites);
        using var session = await DigestSession.StartAsync(
            ("a.digest", untitled),
            (Baseline, """{"version":1,"findings":[{"rule":"DG1002","file":"gone.digest","text":"Feb 30","note":"so printed"}]}""")
        );
        session.Open("a.digest");
        await session.ExpectAsync("a.digest", untitled.Replace("Mar 32", "{|DG1002:Mar 32|}"));

        await ExecuteAsync(session, await ActionAsync(session, "a.digest", "Mar 32", "Accept this finding (DG1002)"));

        await session.ExpectAsync("a.digest", untitled);
        Assert.Contains("so printed", session.Folder.Read(Baseline), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"version\":1,")]
    [InlineData("{\"version\":2,\"different\":[]}")]
    public async Task A_file_that_must_be_mended_first_is_offered_nothing_and_never_written_over(string broken)
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Near));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", Marked(Near, "DG2003"));
        const string Title = "Mark as different papers: this and a.digest, line 7";
        var action = await ActionAsync(session, "b.digest", Papers.KitesTitle, Title);
        // Broken while the menu is open, and nobody has told yet.
        session.Folder.Write(Marks, broken);

        await ExecuteAsync(session, action);

        var shown = await ShownAsync(session);
        Assert.Contains("distinct.json", shown, StringComparison.Ordinal);
        Assert.Equal(broken, session.Folder.Read(Marks));
        var offered = await CodeActionTests.ActionsAsync(session, "b.digest", Papers.KitesTitle);
        Assert.DoesNotContain(offered, offer => (string?)offer["title"] == Title);
        Assert.Contains(offered, offer => (string?)offer["title"] == "Accept this finding (DG2003)");
    }

    [Fact]
    public async Task What_is_said_of_a_paper_is_not_taken_for_what_it_became()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Near));
        session.Open("b.digest");
        await session.ExpectAsync("b.digest", Marked(Near, "DG2003"));
        var action = await ActionAsync(session, "b.digest", Papers.KitesTitle, "Mark as different papers: this and a.digest, line 7");
        session.Replace("b.digest", "four strain gauges", "two contact microphones");

        await ExecuteAsync(session, action);

        Assert.Contains("changed meanwhile", await ShownAsync(session), StringComparison.Ordinal);
        Assert.False(File.Exists(session.Folder.PathOf(Marks)));
    }

    [Fact]
    public async Task A_command_that_makes_no_sense_is_an_error()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First));
        foreach (var arguments in new JsonArray?[] { null, [], [new JsonObject()], [new JsonObject { ["path"] = 1 }] })
        {
            var request = new JsonObject { ["command"] = "digestlsp.markDifferent", ["arguments"] = arguments };
            await Assert.ThrowsAsync<LspErrorException>(() => session.Client.RequestAsync("workspace/executeCommand", request));
        }
    }

    private static string Marked(string text, string rule) => text.Replace(Papers.KitesTitle, $"{{|{rule}:{Papers.KitesTitle}|}}");

    private static async Task DoAsync(DigestSession session, string name, string title) =>
        await ExecuteAsync(session, await ActionAsync(session, name, Papers.KitesTitle, title));

    private static async Task<JsonNode> ActionAsync(DigestSession session, string name, string at, string title)
    {
        var offered = await CodeActionTests.ActionsAsync(session, name, at);
        var action = offered.SingleOrDefault(action => (string?)action["title"] == title);
        Assert.True(action is not null, $"'{title}' is none of: {string.Join("; ", offered.Select(offer => offer["title"]))}");
        return action;
    }

    private static Task ExecuteAsync(DigestSession session, JsonNode action) =>
        session.Client.RequestAsync(
            "workspace/executeCommand",
            new JsonObject
            {
                ["command"] = action["command"]!["command"]!.DeepClone(),
                ["arguments"] = action["command"]!["arguments"]!.DeepClone(),
            }
        );

    private static async Task<string> ShownAsync(DigestSession session)
    {
        var message = await session.Client.WaitForAsync(
            "a message to the user",
            received => received.LastOrDefault(message => (string?)message["method"] == "window/showMessage")
        );
        return (string)message["params"]!["message"]!;
    }
}
