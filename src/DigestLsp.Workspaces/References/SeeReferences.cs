using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>The cross-references of one paper, kept with it; their positions are relative to it.</summary>
internal sealed class SeeReferences
{
    private static readonly SeeReferences None = new([]);

    private readonly ImmutableArray<SeeReference> _references;

    private SeeReferences(ImmutableArray<SeeReference> references) => _references = references;

    /// <summary>Reads them from a paper's metadata.</summary>
    public static SeeReferences Of(PaperSyntax paper)
    {
        var references = ImmutableArray.CreateBuilder<SeeReference>();
        foreach (var metadata in paper.Metadata)
        {
            if (metadata.Key == "see" && metadata.Value is { Length: > 0 } title)
            {
                var span = metadata.ValueSpan.Shift(-paper.FullSpan.Start);
                references.Add(new(span, title, FactsOf(title), 0, ((BlockSyntax)metadata.Parent!).IsMetadataCertain));
            }
        }
        return references.Count == 0 ? None : new(references.DrainToImmutable());
    }

    /// <summary>The facts of a paper of which only the title is known.</summary>
    public static PaperFacts FactsOf(string title) => PaperFacts.Compute(Wtf8.Encode(title), []);

    /// <summary>Adds them as references of a paper in a document.</summary>
    /// <param name="start">The paper's start.</param>
    /// <param name="paper">The paper's index.</param>
    /// <param name="references">To which they are added.</param>
    public void AddTo(int start, int paper, ImmutableArray<SeeReference>.Builder references)
    {
        foreach (var reference in _references)
        {
            references.Add(reference with { Span = reference.Span.Shift(start), Paper = paper });
        }
    }
}
