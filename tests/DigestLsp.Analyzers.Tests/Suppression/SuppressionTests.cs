using DigestLsp.Testing;
using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>What people have accepted or marked is not found again, and what is new is.</summary>
public sealed class SuppressionTests : IDisposable
{
    private const string Title = "What a Bell Remembers";
    private static readonly string Cut = Owls[..^20] + " and of";
    private static readonly string Gongs = Bells.Replace("thirty bells", "forty gongs");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_accepted_is_found_no_more_wherever_its_paper_goes()
    {
        Write("a.digest", $"Mar 1\n\nListening for Voles\n\n{Cut}\n");
        Assert.Equal(["a.digest DG3001"], Found());

        AcceptAll();
        Assert.Empty(Found());

        Write("b.digest", $"Mar 2\n\n{Title}\n\n{Bells}\n\nListening for Voles!\n\n{Cut}\n");
        File.Delete(_folder.PathOf("a.digest"));
        Assert.Empty(Found());
    }

    [Fact]
    public void Mending_a_typo_revives_nothing_and_another_fault_is_found()
    {
        Write("a.digest", $"Mar 1\n\nListening for Voles\n\n{Cut}\n");
        AcceptAll();

        Write("a.digest", $"Mar 1\n\nListening for Voles\n\n{Cut.Replace("microphones", "microfones")}\n");
        Assert.Empty(Found());

        Write("a.digest", $"Mar 1\n\nListening for Voles\n\n{Cut} the\n");
        Assert.Equal(["a.digest DG3001"], Found());
    }

    [Fact]
    public void A_recurrence_is_accepted_in_its_digest_and_not_in_the_next()
    {
        Write("a.digest", $"Mar 1\n\n{Title}\n\n{Bells}\n");
        Write("b.digest", $"Mar 2\n\n{Title}\n\n{Bells}\n");
        AcceptAll();
        Assert.Empty(Found());

        Write("c.digest", $"Mar 3\n\n{Title}\n\n{Bells}\n");
        Assert.Equal(["c.digest DG2001"], Found());
    }

    [Fact]
    public void One_repetition_more_than_was_accepted_is_found()
    {
        var paper = $"{Title}\n\n{Bells}\n\n";
        Write("a.digest", $"Mar 1\n\n{paper}{paper}");
        AcceptAll();
        Write("a.digest", $"Mar 1\n\n{paper}{paper}{paper}");
        Assert.Equal(["a.digest DG2002"], Found());
    }

    [Fact]
    public void A_finding_on_the_digest_is_known_by_its_file()
    {
        Write("a.digest", $"Mar 32\n\n{Title}\n\n{Bells}\n");
        AcceptAll();
        Assert.Empty(Found());
        Write("b.digest", $"Mar 32\n\nListening for Voles\n\n{Owls}\n");
        Assert.Equal(["b.digest DG1002"], Found());
    }

    [Theory]
    [InlineData("a.digest", "b.digest")]
    [InlineData("b.digest", "a.digest")]
    public void A_pair_that_is_marked_as_different_is_no_finding(string one, string other)
    {
        Write("a.digest", $"Mar 1\n\n{Title}\n\n{Bells}\n");
        Write("b.digest", $"Mar 2\n\n{Title}\n\n{Gongs}\n");
        Assert.Equal(["b.digest DG2003"], Found());

        var snapshot = Load();
        Apply(SuppressionEdit.MarkDifferent(snapshot, PlaceIn(snapshot, one), PlaceIn(snapshot, other)));
        Assert.Empty(Found());
    }

    [Fact]
    public void A_recurrence_that_is_marked_as_intended_is_no_finding_and_another_is()
    {
        Write("a.digest", $"Mar 1\n\n{Title}\n\n{Bells}\n");
        Write("b.digest", $"Mar 2\n\n{Title}\n\n{Bells}\n");
        var snapshot = Load();
        Apply(SuppressionEdit.MarkIntended(snapshot, PlaceIn(snapshot, "b.digest").Document, 0));
        Assert.Empty(Found());

        Write("c.digest", $"Mar 3\n\n{Title}\n\n{Bells}\n");
        Assert.Equal(["c.digest DG2001"], Found());

        // Without a digest, the mark counts for all.
        var file = _folder.PathOf(".digestlsp/distinct.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace(",\"in\":\"b.digest\"", ""));
        Assert.Empty(Found());
    }

    [Fact]
    public void An_open_document_is_told_the_same_as_a_closed_one()
    {
        var text = $"Mar 32\n\nListening for Voles\n\n{Cut}\n\n{Title}\n\n{Bells}\n\n{Title}\n\n{Bells}\n\nListening for Voles\n\n{Cut}\n";
        Write("a.digest", text);
        AcceptAll();
        var workspace = new Workspace();
        workspace.Open(_folder.PathOf("a.digest"), 1, text);
        Assert.Empty(Found(workspace.Current));
        Assert.Empty(Found());
        Assert.Empty(FixableOf(workspace.Current));
    }

    [Fact]
    public void A_file_that_cannot_be_used_accepts_nothing_and_says_so()
    {
        Write("a.digest", $"Mar 32\n\n{Title}\n\n{Bells}\n");
        AcceptAll();
        File.AppendAllText(_folder.PathOf(".digestlsp/baseline.json"), "x");
        Assert.Equal(["a.digest DG1002", "baseline.json DG9001"], Found());
    }

    private static IEnumerable<Diagnostic> FixableOf(Snapshot snapshot) =>
        snapshot.Documents.SelectMany(document => DocumentAnalysis.DiagnoseOwn(snapshot.Configuration, document));

    private void AcceptAll()
    {
        var snapshot = Load();
        var accepted = snapshot.Documents.SelectMany(document =>
            DocumentAnalysis.Identify(snapshot, document, _folder.FullName).Select(found => found.Accepted ?? found.Identity)
        );
        Write(".digestlsp/baseline.json", SuppressionWriter.Write(Baseline.Empty.With(accepted)));
    }

    private void Apply(SuppressionEdit? edit) => Write(Path.GetRelativePath(_folder.FullName, edit!.Path), edit.After);

    private void Write(string name, string text) => _folder.Write(name, text);

    private PaperPlace PlaceIn(Snapshot snapshot, string name) => new(snapshot.GetDocument(_folder.PathOf(name))!, 0);

    private IEnumerable<string> Found() => Found(Load());

    private static IEnumerable<string> Found(Snapshot snapshot)
    {
        var onDocuments = snapshot.Documents.SelectMany(document =>
            DocumentAnalysis.Diagnose(snapshot, document).Select(found => (document.Path, found))
        );
        var onFiles = ConfigurationAnalysis
            .FilesOf(snapshot)
            .SelectMany(file => ConfigurationAnalysis.Diagnose(snapshot, file).Select(found => (file.Path, found)))
            .Where(found => found.found.Descriptor.Id != "DG9002");
        return onDocuments
            .Concat(onFiles)
            .Select(found => $"{Path.GetFileName(found.Path)} {found.found.Descriptor.Id}")
            .Order(StringComparer.Ordinal);
    }

    private Snapshot Load()
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        Assert.Empty(workspace.Load([_folder.FullName]));
        return workspace.Current;
    }
}
