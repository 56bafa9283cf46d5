using System.Text;
using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>What stands over titles.</summary>
public class PaperLensesTests
{
    private const string Towers =
        "A cast bell cracks at partials that its founder chose by hand. We recover the cracks of a bell from the sound of one strike, using a "
        + "model of thin shells that is fitted by gradient descent. On thirty bells in church towers cracks appear as a wall that seems too thin.";

    private static readonly string Unrelated = string.Join(
        "\n\n",
        Enumerable
            .Range(1, 8)
            .Select(i => $"Number {i} and Its Friends\n\nThe number {i} has {i + 7} friends. Nobody had counted them before {1900 + i}.")
    );

    private static readonly (string, string)[] Digests =
    [
        ("a.digest", $"Mar 1\n\n[|What a Bell Remembers|]\n\n{Bells}\n\nLakes That Leave\n\n{Glaciers}"),
        ("b.digest", $"Mar 2\n\nWhat a {{|caret:|}}Bell Remembers\n\n{Bells}\n\n[|Cracks in Bells of Towers|]\n\n{Towers}"),
        ("c.digest", $"Mar 3\n\n[|What a Bell Remembers|]\n\n{Bells}\n\nListening for Voles\n\n{Owls}"),
    ];

    [Fact]
    public void Before_anybody_ranked_papers_that_stand_elsewhere_have_a_lens()
    {
        foreach (var scene in Scene.Of(Digests))
        {
            var lens = Assert.Single(PaperLenses.Of(scene.Snapshot, scene.Document));
            var text = PaperLenses.Resolve(scene.Snapshot, scene.Document, lens.Paper, lens.Content)!;

            Assert.Equal("What a Bell Remembers", scene.TextAt("b.digest", lens.Range));
            Assert.Equal(("in 3 digests", lens.Range), (text.Title, text.Range));
            Assert.False(scene.Snapshot.IsRankingReady);
        }
    }

    [Fact]
    public void After_that_those_with_related_papers_have_one_too()
    {
        foreach (var scene in Scene.Of(Digests))
        {
            scene.Snapshot.GetRanking();
            var texts = PaperLenses
                .Of(scene.Snapshot, scene.Document)
                .Select(lens => PaperLenses.Resolve(scene.Snapshot, scene.Document, lens.Paper, lens.Content)!)
                .ToList();

            Assert.Equal(["in 3 digests · 1 related", "1 related"], texts.Select(text => text.Title));
            scene.AssertMarked(texts[0].Places);
            var voles = scene.DocumentOf("c.digest");
            Assert.Equal([0], PaperLenses.Of(scene.Snapshot, voles).Select(lens => lens.Paper));
            var alone = PaperLenses.Resolve(scene.Snapshot, voles, 1, voles.Papers[1].Facts.Content)!;
            Assert.Equal("", alone.Title);
            Assert.Empty(alone.Places);
        }
    }

    [Fact]
    public void A_related_paper_that_stands_under_two_titles_counts_once()
    {
        foreach (
            var scene in Scene.Of([
                .. Digests,
                ("d.digest", $"Mar 4\n\nWalls That Seem Too Thin\n\n{Towers}\n\nSteps Left Out\n\n{Recipes}\n\n{Unrelated}"),
            ])
        )
        {
            scene.Snapshot.GetRanking();
            var lens = PaperLenses.Of(scene.Snapshot, scene.Document)[0];

            Assert.Equal("in 3 digests · 1 related", PaperLenses.Resolve(scene.Snapshot, scene.Document, lens.Paper, lens.Content)!.Title);
        }
    }

    [Fact]
    public void Twins_within_a_digest_each_have_their_own()
    {
        var digest = $"Mar 1\n\nWhat a {{|caret:|}}Bell Remembers\n\n{Bells}\n\n[|What a Bell Remembers|]\n\n{Bells}";
        foreach (var scene in Scene.Of(("a.digest", digest)))
        {
            var lenses = PaperLenses.Of(scene.Snapshot, scene.Document);
            Assert.Equal([0, 1], lenses.Select(lens => lens.Paper));

            var first = PaperLenses.Resolve(scene.Snapshot, scene.Document, 0, lenses[0].Content)!;
            Assert.Equal("2 times in this digest", first.Title);
            scene.AssertMarked(first.Places);
            Assert.Equal(lenses[1].Range, PaperLenses.Resolve(scene.Snapshot, scene.Document, 1, lenses[1].Content)!.Range);
        }
    }

    [Fact]
    public void A_lens_follows_its_paper_and_goes_with_it()
    {
        var workspace = new Workspace();
        workspace.Open("a", 1, $"Mar 1\n\nWhat a Bell Remembers\n\n{Bells}");
        workspace.Open("b", 1, $"Mar 2\n\nWhat a Bell Remembers\n\n{Bells}");
        var lens = Assert.Single(PaperLenses.Of(workspace.Current, workspace.Current.GetDocument("a")!));

        workspace.Change("a", 2, [new(new(new(2, 0), new(2, 0)), $"Lakes That Leave\n\n{Glaciers}\n\n")]);
        Assert.Equal(6, Resolve()!.Range.Start.Line);

        workspace.Change("a", 3, [new(null, "Mar 1\n")]);
        Assert.Null(Resolve());

        PaperLensText? Resolve() => PaperLenses.Resolve(workspace.Current, workspace.Current.GetDocument("a")!, lens.Paper, lens.Content);
    }

    [Fact]
    public void A_digest_of_very_many_papers_has_lenses_over_copies_only_and_no_more_than_anybody_scrolls_by()
    {
        var many = new StringBuilder("Mar 1\n\n");
        for (var i = 0; i < 1_500; i++)
        {
            many.Append($"A Paper About Number {i}\n\nWe look at number {i} and find that it is {i}. It is not {i + 1}.\n\n");
        }
        var workspace = new Workspace();
        workspace.Open("a", 1, many.ToString());
        workspace.Open("b", 1, $"Mar 2\n\nA Paper About Number 7\n\nWe look at number 7 and find that it is 7. It is not 8.");
        workspace.Current.GetRanking();
        var lens = PaperLenses.Of(workspace.Current, workspace.Current.GetDocument("a")!);
        Assert.Contains(7, lens.Select(lens => lens.Paper));
        Assert.True(lens.Length < 1_000);

        workspace.Open("c", 1, many.ToString());
        Assert.Equal(1_000, PaperLenses.Of(workspace.Current, workspace.Current.GetDocument("a")!).Length);
    }
}
