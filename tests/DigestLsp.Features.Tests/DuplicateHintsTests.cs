using DigestLsp.Text;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>Words behind the titles of copies.</summary>
public class DuplicateHintsTests
{
    private static readonly LinePositionSpan Everything = new(new(0, 0), new(int.MaxValue, int.MaxValue));

    private static readonly (string, string)[] Digests =
    [
        (
            "a.digest",
            $"Mar 1\n\nWhat a Bell Remembers\n\n{Bells}\n\nListening for Voles\n\n{Owls}\n\nLakes That Leave Before the End of July\n\n{Glaciers}"
        ),
        (
            "b.digest",
            $"Mar 2\n\nWhat a Bell Remembers[||]\n\n{Bells}\n\nHearing Voles[||]\n\n{Owls}\n\nLakes That Leave Before the End of July[||]\n\n{Recipes}\n\n{{|caret:|}}Alone\n\n"
                + "Nobody else has this. It stands alone."
        ),
    ];

    [Fact]
    public void A_later_copy_tells_where_the_paper_stands_first_and_how_it_differs()
    {
        foreach (var scene in Scene.Of(Digests))
        {
            var hints = DuplicateHints.Of(scene.Snapshot, scene.Document, Everything);

            scene.AssertMarked(hints.Select(hint => new DocumentRange(scene.Document.Path, new(hint.Position, hint.Position))));
            Assert.Equal(
                ["duplicate of a.digest:3", "other title for a.digest:7", "revision of a.digest:11"],
                hints.Select(hint => hint.Text)
            );
        }
    }

    [Fact]
    public void The_first_place_has_none() =>
        Assert.All(Scene.Of(Digests), scene => Assert.Empty(DuplicateHints.Of(scene.Snapshot, scene.DocumentOf("a.digest"), Everything)));

    [Fact]
    public void Only_what_is_in_sight_is_told()
    {
        foreach (var scene in Scene.Of(Digests))
        {
            var hint = Assert.Single(DuplicateHints.Of(scene.Snapshot, scene.Document, new(new(4, 0), new(8, 3))));
            Assert.Equal("other title for a.digest:7", hint.Text);
        }
    }
}
