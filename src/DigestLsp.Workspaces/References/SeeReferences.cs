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

    /// <summary>All cross-references of a digest, in order.</summary>
    public static ImmutableArray<SeeReference> Of(SyntaxTree tree)
    {
        var references = ImmutableArray.CreateBuilder<SeeReference>(0);
        for (var paper = tree.Root.WalkPapers(); paper.MoveNext<HasReferences>(); )
        {
            foreach (var reference in paper.GetOrAttach(Read)._references)
            {
                references.Add(reference with { Span = reference.Span.Shift(paper.Start), Paper = paper.Index });
            }
        }
        return references.DrainToImmutable();
    }

    /// <summary>Whether a digest has cross-references.</summary>
    public static bool AnyIn(SyntaxTree tree) => tree.Root.Any<HasReferences>();

    /// <summary>Reads them from a paper's metadata.</summary>
    private static SeeReferences Read(PaperSyntax paper)
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

    private readonly struct HasReferences : IPaperTrait
    {
        public static bool IsOf(PaperWalk paper) => paper.HasMetadata && !paper.GetOrAttach(Read)._references.IsEmpty;
    }
}
