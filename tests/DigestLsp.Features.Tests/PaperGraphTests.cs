using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Features.Tests;

/// <summary>Which papers lead to a paper, and to which it leads.</summary>
public class PaperGraphTests
{
    private static readonly string[] Things =
    [
        "bells",
        "owls",
        "lakes",
        "kites",
        "moths",
        "loaves",
        "cranes",
        "crabs",
        "gulls",
        "sand",
        "ice",
        "snow",
    ];

    /// <summary>One survey that speaks of everything, and for each thing a paper that speaks of it and of its neighbours.</summary>
    private static readonly string Digest =
        "Mar 1\n\nA Survey of Everything\n\nWe survey "
        + string.Join(", ", Things)
        + $" and a little more. Nothing is left out here.\n\n{string.Join("\n\n", Things.Select(PaperAbout))}";

    [Fact]
    public void A_paper_leads_to_those_that_it_is_like()
    {
        foreach (var scene in Scene.Of(("a.digest", "{|caret:|}" + Digest)))
        {
            var bells = PlaceOf(scene, "On bells");
            var related = PaperGraph.Outgoing(scene.Snapshot, bells);

            Assert.Equal(RelatedPapers.Of(scene.Snapshot, bells, 10).Select(TitleOf), related.Select(TitleOf));
            Assert.DoesNotContain("On bells", related.Select(TitleOf));
        }
    }

    [Fact]
    public void To_a_paper_lead_those_that_are_most_like_it()
    {
        foreach (var scene in Scene.Of(("a.digest", "{|caret:|}" + Digest)))
        {
            foreach (var place in Enumerable.Range(0, scene.Document.Papers.Length).Select(i => new PaperPlace(scene.Document, i)))
            {
                var incoming = PaperGraph.Incoming(scene.Snapshot, place).Select(paper => paper.Places[0]).ToHashSet();
                var expected = Enumerable
                    .Range(0, scene.Document.Papers.Length)
                    .Select(i => new PaperPlace(scene.Document, i))
                    .Where(other => PaperGraph.Outgoing(scene.Snapshot, other).Any(paper => paper.Places[0] == place));

                Assert.Equal(expected.Order(), incoming.Order());
            }
            Assert.NotEmpty(PaperGraph.Incoming(scene.Snapshot, PlaceOf(scene, "A Survey of Everything")));
        }
    }

    [Fact]
    public void A_paper_is_found_where_it_is_now()
    {
        var workspace = new Workspace();
        workspace.Open("a", 1, "Mar 1\n\n" + PaperAbout("bells"));
        var content = workspace.Current.GetDocument("a")!.Papers[0].Facts.Content;

        workspace.Open("b", 1, $"Mar 2\n\n{PaperAbout("owls")}\n\n{PaperAbout("bells")}");
        Assert.Equal(new(workspace.Current.GetDocument("b")!, 1), PaperGraph.Find(workspace.Current, "b", content));
        Assert.Equal(new(workspace.Current.GetDocument("a")!, 0), PaperGraph.Find(workspace.Current, "elsewhere", content));

        workspace.Change("a", 2, [new(null, "Mar 1\n")]);
        Assert.Equal(new(workspace.Current.GetDocument("b")!, 1), PaperGraph.Find(workspace.Current, "a", content));
        Assert.Null(PaperGraph.Find(workspace.Current, "b", Hash128.Empty));
    }

    [Fact]
    public void Who_no_longer_wants_to_know_is_not_answered()
    {
        var scene = Scene.Of(("a.digest", "{|caret:|}" + Digest)).First();

        Assert.Throws<OperationCanceledException>(() =>
            PaperGraph.Incoming(scene.Snapshot, PlaceOf(scene, "On bells"), new CancellationToken(canceled: true))
        );
    }

    private static string PaperAbout(string thing)
    {
        var at = Array.IndexOf(Things, thing);
        var (left, right) = (Things[(at + Things.Length - 1) % Things.Length], Things[(at + 1) % Things.Length]);
        return $"On {thing}\n\nWe look at {thing} for a year and at {left} for a day. Of all {thing} some are like {right}. Others are not.";
    }

    private static PaperPlace PlaceOf(Scene scene, string title) => scene.Snapshot.FindByTitle(title).Single();

    private static string TitleOf(RelatedPaper paper) => paper.Places[0].Document.GetHead(paper.Places[0].Index);
}
