using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>A stretch that leads to a page.</summary>
/// <param name="Range">The stretch.</param>
/// <param name="Target">The page.</param>
public sealed record DocumentLink(LinePositionSpan Range, Uri Target);

/// <summary>Finds what leads out of a digest: addresses in titles and abstracts, and identifiers in metadata.</summary>
public static class DocumentLinks
{
    /// <summary>All links of a document, by place; none where its text can no longer be read.</summary>
    public static ImmutableArray<DocumentLink> Of(Document document, CancellationToken cancellation = default)
    {
        if (document.GetTree() is not { } tree)
        {
            return [];
        }
        var links = ImmutableArray.CreateBuilder<DocumentLink>();
        for (var paper = tree.Root.WalkPapers(); paper.MoveNext(); )
        {
            cancellation.ThrowIfCancellationRequested();
            // Only typing makes papers anew; the others are asked again and again by editors.
            foreach (var link in paper.GetOrAttach(PaperLinks.Of).Links)
            {
                links.Add(new(tree.Text.GetLinePositionSpan(link.Span.Shift(paper.Start)), link.Target));
            }
        }
        return links.DrainToImmutable();
    }

    /// <summary>The links of one paper, kept with it; their positions are relative to it.</summary>
    private sealed record PaperLinks(ImmutableArray<(TextSpan Span, Uri Target)> Links)
    {
        private static readonly PaperLinks None = new([]);

        public static PaperLinks Of(PaperSyntax paper)
        {
            var links = ImmutableArray.CreateBuilder<(TextSpan, Uri)>();
            foreach (var block in Blocks(paper))
            {
                AddProse(block, paper.FullSpan.Start, links);
                foreach (var metadata in block.Metadata)
                {
                    if (TargetOf(metadata) is { } target)
                    {
                        links.Add((metadata.ValueSpan.Shift(-paper.FullSpan.Start), target));
                    }
                }
            }
            return links.Count == 0 ? None : new(links.DrainToImmutable());
        }

        private static IEnumerable<BlockSyntax> Blocks(PaperSyntax paper) =>
            (paper.Title is { } title ? [title] : Enumerable.Empty<BlockSyntax>()).Concat(paper.Abstract?.Paragraphs ?? []);

        private static void AddProse(BlockSyntax block, int start, ImmutableArray<(TextSpan, Uri)>.Builder links)
        {
            var text = block.Tree.Text.ToString(block.TextSpan);
            foreach (var found in new ProtectedSpans(text))
            {
                if (found.Kind == ProtectedKind.Link && UriOf(text.Substring(found.Span.Start, found.Span.Length)) is { } target)
                {
                    links.Add((found.Span.Shift(block.TextSpan.Start - start), target));
                }
            }
        }

        /// <summary>The address of a link as prose writes it: a scheme may be missing, TeX may have escaped an underscore.</summary>
        private static Uri? UriOf(string link)
        {
            var address = link.Replace("\\", "", StringComparison.Ordinal);
            return
                Uri.TryCreate(
                    address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}",
                    UriKind.Absolute,
                    out var uri
                ) && uri.Scheme is "http" or "https"
                ? uri
                : null;
        }

        private static Uri? TargetOf(MetadataSyntax metadata) =>
            metadata.Key switch
            {
                "arxiv" when PaperIdentifiers.Create(metadata.Value, null).Arxiv is { } id => new($"https://arxiv.org/abs/{id}"),
                "doi" when PaperIdentifiers.Create(null, metadata.Value) is var ids && (ids.Doi ?? ids.Arxiv) is not null => ids.Doi
                    is { } doi
                    ? new($"https://doi.org/{doi}")
                    : new($"https://arxiv.org/abs/{ids.Arxiv}"),
                "url" => UriOf(metadata.Value),
                _ => null,
            };
    }
}
