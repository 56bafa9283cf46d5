using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Workspaces.Tests.References;

/// <summary>Papers are found by their titles, and who refers to them is told when they come and go.</summary>
public class TitleReferencesTests
{
    private const string Bell = "What a Bell Remembers of Its Founder";

    private readonly Workspace _workspace = new();

    [Theory]
    [InlineData(Bell)]
    [InlineData("what a bell remembers of its founder?")]
    [InlineData("What a  Bell *Remembers* of Its Founder")]
    public void A_title_is_found_wherever_it_stands(string title)
    {
        Open("b", $"Mar 12\n\n{Bell}\n\n{Bells}\n");
        Open("a", $"Mar 11\n\nHearing Walls\n\n{Owls}\n\n{Bell}\n\n{Recipes}\n\n{Bell}\n\n{Bells}\n");

        Assert.Equal(
            [("a", 1), ("a", 2), ("b", 0)],
            _workspace.Current.FindByTitle(title).Select(place => (place.Document.Path, place.Index))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("What a Bell Remembers")]
    public void What_is_no_title_is_not_found(string title)
    {
        Open("a", $"Mar 11\n\n{Bell}\n\n{Bells}\n\n{Owls}\n");

        Assert.Empty(_workspace.Current.FindByTitle(title));
    }

    [Fact]
    public void A_reference_knows_where_it_stands()
    {
        Open("a", $"Mar 11\n\nHearing Walls\n\n{Owls}\n\nLakes\nsee: {Bell}\nnote: x\n\n{Glaciers}\nsee:  {Bell}, Again\nsee:\n");
        var document = _workspace.Current.GetDocument("a")!;

        Assert.Equal([(Bell, 1), (Bell + ", Again", 1)], document.References.Select(reference => (reference.Title, reference.Paper)));
        Assert.All(document.References, reference => Assert.Equal(reference.Title, document.GetTree()!.Text.ToString(reference.Span)));
    }

    [Fact]
    public void All_references_to_a_title_are_found()
    {
        Open("b", $"Mar 12\n\n{Bell}\nsee: Hearing Walls\n\n{Bells}\n");
        Open("a", $"Mar 11\n\nHearing Walls\nsee: {Bell}\nsee: hearing walls\n\n{Owls}\n");
        var key = _workspace.Current.FindByTitle("Hearing Walls")[0].Paper.Facts.TitleKey;

        Assert.Equal(
            [("a", "hearing walls"), ("b", "Hearing Walls")],
            _workspace.Current.ReferencesTo(key).Select(found => (found.Document.Path, found.Reference.Title))
        );
    }

    [Theory]
    [InlineData(Bell, true)]
    [InlineData("What a Bell Remembers of Its Fonder", true)]
    [InlineData("What a Bell Remembers of Its Founder: A Study", true)]
    [InlineData("What a Lake Forgets", false)]
    public void Who_refers_to_a_title_is_affected_when_it_or_one_like_it_comes_and_goes(string title, bool isAffected)
    {
        Open("a", $"Mar 11\n\nHearing Walls\nsee: {Bell}\n\n{Owls}\n");
        Open("c", $"Mar 13\n\nThe Reading Cook\n\n{Recipes}\n");
        var before = _workspace.Current;
        Open("b", $"Mar 12\n\n{title}\n\n{Bells}\n");
        var between = _workspace.Current;
        _workspace.Close("b");
        _workspace.Refresh(["b"]);
        var after = _workspace.Current;

        string[] expected = isAffected ? ["a", "b"] : ["b"];
        Assert.Equal(expected, between.PathsAffectedSince(before).Order());
        Assert.Equal(expected, after.PathsAffectedSince(between).Order());
    }

    [Fact]
    public void Who_referred_and_no_longer_does_is_not_affected()
    {
        Open("a", $"Mar 11\n\nHearing Walls\nsee: {Bell}\n\n{Owls}\n");
        _workspace.Change("a", 2, [new(null, $"Mar 11\n\nHearing Walls\n\n{Owls}\n")]);
        var before = _workspace.Current;

        Open("b", $"Mar 12\n\n{Bell}\n\n{Bells}\n");

        Assert.Equal(["b"], _workspace.Current.PathsAffectedSince(before));
    }

    [Theory]
    [InlineData("What a Bell Remembers of Its Foundr", Bell, 1, true)]
    [InlineData("What a Bell Remembers of Its Founders", Bell, 1, true)]
    [InlineData("Hearing Walz", "Hearing Walls", null, null)]
    [InlineData("Hearing Wall", "Hearing Walls", 1, false)]
    [InlineData("Something Else", null, null, null)]
    public void The_nearest_title_is_a_misprint_away(string title, string? nearest, int? difference, bool? isUnique)
    {
        Open("b", $"Mar 12\n\n{Bell}\n\n{Bells}\n\nHearing Walls\n\n{Glaciers}\n");
        Open("a", $"Mar 11\n\nLakes\nsee: {title}\n\n{Owls}\n\nHearing Walli\n\n{Recipes}\n");

        var found = _workspace.Current.FindNearestTitle(_workspace.Current.GetDocument("a")!.References[0]);

        if (difference is null)
        {
            Assert.Null(found);
            return;
        }
        Assert.Equal((difference, isUnique), (found!.Value.Difference, found.Value.IsUnique));
        Assert.True(isUnique == false || found.Value.Place.Document.GetHead(found.Value.Place.Index) == nearest);
    }

    private void Open(string path, string text) => _workspace.Open(path, 1, text);
}
