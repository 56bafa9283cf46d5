using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests;

/// <summary>Pairs that are marked as different are no copies of each other.</summary>
public sealed class DistinctMarksTests : IDisposable
{
    private const string Title = "What a Bell Remembers";
    private static readonly string Other = Abstracts.Bells.Replace("thirty bells", "forty gongs").Replace("a quiet church", "no church");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_marked_pair_is_no_pair_of_copies_in_either_direction()
    {
        Write("a.digest", "Mar 1", Title, Abstracts.Bells);
        Write("b.digest", "Mar 2", Title, Other);
        Assert.Single(CopiesOf("a.digest"));
        Assert.Single(CopiesOf("b.digest"));

        Mark("b.digest", "a.digest");

        Assert.Empty(CopiesOf("a.digest"));
        Assert.Empty(CopiesOf("b.digest"));
    }

    [Fact]
    public void A_copy_of_each_keeps_to_its_own()
    {
        Write("a.digest", "Mar 1", Title, Abstracts.Bells);
        Write("a2.digest", "Mar 2", Title, Abstracts.Bells);
        Write("a3.digest", "Mar 3", Title, Abstracts.Bells.Replace("telephone", "telefone"));
        Write("b.digest", "Mar 4", Title, Other);
        Write("b2.digest", "Mar 5", Title, Other);

        Mark("a.digest", "b.digest");

        Assert.Equal(["a2.digest", "a3.digest"], CopiesOf("a.digest"));
        Assert.Equal(["a.digest", "a3.digest"], CopiesOf("a2.digest"));
        Assert.Equal(["a.digest", "a2.digest"], CopiesOf("a3.digest"));
        Assert.Equal(["b2.digest"], CopiesOf("b.digest"));
        Assert.Equal(["b.digest"], CopiesOf("b2.digest"));
    }

    [Fact]
    public void Mending_a_typo_revives_nothing_and_another_abstract_does()
    {
        Write("a.digest", "Mar 1", Title, Abstracts.Bells);
        Write("b.digest", "Mar 2", Title, Other);
        Mark("a.digest", "b.digest");

        Write("a.digest", "Mar 1", Title + ".", Abstracts.Bells.Replace("telephone", "telefone"));
        Assert.Empty(CopiesOf("a.digest"));

        Write("a.digest", "Mar 1", Title, Abstracts.Owls);
        Write("b.digest", "Mar 2", Title, Abstracts.Owls.Replace("Barn owls", "Snowy owls"));
        Assert.Single(CopiesOf("a.digest"));
    }

    [Fact]
    public void An_identifier_decides_before_the_text()
    {
        Write("a.digest", "Mar 1", Title, Abstracts.Bells, "arxiv: 2401.00001");
        Write("b.digest", "Mar 2", Title, Other);
        Mark("a.digest", "b.digest");

        Write(
            "a.digest",
            "Mar 1",
            "What a Bell Remembered",
            Abstracts.Bells.Replace("A cast bell rings", "Cast bells ring"),
            "arxiv: 2401.00001v2"
        );
        Assert.Empty(CopiesOf("a.digest"));

        Write("a.digest", "Mar 1", Title, Abstracts.Bells, "arxiv: 2401.99999");
        Assert.Single(CopiesOf("a.digest"));
    }

    [Fact]
    public void Two_texts_under_one_identifier_are_told_apart_by_their_text()
    {
        Write("a.digest", "Mar 1", Title, Abstracts.Bells, "arxiv: 2401.00001");
        Write("a2.digest", "Mar 2", Title, Abstracts.Bells, "arxiv: 2401.00001");
        Write("b.digest", "Mar 3", Title, Other, "arxiv: 2401.00001");

        Mark("a.digest", "b.digest");

        Assert.Equal(["a2.digest"], CopiesOf("a.digest"));
        Assert.Empty(CopiesOf("b.digest"));
    }

    [Fact]
    public void The_nearest_folder_counts_and_a_mark_beside_either_paper_is_enough()
    {
        Write("x/a.digest", "Mar 1", Title, Abstracts.Bells);
        Write("y/b.digest", "Mar 2", Title, Other);
        _folder.Write(".digestlsp/distinct.json", """{"version":1}""");
        _folder.Write("y/.digestlsp/distinct.json", """{"version":1}""");

        var edit = Mark("y/b.digest", "x/a.digest");

        Assert.Equal(_folder.PathOf("y/.digestlsp/distinct.json"), edit.Path);
        Assert.Empty(CopiesOf("x/a.digest"));
        Assert.Empty(CopiesOf("y/b.digest"));
    }

    [Fact]
    public void Marking_keeps_what_is_there_and_tells_what_was()
    {
        Write("a.digest", "Mar 1", Title, Abstracts.Bells);
        Write("b.digest", "Mar 2", Title, Other);
        var first = MarkDifferent("a.digest", "b.digest")!;
        Assert.Equal((_folder.PathOf(".digestlsp/distinct.json"), null), (first.Path, first.Before));
        Assert.Equal(first, MarkDifferent("b.digest", "a.digest"));

        _folder.Write(".digestlsp/distinct.json", first.After.Replace("\"b\":", "\"note\":\"asked the author\",\"b\":"));
        var second = MarkIntended("b.digest")!;

        Assert.NotNull(second.Before);
        Assert.Contains("asked the author", second.After, StringComparison.Ordinal);
        Assert.Contains("\"in\":\"b.digest\"", second.After, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_used_is_not_written_over()
    {
        Write("a.digest", "Mar 1", Title, Abstracts.Bells);
        Write("b.digest", "Mar 2", Title, Other);
        _folder.Write(".digestlsp/distinct.json", "{\"version\": 2}");
        Assert.Null(MarkDifferent("a.digest", "b.digest"));
        Assert.Null(MarkIntended("a.digest"));
    }

    [Fact]
    public void A_document_that_was_never_saved_has_no_place_for_marks()
    {
        var workspace = new Workspace();
        workspace.Open("untitled:1", 1, $"Mar 1\n\n{Title}\n\n{Abstracts.Bells}");
        var place = new PaperPlace(workspace.Current.GetDocument("untitled:1")!, 0);
        Assert.Null(SuppressionEdit.MarkIntended(workspace.Current, place.Document, place.Index));
    }

    private void Write(string name, string date, string title, string text, string metadata = "") =>
        _folder.Write(name, $"{date}\n\n{title}\n{metadata}\n\n{text}\n");

    private SuppressionEdit Mark(string name, string other)
    {
        var edit = MarkDifferent(name, other)!;
        Directory.CreateDirectory(Path.GetDirectoryName(edit.Path)!);
        File.WriteAllText(edit.Path, edit.After);
        return edit;
    }

    private SuppressionEdit? MarkDifferent(string name, string other)
    {
        var snapshot = Load();
        return SuppressionEdit.MarkDifferent(snapshot, PlaceIn(snapshot, name), PlaceIn(snapshot, other));
    }

    private SuppressionEdit? MarkIntended(string name)
    {
        var snapshot = Load();
        return SuppressionEdit.MarkIntended(snapshot, PlaceIn(snapshot, name).Document, 0);
    }

    private IEnumerable<string> CopiesOf(string name)
    {
        var snapshot = Load();
        return snapshot.CopiesOf(PlaceIn(snapshot, name)).Select(copy => Path.GetFileName(copy.Place.Document.Path));
    }

    private PaperPlace PlaceIn(Snapshot snapshot, string name) => new(snapshot.GetDocument(_folder.PathOf(name))!, 0);

    private Snapshot Load()
    {
        var workspace = new Workspace();
        Assert.Empty(workspace.Load([_folder.FullName]));
        return workspace.Current;
    }
}
