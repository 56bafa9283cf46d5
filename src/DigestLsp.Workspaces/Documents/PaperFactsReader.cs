using DigestLsp.Similarity;
using DigestLsp.Syntax;

namespace DigestLsp.Workspaces;

/// <summary>Computes a paper's facts from its syntax.</summary>
internal static class PaperFactsReader
{
    public static PaperFacts Compute(PaperSyntax paper)
    {
        var text = PaperUtf8.Of(paper);
        return PaperFacts.Compute(text.Title, text.Abstract, IdentifiersOf(paper));
    }

    private static PaperIdentifiers IdentifiersOf(PaperSyntax paper)
    {
        string? arxiv = null;
        string? doi = null;
        foreach (var metadata in paper.Metadata)
        {
            switch (metadata.Key)
            {
                case "arxiv":
                    arxiv ??= metadata.Value;
                    break;
                case "doi":
                    doi ??= metadata.Value;
                    break;
            }
        }
        return arxiv is null && doi is null ? default : PaperIdentifiers.Create(arxiv, doi);
    }
}
