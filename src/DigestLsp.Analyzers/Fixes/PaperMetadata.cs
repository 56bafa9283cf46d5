using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>What the metadata lines of a paper say, as far as whoever removes the paper must ask.</summary>
/// <param name="Lines">Each line, key and value, as a hash.</param>
internal sealed record PaperMetadata(ImmutableArray<Hash128> Lines)
{
    private static readonly PaperMetadata None = new([]);

    /// <summary>The metadata of a paper; computed once for its text.</summary>
    public static PaperMetadata Of(PaperSyntax paper) => paper.GetOrAttach(Compute);

    /// <summary>The metadata of a paper of a document, known of closed documents too.</summary>
    public static PaperMetadata Of(PaperPlace place) => OfDocument.Of(place.Document).Papers.GetValueOrDefault(place.Index, None);

    /// <summary>Computes what a closed document must keep, while its text is at hand.</summary>
    public static void Prepare(Document document) => OfDocument.Of(document);

    /// <summary>Whether nothing that this says is missing from another paper's metadata.</summary>
    public bool IsWithin(PaperMetadata other) => Lines.All(line => other.Lines.Contains(line));

    /// <summary>One line as it is compared.</summary>
    public static Hash128 LineKey(MetadataSyntax line) => Hash128.Of(Wtf8.Encode($"{line.Key}:{line.Value}"));

    private static PaperMetadata Compute(PaperSyntax paper)
    {
        ImmutableArray<Hash128> lines = [.. paper.Metadata.Select(LineKey)];
        return lines.IsEmpty ? None : new(lines);
    }

    /// <summary>What is kept with a document: of the few papers that have metadata.</summary>
    internal sealed record OfDocument(ImmutableDictionary<int, PaperMetadata> Papers)
    {
        private static readonly OfDocument Nothing = new(ImmutableDictionary<int, PaperMetadata>.Empty);

        public static OfDocument Of(Document document) => document.GetOrAttach(Compute);

        private static OfDocument Compute(Document document)
        {
            if (document.GetTree() is not { } tree)
            {
                return Nothing;
            }
            var papers = ImmutableDictionary.CreateBuilder<int, PaperMetadata>();
            var index = 0;
            for (var paper = tree.Root.WalkPapers(); paper.MoveNext(); index++)
            {
                var metadata = paper.GetOrAttach(PaperMetadata.Compute);
                if (!metadata.Lines.IsEmpty)
                {
                    papers.Add(index, metadata);
                }
            }
            return papers.Count == 0 ? Nothing : new(papers.ToImmutable());
        }
    }
}
