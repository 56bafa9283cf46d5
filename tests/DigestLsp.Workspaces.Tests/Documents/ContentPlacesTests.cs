using DigestLsp.Syntax;
using DigestLsp.Text;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Workspaces.Tests.Documents;

/// <summary>Where a content stands in a document, found through whatever was edited before.</summary>
public sealed class ContentPlacesTests
{
    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 5)]
    [InlineData(3, 300)]
    public void After_any_edits_the_places_are_those_that_looking_at_every_paper_gives(int seed, int papers)
    {
        var random = new Random(seed);
        var document = Document.Open(
            "a",
            0,
            SyntaxTree.Parse(SourceText.From(string.Concat(Enumerable.Range(0, papers).Select(_ => Paper()))))
        );
        for (var edit = 1; edit <= 400; edit++)
        {
            // Some versions are never asked, as when somebody types faster than findings are computed.
            if (random.Next(3) > 0)
            {
                Check(document);
            }
            document = Document.Open("a", edit, document.GetTree()!.WithChanges(Change(document)), document);
        }
        Check(document);

        TextChange Change(Document document)
        {
            var count = document.Papers.Length;
            var first = random.Next(count + 1);
            var last = Math.Min(count, first + random.Next(random.Next(8) == 0 ? 30 : 2));
            var (start, end) = (StartOf(document, first), StartOf(document, last));
            return new(TextSpan.FromBounds(start, end), string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => Paper())));
        }

        string Paper() => $"The Bells of Tower {random.Next(12)}\n\n{Owls}\n\n";
    }

    private static int StartOf(Document document, int paper) =>
        paper < document.Papers.Length ? document.Papers[paper].Head.Start : document.GetTree()!.Text.Length;

    private static void Check(Document document)
    {
        var byContent = document
            .Papers.Select((paper, i) => (paper.Facts.Content, Index: i))
            .ToLookup(paper => paper.Content, paper => paper.Index);
        foreach (var content in byContent)
        {
            Assert.Equal(content, document.PlacesOf(content.Key));
            Assert.True(document.Holds(content.Key));
        }
        Assert.False(document.Holds(default));
    }
}
