using DigestLsp.Analyzers;
using DigestLsp.Testing;
using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>What can be said of findings instead of mending them, and that they are then gone.</summary>
public sealed class JudgementsTests : IDisposable
{
    private const string Title = "What a Bell Remembers of Its Founder After One Strike";
    private static readonly string Gongs = Bells.Replace(
        "The method needs a telephone and a quiet church.",
        "Gongs, which have no wall to speak of, are left to a later paper of ours."
    );
    private static readonly string Chimes = Bells.Replace(
        "A cast bell rings at partials that its founder chose by hand.",
        "Chimes that hang in gardens are cut from tubes, and nobody tunes them twice."
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Papers_of_the_same_words_cannot_be_different()
    {
        Write("a.digest", $"Mar 1\n\n{Title}\n\n{Bells}\n");
        Write("b.digest", $"Mar 2\n\n{Title}\n\n{Bells}\n\nListening for Voles\n\n{Owls}\n\nListening for Voles\n\n{Owls}\n");

        Assert.Equal(["Mark as intended here", "Accept this finding (DG2001)"], OfferedFor("DG2001"));
        Assert.Equal(["Accept this finding (DG2002)"], OfferedFor("DG2002"));
    }

    [Fact]
    public void A_nearly_equal_paper_of_the_same_digest_may_be_different()
    {
        Write("a.digest", $"Mar 1\n\n{Title}\n\n{Bells}\n\n{Title}\n\n{Gongs}\n");

        Do("DG2002", "Mark as different papers: this and a.digest, line 3");

        Assert.Empty(Found());
    }

    [Fact]
    public void Of_several_papers_one_or_all_may_be_different()
    {
        Write("a.digest", $"Mar 1\n\n{Title}\n\n{Bells}\n");
        Write("b.digest", $"Mar 2\n\n{Title}\n\n{Gongs}\n");
        Write("c.digest", $"Mar 3\n\n{Title}\n\n{Chimes}\n");
        string[] offered =
        [
            "Mark as different papers: this and a.digest, line 3",
            "Mark as different papers: this and all 2 like it",
            "Accept this finding (DG2003)",
        ];
        Assert.Equal(offered, OfferedFor("DG2003", "c.digest"));

        Do("DG2003", offered[0], "c.digest");
        Assert.Equal(["b.digest DG2003", "c.digest DG2004"], Found());

        Do("DG2004", "Mark as different papers: this and b.digest, line 3", "c.digest");
        Assert.Equal(["b.digest DG2003"], Found());
    }

    [Fact]
    public void All_are_marked_at_once()
    {
        Write("a.digest", $"Mar 1\n\n{Title}\n\n{Bells}\n");
        Write("b.digest", $"Mar 2\n\n{Title}\n\n{Gongs}\n");
        Write("c.digest", $"Mar 3\n\n{Title}\n\n{Chimes}\n");

        Do("DG2003", "Mark as different papers: this and all 2 like it", "c.digest");

        Assert.Equal(["b.digest DG2003"], Found());
    }

    [Theory]
    [InlineData("DG2004", Title, Owls)]
    [InlineData("DG2005", "Strike Once, Listen Twice", Bells)]
    public void Revised_and_retitled_papers_may_be_different(string rule, string title, string text)
    {
        Write("a.digest", $"Mar 1\n\n{Title}\n\n{Bells}\n");
        Write("b.digest", $"Mar 2\n\n{title}\n\n{text}\n");
        Assert.Equal([$"b.digest {rule}"], Found());

        Do(rule, "Mark as different papers: this and a.digest, line 3");

        Assert.Empty(Found());
    }

    [Fact]
    public void A_digest_that_repeats_another_one_on_purpose_is_marked_with_all_its_papers()
    {
        var papers = $"{Title}\n\n{Bells}\n\nListening for Voles\n\n{Owls}\n\nThe Reading Cook\n\n{Recipes}\n";
        Write("a.digest", "Mar 1\n\n" + papers);
        Write("b.digest", "Mar 2\n\n" + papers);
        Assert.Equal(4, Found().Count);

        Do("DG2006", "Mark as intended here: all 3 papers that recur");

        Assert.Empty(Found());
    }

    [Fact]
    public void Of_equal_findings_the_one_that_is_meant_is_accepted()
    {
        Write("a.digest", $"Mar 32\n\nListening for Voles\n\n{Owls}\n\nMar 32\n\n{Title}\n\n{Bells}\n");
        var snapshot = Load();
        var document = snapshot.Documents.Single();
        var second = DocumentAnalysis.Diagnose(snapshot, document).Last(finding => finding.Descriptor.Id == "DG1002");

        Write(Judgements.For(snapshot, document, second).Single().Judgement);

        var left = DocumentAnalysis.Diagnose(Load(), Load().Documents.Single()).Where(finding => finding.Descriptor.Id == "DG1002");
        Assert.NotEqual(second.Range, Assert.Single(left).Range);
    }

    [Fact]
    public void What_is_gone_is_not_accepted()
    {
        Write("a.digest", $"Mar 32\n\n{Title}\n\n{Bells}\n");
        var snapshot = Load();
        var document = snapshot.Documents.Single();
        var finding = DocumentAnalysis.Diagnose(snapshot, document).Single();
        var judgement = Judgements.For(snapshot, document, finding).Single().Judgement;
        Write("a.digest", $"Mar 31\n\n{Title}\n\n{Bells}\n");

        var (edit, problem) = Judgements.EditOf(Load(), judgement);

        Assert.Null(edit);
        Assert.NotNull(problem);
    }

    [Fact]
    public void A_digest_that_was_never_saved_is_offered_nothing()
    {
        var workspace = new Workspace();
        workspace.Open("untitled:1", 1, $"Mar 32\n\n{Title}\n\n{Bells}\n");
        var document = workspace.Current.Documents.Single();
        var finding = DocumentAnalysis.Diagnose(workspace.Current, document).Single();
        Assert.Empty(Judgements.For(workspace.Current, document, finding));
    }

    [Fact]
    public void What_was_said_of_a_paper_is_taken_back_at_its_title()
    {
        Write("a.digest", $"Mar 1\n\n{Title}\n\n{Bells}\n");
        Write("b.digest", $"Mar 2\n\n{Title}\n\n{Gongs}\n\nListening for Voles\n\n{Owls}\n");
        Write("c.digest", $"Mar 3\n\nListening for Voles\n\n{Owls}\n");
        var all = Found();
        Assert.Equal(["b.digest DG2003", "c.digest DG2001"], all);

        Do("DG2003", "Mark as different papers: this and a.digest, line 3");
        Do("DG2001", "Mark as intended here");
        Assert.Empty(Found());
        Assert.Empty(TakenBackAt("b.digest", line: 4));
        Assert.Empty(TakenBackAt("b.digest", line: 6));
        Assert.Equal(["No longer mark as different papers"], TakenBackAt("b.digest", line: 2));
        Assert.Equal(["No longer mark as intended here"], TakenBackAt("c.digest", line: 2));

        // Either side of a pair will do.
        TakeBack("a.digest", line: 2);
        Assert.Equal(["b.digest DG2003"], Found());
        TakeBack("c.digest", line: 2);
        Assert.Equal(all, Found());
        Assert.Empty(TakenBackAt("c.digest", line: 2));
    }

    [Fact]
    public void Accepted_findings_are_taken_back_by_rule_and_those_on_a_digest_outside_of_papers()
    {
        Write("a.digest", $"Mar 32\n\n{Title}\n\n{Bells}\n");
        Write("b.digest", $"Mar 2\n\n{Title}\n\n{Bells}\n");
        Do("DG1002", "Accept this finding (DG1002)");
        Do("DG2001", "Accept this finding (DG2001)");
        Assert.Empty(Found());

        Assert.Equal(["No longer accept DG1002 here"], TakenBackAt("a.digest", line: 0));
        Assert.Empty(TakenBackAt("a.digest", line: 2));
        Assert.Empty(TakenBackAt("b.digest", line: 0));
        TakeBack("b.digest", line: 2);
        Assert.Equal(["b.digest DG2001"], Found());
        TakeBack("a.digest", line: 0);
        Assert.Equal(["a.digest DG1002", "b.digest DG2001"], Found());
    }

    [Fact]
    public void What_nobody_says_any_more_is_not_taken_back()
    {
        Write("a.digest", $"Mar 1\n\n{Title}\n\n{Bells}\n");
        Write("b.digest", $"Mar 2\n\n{Title}\n\n{Bells}\n");
        Do("DG2001", "Mark as intended here");
        var (_, judgement) = TakingBackAt("b.digest", line: 2).Single();
        Write(judgement);

        var (edit, problem) = Judgements.EditOf(Load(), judgement);

        Assert.Null(edit);
        Assert.NotNull(problem);
    }

    private List<(string Title, TakenBack Judgement)> TakingBackAt(string name, int line)
    {
        var snapshot = Load();
        var document = snapshot.Documents.Single(document => Path.GetFileName(document.Path) == name);
        return [.. TakingBack.At(snapshot, document, new(line, 1))];
    }

    private List<string> TakenBackAt(string name, int line) => [.. TakingBackAt(name, line).Select(offer => offer.Title)];

    private void TakeBack(string name, int line) => Write(TakingBackAt(name, line).Single().Judgement);

    private void Do(string rule, string title, string? name = null)
    {
        var (snapshot, document, finding) = Find(rule, name);
        Write(Judgements.For(snapshot, document, finding).Single(offer => offer.Title == title).Judgement);
    }

    private void Write(Judgement judgement)
    {
        var (edit, problem) = Judgements.EditOf(Load(), judgement);
        Assert.Null(problem);
        Assert.Null(new FileEdits(new DiskFiles()).Apply(edit!));
    }

    private List<string> OfferedFor(string rule, string? name = null)
    {
        var (snapshot, document, finding) = Find(rule, name);
        return [.. Judgements.For(snapshot, document, finding).Select(offer => offer.Title)];
    }

    private (Snapshot, Document, Diagnostic) Find(string rule, string? name)
    {
        var snapshot = Load();
        return snapshot
            .Documents.Where(document => name is null || Path.GetFileName(document.Path) == name)
            .SelectMany(document => DocumentAnalysis.Diagnose(snapshot, document).Select(finding => (snapshot, document, finding)))
            .Single(found => found.finding.Descriptor.Id == rule);
    }

    private List<string> Found()
    {
        var snapshot = Load();
        return
        [
            .. snapshot
                .Documents.SelectMany(document =>
                    DocumentAnalysis
                        .Diagnose(snapshot, document)
                        .Select(finding => $"{Path.GetFileName(document.Path)} {finding.Descriptor.Id}")
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    private void Write(string name, string text) => _folder.Write(name, text);

    private Snapshot Load()
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        Assert.Empty(workspace.Load([_folder.FullName]));
        return workspace.Current;
    }
}
