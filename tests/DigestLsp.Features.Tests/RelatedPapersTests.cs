using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>Papers that are about the same as one.</summary>
public class RelatedPapersTests
{
    private const string Towers =
        "Bells crack when a founder pours them too cold. We strike forty bells in twelve church towers and listen for partials that drift. "
        + "Cracks announce themselves a year before anybody sees them, and a telephone in the tower is enough to hear it.";

    [Fact]
    public void The_most_similar_paper_comes_first_and_says_why()
    {
        foreach (var scene in Digests())
        {
            var related = RelatedPapers.At(scene.Snapshot, scene.Document, scene.Caret, 10);

            Assert.Equal("Cracks in Towers", related[0].Places[0].Document.GetHead(related[0].Places[0].Index));
            Assert.Contains("bell", related[0].Because[0], StringComparison.Ordinal);
            Assert.Equal(related.Select(paper => paper.Score).OrderDescending(), related.Select(paper => paper.Score));
            Assert.All(related, paper => Assert.InRange(paper.Score, 0.0001, 0.99));
        }
    }

    [Fact]
    public void Neither_the_paper_nor_a_copy_of_it_is_related_to_it()
    {
        foreach (var scene in Digests())
        {
            var titles = RelatedPapers
                .At(scene.Snapshot, scene.Document, scene.Caret, 10)
                .SelectMany(paper => paper.Places.Select(place => place.Document.GetHead(place.Index)));

            Assert.DoesNotContain("What a Bell Remembers", titles);
            Assert.DoesNotContain("Hearing Walls", titles);
        }
    }

    [Fact]
    public void A_paper_that_stands_in_several_versions_counts_once()
    {
        var workspace = new Workspace();
        workspace.Open("a", 1, $"Mar 1\n\nWhat a Bell Remembers\n\n{Bells}");
        workspace.Open("b", 1, $"Mar 2\n\nCracks in Towers\n\n{Towers}");
        workspace.Open("c", 1, $"Mar 3\n\nCracks in Towers\n\n{Towers.Replace("forty", "sixty")}");
        workspace.Open("d", 1, $"Mar 4\n\nListening to Bells at Night\n\nBells ring. {Owls}");

        var related = RelatedPapers.Of(workspace.Current, new PaperPlace(workspace.Current.GetDocument("a")!, 0), 2);

        Assert.Equal(
            ["Cracks in Towers", "Listening to Bells at Night"],
            related.Select(paper => paper.Places[0].Document.GetHead(paper.Places[0].Index))
        );
    }

    [Fact]
    public void What_is_typed_counts_at_once_and_what_is_deleted_no_longer()
    {
        var workspace = new Workspace();
        workspace.Open("a", 1, $"Mar 1\n\nWhat a Bell Remembers\n\n{Bells}\n\nListening for Voles\n\n{Owls}");
        Assert.DoesNotContain("Cracks in Towers", Titles());

        workspace.Open("b", 1, $"Mar 2\n\nCracks in Towers\n\n{Towers}");
        Assert.Equal("Cracks in Towers", Titles()[0]);

        workspace.Change("b", 2, [new(new(new(0, 0), new(5, 0)), "")]);
        Assert.DoesNotContain("Cracks in Towers", Titles());

        List<string> Titles() =>
            [
                .. RelatedPapers
                    .Of(workspace.Current, new PaperPlace(workspace.Current.GetDocument("a")!, 0), 10)
                    .Select(paper => paper.Places[0].Document.GetHead(paper.Places[0].Index)),
            ];
    }

    [Fact]
    public void Between_papers_nothing_is_related()
    {
        foreach (var scene in Scene.Of(("march.digest", $"Mar{{|caret:|}} 1\n\nWhat a Bell Remembers\n\n{Bells}")))
        {
            Assert.Empty(RelatedPapers.At(scene.Snapshot, scene.Document, scene.Caret, 10));
        }
    }

    private static IEnumerable<Scene> Digests() =>
        Scene.Of(
            (
                "february.digest",
                $"Feb 1\n\nListening for Voles\n\n{Owls}\n\nCracks in Towers\n\n{Towers}\n\nLakes That Leave\n\n{Glaciers}"
            ),
            (
                "march.digest",
                $"Mar 1\n\nWhat a {{|caret:|}}Bell Remembers\n\n{Bells}\n\nHearing Walls\n\n{Bells}\n\nSteps That Nobody Takes\n\n{Recipes}"
            )
        );
}
