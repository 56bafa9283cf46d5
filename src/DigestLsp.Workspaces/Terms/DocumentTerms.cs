using System.Collections.Immutable;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>The terms of a document's papers. Kept with the document, so that a closed one needs no text.</summary>
public sealed class DocumentTerms
{
    internal DocumentTerms(ImmutableArray<PaperTerms> papers) => Papers = papers;

    /// <summary>The terms of each paper, in the order of <see cref="Document.Papers"/>; positions count from a paper's head.</summary>
    public ImmutableArray<PaperTerms> Papers { get; }

    /// <summary>The terms of a document, found once; none where its text is no longer to be had.</summary>
    public static DocumentTerms Of(Document document) => document.GetOrAttach(Compute);

    private static DocumentTerms Compute(Document document)
    {
        var papers = ImmutableArray.CreateBuilder<PaperTerms>(document.Papers.Length);
        if (document.GetTree() is { } tree)
        {
            for (var paper = tree.Root.WalkPapers(); paper.MoveNext(); )
            {
                papers.Add(PaperTermsReader.Of(paper));
            }
        }
        while (papers.Count < document.Papers.Length)
        {
            papers.Add(PaperTerms.Empty);
        }
        return new(papers.DrainToImmutable());
    }
}
