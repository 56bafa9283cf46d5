using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>What is the same in a document as at the caret.</summary>
public class DocumentHighlightsTests
{
    [Fact]
    public void Of_a_term_all_mentions_in_this_digest_are_highlighted_and_none_in_others() =>
        Check(
            [true, false, false],
            (
                "a.digest",
                "Mar 1\n\n[|TideNet|]: Gauges That Talk\n\nWe let gauges talk. [|Tide{|caret:|}Net|] needs little power.\n\n"
                    + "What a Quay Hears\n\nWe listened to [|TideNet|] for a year."
            ),
            ("b.digest", "Mar 2\n\nWhat a Gull Hears\n\nWe listened to TideNet for a year.")
        );

    [Fact]
    public void Of_a_title_all_places_of_the_paper_and_the_references_to_it_are_highlighted() =>
        Check(
            [true, false, true],
            (
                "a.digest",
                $"Mar 1\n\n[|What a Bell{{|caret:|}} Remembers|]\n\n{Bells}\n\nLakes That Leave\n\n{Glaciers}\nsee: [|what a bell remembers|]\n\n"
                    + $"[|Hearing Walls|]\n\n{Bells}"
            ),
            ("b.digest", $"Mar 2\n\nWhat a Bell Remembers\n\n{Bells}")
        );

    [Fact]
    public void Of_a_reference_the_paper_that_it_names_is_highlighted() =>
        Check(
            [true, false],
            (
                "a.digest",
                $"Mar 1\n\n[|What a Bell Remembers|]\n\n{Bells}\n\nLakes That Leave\n\n{Glaciers}\nsee: [|What a {{|caret:|}}Bell Remembers|]"
            )
        );

    [Fact]
    public void References_to_a_paper_that_nobody_has_are_highlighted_together() =>
        Check(
            [false, false],
            ("a.digest", $"Mar 1\n\nHearing Walls\n\n{Bells}\nsee: [|Lost|]\n\nLakes That Leave\n\n{Glaciers}\nsee: [|L{{|caret:|}}ost|]")
        );

    [Theory]
    [InlineData("Mar 1\n\nWhat a Bell Remembers\n\nA bell {|caret:|}rings. We listen.")]
    [InlineData("Ma{|caret:|}r 1\n\nWhat a Bell Remembers\n\nA bell rings. We listen.")]
    [InlineData("{|caret:|}")]
    public void Elsewhere_nothing_is_highlighted(string digest) => Check([], ("a.digest", digest));

    private static void Check(IEnumerable<bool> introduces, params (string Name, string Marked)[] digests)
    {
        foreach (var scene in Scene.Of(digests))
        {
            var found = DocumentHighlights.At(scene.Snapshot, scene.Document, scene.Caret);

            scene.AssertMarked(found.Select(highlight => new DocumentRange(scene.Document.Path, highlight.Range)));
            Assert.Equal(introduces, found.Select(highlight => highlight.Introduces));
        }
    }
}
