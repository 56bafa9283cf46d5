namespace DigestLsp.LanguageServer.Tests;

/// <summary>A half-typed paper is not scolded for being half typed.</summary>
public sealed class QuietWhileTypingTests
{
    private const string Path = "/a.digest";

    private static readonly string Whole = Papers.Digest("Mar 11", Papers.Kites, Papers.Bread);
    private static readonly string Cut = Papers.Digest("Mar 11", Papers.Cut(Papers.Kites), Papers.Bread);
    private static readonly string CutMarked = Cut.Replace(" of the\n", " of {|DG3001:the|}\n");

    private readonly PumpedWorkspace _workspace = new();

    [Fact]
    public void A_cut_abstract_waits_for_a_second_of_rest()
    {
        CutTheAbstract();
        Check(Cut);
        _workspace.Time.Advance(TypingSessions.Rest - TimeSpan.FromMilliseconds(1));
        Check(Cut);
        _workspace.Time.Advance(TimeSpan.FromMilliseconds(1));
        Check(CutMarked);
    }

    [Fact]
    public void Each_letter_begins_the_second_anew()
    {
        CutTheAbstract();
        _workspace.Time.Advance(TypingSessions.Rest / 2);
        _workspace.Type(Path, " of the\n", " of the the\n");
        _workspace.Type(Path, " of the the\n", " of the\n");
        _workspace.Time.Advance(TypingSessions.Rest / 2);
        Check(Cut);
        _workspace.Time.Advance(TypingSessions.Rest / 2);
        Check(CutMarked);
    }

    [Fact]
    public void A_save_ends_the_waiting()
    {
        CutTheAbstract();
        Check(Cut);
        _workspace.Pump.NotifyAtRest(Path);
        Check(CutMarked);
    }

    [Fact]
    public void What_was_shown_before_the_typing_stays()
    {
        _workspace.Open(Path, Cut);
        Check(CutMarked);
        _workspace.Type(Path, "A kite's lines", "The kite's lines");
        Check(CutMarked.Replace("A kite's lines", "The kite's lines"));
    }

    [Fact]
    public void Papers_that_nobody_types_in_do_not_wait()
    {
        _workspace.Open(Path, Papers.Digest("Mar 11", Papers.Bread, Papers.Moths));
        _workspace.Serve();
        _workspace.Type(Path, "Bakers", "All bakers");
        _workspace.Open("/b.digest", Cut);
        _workspace.Serve();
        Assert.Equal(CutMarked.Replace(Papers.BreadTitle, $"{{|DG2003:{Papers.BreadTitle}|}}"), _workspace.Marked("/b.digest"));
    }

    [Fact]
    public void A_pasted_duplicate_warns_at_once()
    {
        _workspace.Open(Path, Whole);
        _workspace.Serve();
        var text = Whole + "\n" + Papers.Kites;
        _workspace.Type(Path, Whole, text);
        var last = text.LastIndexOf(Papers.KitesTitle, StringComparison.Ordinal);
        Check(text.Insert(last + Papers.KitesTitle.Length, "|}").Insert(last, "{|DG2002:"));
    }

    private void CutTheAbstract()
    {
        _workspace.Open(Path, Whole);
        Check(Whole);
        _workspace.Type(Path, Papers.Kites, Papers.Cut(Papers.Kites));
    }

    private void Check(string marked)
    {
        _workspace.Serve();
        Assert.Equal(marked, _workspace.Marked(Path));
    }
}
