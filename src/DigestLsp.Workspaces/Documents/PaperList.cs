using System.Collections.Immutable;
using DigestLsp.Syntax;

namespace DigestLsp.Workspaces;

/// <summary>The papers of a digest and what they refer to, read from its tree.</summary>
/// <param name="Papers">In order.</param>
/// <param name="References">In order.</param>
internal readonly record struct PaperList(ImmutableArray<DocumentPaper> Papers, ImmutableArray<SeeReference> References)
{
    /// <summary>Reads all papers. Facts that are attached to the tree are not computed again.</summary>
    public static PaperList Of(SyntaxTree tree)
    {
        var papers = ImmutableArray.CreateBuilder<DocumentPaper>(tree.PaperCount);
        var references = ImmutableArray.CreateBuilder<SeeReference>(0);
        for (var paper = tree.Root.WalkPapers(); paper.MoveNext(); )
        {
            if (paper.HasMetadata)
            {
                paper.GetOrAttach(SeeReferences.Of).AddTo(paper.Start, papers.Count, references);
            }
            papers.Add(new(paper.GetOrAttach(PaperFactsReader.Compute), paper.HeadSpan));
        }
        return new(papers.MoveToImmutable(), references.DrainToImmutable());
    }
}
