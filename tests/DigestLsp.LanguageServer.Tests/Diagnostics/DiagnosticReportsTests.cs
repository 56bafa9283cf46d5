using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What is kept for clients that ask, and when they are told to ask again.</summary>
public sealed class DiagnosticReportsTests
{
    private const string Path = "/a.digest";
    private const string Copy = "/b.digest";

    private readonly PumpedWorkspace _workspace = new();
    private readonly DiagnosticReports _reports = new(DiagnosticMessagesTests.NewMessages(), path => $"file://{path}");

    public DiagnosticReportsTests()
    {
        _workspace.OnPublish = _reports.Put;
        _workspace.Open(Path, Papers.Digest("Mar 11", Papers.Kites, Papers.Bread));
        _workspace.Open(Copy, Papers.Digest("Mar 12", Papers.Kites));
        _workspace.Serve();
    }

    [Fact]
    public void A_half_typed_paper_is_reported_once_the_typing_rests_and_that_is_news()
    {
        Assert.Empty(Pull(Path));
        _workspace.Type(Path, Papers.Bread, Papers.Cut(Papers.Bread));
        Assert.Empty(Pull(Path));
        Assert.False(_reports.TakeNews());
        _workspace.Time.Advance(TypingSessions.Rest);
        _workspace.Serve();
        Assert.True(_reports.TakeNews());
        Assert.Equal(["DG3001"], Pull(Path));
        Assert.False(_reports.TakeNews());
    }

    [Fact]
    public void What_an_edit_leads_to_elsewhere_is_news_and_in_the_document_itself_is_none()
    {
        Assert.Empty(Pull(Path));
        Assert.Equal(["DG2001"], Pull(Copy));
        _workspace.Type(Path, Papers.Bread, Papers.Bread + "\n" + Papers.Kites);
        _workspace.Serve();
        Assert.True(_reports.TakeNews(), "The copy now has two others");
        Assert.Equal(["DG2001"], Pull(Copy));
        _workspace.Type(Copy, Papers.Kites, Papers.Moths);
        _workspace.Serve();
        Assert.False(_reports.TakeNews(), "Nothing of the other digest speaks of the copy");
        Assert.Empty(Pull(Copy));
    }

    [Fact]
    public void What_was_never_asked_for_is_no_news_while_it_is_open() => Assert.False(_reports.TakeNews());

    [Fact]
    public void Of_a_file_that_is_not_open_everything_is_news_but_once()
    {
        _workspace.Workspace.Close(Copy);
        _reports.Put(Copy, null, _workspace.Shown(Copy));
        Assert.True(_reports.TakeNews());
        Assert.False(_reports.TakeNews());
        _reports.Put(Copy, null, []);
        Assert.True(_reports.TakeNews());
        _reports.Put(Copy, null, []);
        Assert.False(_reports.TakeNews());
    }

    [Fact]
    public void Who_asks_waits_for_the_changes_before_it_and_no_longer()
    {
        Assert.Empty(Pull(Path));
        _workspace.Type(Path, Papers.Kites, Papers.Moths);
        var changesMore = true;
        Task? asked = null;
        _workspace.OnCompute = path =>
        {
            if (changesMore)
            {
                changesMore = false;
                _workspace.Type(Path, "Moths vanished", "All moths vanished");
            }
            else
            {
                Assert.True(asked!.IsCompleted, $"{path} was served before the answer was given");
            }
        };
        asked = _workspace.Pump.ServeAsync(Path);
        _workspace.Serve();
        Assert.Equal(Path, _workspace.Computed[0]);
        Assert.True(_workspace.Computed.Count > 1);
    }

    [Fact]
    public void A_document_that_somebody_waits_for_comes_first()
    {
        _workspace.Type(Copy, Papers.Kites, Papers.Moths);
        _workspace.Type(Path, Papers.Kites, Papers.Hums);
        Assert.False(_workspace.Pump.ServeAsync(Copy).IsCompleted);
        _workspace.Serve();
        Assert.Equal([Copy, Path], _workspace.Computed);
    }

    [Fact]
    public void An_id_stands_for_what_is_shown_whatever_the_version()
    {
        var id = IdOf(Copy);
        _workspace.Type(Copy, Papers.Kites, Papers.Kites + "\n" + Papers.Moths);
        _workspace.Serve();
        Assert.Equal($$"""{"kind":"unchanged","resultId":"{{id}}"}""", _reports.WriteOne(Copy, id));
        _workspace.Type(Copy, "Mar 12", "Mar 12\n");
        _workspace.Serve();
        Assert.NotEqual(id, IdOf(Copy));
    }

    private IEnumerable<string> Pull(string path)
    {
        var asked = _workspace.Pump.ServeAsync(path);
        _workspace.Serve();
        Assert.True(asked.IsCompleted);
        return JsonNode.Parse(_reports.WriteOne(path, shown: null))!["items"]!.AsArray().Select(item => (string)item!["code"]!);
    }

    private string IdOf(string path) => (string)JsonNode.Parse(_reports.WriteOne(path, shown: null))!["resultId"]!;
}
