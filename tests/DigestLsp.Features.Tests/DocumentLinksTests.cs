using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>What leads out of a digest: <c>[|…|]</c> marks it.</summary>
public class DocumentLinksTests
{
    [Theory]
    [InlineData("Code is at [|https://example.org/owls|].", "https://example.org/owls")]
    [InlineData("Code ([|https://example.org/owls_(2026)|]) is public.", "https://example.org/owls_(2026)")]
    [InlineData("Code is at [|github.com/example/owls|].", "https://github.com/example/owls")]
    [InlineData("Code is at [|https://example.org/barn\\_owls|].", "https://example.org/barn_owls")]
    public void Addresses_in_abstracts_lead_to_their_pages(string sentence, string target) => Check($"{Bells} {sentence}", target);

    [Theory]
    [InlineData("arxiv: [|2501.00001v2|]", "https://arxiv.org/abs/2501.00001")]
    [InlineData("arxiv: [|https://arxiv.org/pdf/2501.00001|]", "https://arxiv.org/abs/2501.00001")]
    [InlineData("doi: [|10.1000/owls|]", "https://doi.org/10.1000/owls")]
    [InlineData("doi: [|10.48550/arXiv.2501.00001|]", "https://arxiv.org/abs/2501.00001")]
    [InlineData("url: [|https://example.org/bells|]", "https://example.org/bells")]
    public void Identifiers_lead_to_the_pages_of_their_papers(string metadata, string target) => Check($"{Bells}\n{metadata}", target);

    [Theory]
    [InlineData("arxiv: soon")]
    [InlineData("note: 2501.00001")]
    [InlineData("url: javascript:alert(1)")]
    public void Other_metadata_leads_nowhere(string metadata) => Check($"{Bells}\n{metadata}");

    [Fact]
    public void Links_move_with_their_papers()
    {
        var workspace = new Workspace();
        var text = $"Mar 1\n\nWhat a Bell Remembers\n\n{Bells}\nurl: https://example.org/bells";
        workspace.Open("a", 1, text);
        var before = Assert.Single(DocumentLinks.Of(workspace.Current.GetDocument("a")!));

        workspace.Change("a", 2, [new(new(new(0, 0), new(0, 0)), "\n")]);

        var after = Assert.Single(DocumentLinks.Of(workspace.Current.GetDocument("a")!));
        Assert.Equal((before.Target, before.Range.Start.Line + 1), (after.Target, after.Range.Start.Line));
    }

    private static void Check(string body, params string[] targets)
    {
        foreach (var scene in Scene.Of(("march.digest", $"{{|caret:|}}Mar 1\n\nWhat a Bell Remembers\n\n{body}")))
        {
            var links = DocumentLinks.Of(scene.Document);

            Assert.Equal(scene.Marks("march.digest"), links.Select(link => link.Range));
            Assert.Equal(targets, links.Select(link => link.Target.AbsoluteUri));
        }
    }
}
