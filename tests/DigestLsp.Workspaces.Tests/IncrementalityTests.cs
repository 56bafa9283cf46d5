using DigestLsp.Syntax;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Workspaces.Tests;

/// <summary>Typing in one abstract changes one paper's facts and nothing else.</summary>
public class IncrementalityTests
{
    private const int PaperCount = 50;
    private const int Edited = 20;

    private readonly Workspace _workspace = new();

    public IncrementalityTests() =>
        _workspace.Open(
            "a",
            1,
            "Mar 11\n\n"
                + string.Concat(
                    Enumerable.Range(0, PaperCount).Select(i => $"The Bells of Tower Number {i}\n\nTower {i} stands. {Bells}\n\n")
                )
        );

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("\n")]
    public void Facts_of_other_papers_are_the_very_ones_that_were_there(string typed)
    {
        var before = _workspace.Current.GetDocument("a")!.Papers;
        Type(typed);
        var after = _workspace.Current.GetDocument("a")!.Papers;

        Assert.Equal(PaperCount, after.Length);
        Assert.Equal([Edited], Enumerable.Range(0, PaperCount).Where(i => !ReferenceEquals(before[i].Facts, after[i].Facts)));
    }

    [Fact]
    public void What_is_kept_with_papers_is_computed_for_one()
    {
        var computed = 0;
        Compute();
        Assert.Equal(PaperCount, computed);

        Type("x");
        Compute();
        Assert.Equal(PaperCount + 1, computed);

        void Compute()
        {
            foreach (var paper in _workspace.Current.GetDocument("a")!.GetTree()!.Root.Papers)
            {
                paper.GetOrAttach(Count);
            }
        }

        Counted Count(PaperSyntax paper) => new(++computed);
    }

    [Fact]
    public void Undoing_brings_back_the_content_and_its_copies()
    {
        _workspace.Open("b", 1, $"Apr 2\n\nThe Bells of Tower Number {Edited}\n\nTower {Edited} stands. {Bells}");
        var before = _workspace.Current.CopiesOf(new(_workspace.Current.GetDocument("b")!, 0));
        Type("some other words ");
        Assert.NotEqual(before.AsEnumerable(), _workspace.Current.CopiesOf(new(_workspace.Current.GetDocument("b")!, 0)));

        _workspace.Change("a", 3, [new(new(new(Line, 0), new(Line, "some other words ".Length)), string.Empty)]);

        var after = _workspace.Current.CopiesOf(new(_workspace.Current.GetDocument("b")!, 0));
        Assert.Equal(
            before.Select(copy => (copy.Place.Document.Path, copy.Place.Index, copy.Match)),
            after.Select(copy => (copy.Place.Document.Path, copy.Place.Index, copy.Match))
        );
    }

    private sealed record Counted(int Number);

    private const int Line = 4 + (4 * Edited);

    private void Type(string text) => _workspace.Change("a", 2, [new(new(new(Line, 0), new(Line, text.Length == 0 ? 3 : 0)), text)]);
}
