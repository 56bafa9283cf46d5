using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>What changes together while somebody types at <c>{|caret:|}</c>: <c>[|…|]</c>.</summary>
public class LinkedTitlesTests
{
    private const string Title = "What a Bell Remembers";

    [Theory]
    [InlineData("{|caret:|}What a Bell Remembers")]
    [InlineData("What a {|caret:|}Bell Remembers")]
    [InlineData("What a Bell Remembers{|caret:|}")]
    public void A_title_and_the_lines_that_refer_to_it(string title) =>
        Check(
            $"[|{title}|]\n\n{Bells}\n\nLakes That Leave\nsee: [|{Title}|]\n\n{Glaciers}\n\nListening for Voles\n\n{Owls}\nsee: [|{Title}|]\nsee: Lakes That Leave"
        );

    [Fact]
    public void Lines_that_say_it_otherwise_stay() =>
        Check(
            $"[|What {{|caret:|}}a Bell Remembers|]\nnote: a\n\n{Bells}\n\nLakes That Leave\nsee: what a bell remembers\nsee: [|{Title}|]\n\n{Glaciers}"
        );

    [Theory]
    [InlineData($"{{|caret:|}}{Title}\n\n{Bells}\n\nLakes That Leave\n\n{Glaciers}")]
    [InlineData($"{Title}\n\n{{|caret:|}}{Bells}\n\nLakes That Leave\nsee: {Title}\n\n{Glaciers}")]
    [InlineData($"{Title}\n\n{Bells}\n\nLakes That Leave\nsee: {{|caret:|}}{Title}\n\n{Glaciers}")]
    [InlineData($"{{|caret:|}}{Title}\n\n{Bells}\n\nLakes That Leave\nsee: {Title}\n\n{Glaciers}\n\n{Title}\n\n{Bells}")]
    [InlineData($"{{|caret:|}}What a Bell\nRemembers\n\n{Bells}\n\nLakes That Leave\nsee: {Title}\n\n{Glaciers}")]
    [InlineData("{|caret:|}")]
    public void Elsewhere_nothing_changes_together(string digest) => Check(digest);

    private static void Check(string digest)
    {
        foreach (var scene in Scene.Of(("march.digest", $"Mar 11\n\n{digest}")))
        {
            var places = LinkedTitles.At(scene.Snapshot, scene.Document, scene.Caret);
            scene.AssertMarked(places.Select(place => new DocumentRange(Scene.PathOf("march.digest"), place)));
            Assert.True(places.IsEmpty || places.All(place => scene.TextAt("march.digest", place) == Title));
        }
    }
}
