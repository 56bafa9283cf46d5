using System.Buffers;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>Computes a paper's facts from its syntax.</summary>
internal static class PaperFactsReader
{
    public static PaperFacts Compute(PaperSyntax paper) =>
        PaperFacts.Compute(Utf8Of(paper.Title), Utf8Of(paper.Abstract), IdentifiersOf(paper));

    private static ReadOnlySpan<byte> Utf8Of(TitleSyntax? title) => title is null ? [] : Utf8Of(title, title.Text);

    private static ReadOnlySpan<byte> Utf8Of(AbstractSyntax? text) => text is null ? [] : Utf8Of(text.Paragraphs.First(), text.Text);

    private static ReadOnlySpan<byte> Utf8Of(BlockSyntax block, string text)
    {
        // Text on one line is copied as it stands; only joined lines need the detour over a string.
        if (text.Length != block.TextSpan.Length)
        {
            return Wtf8.Encode(text);
        }
        var bytes = new ArrayBufferWriter<byte>(text.Length + 16);
        block.Tree.Text.CopyUtf8To(block.TextSpan, bytes);
        return bytes.WrittenSpan;
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
