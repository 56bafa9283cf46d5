using System.Buffers;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>Finds a paper's terms from its syntax.</summary>
public static class PaperTermsReader
{
    /// <summary>The terms of the paper that a walk is at, found once for its text and kept with it; positions count from its head.</summary>
    public static PaperTerms Of(PaperWalk paper) => paper.GetOrAttach(Compute);

    /// <summary>The terms of a paper, found once for its text and kept with it; positions count from its head.</summary>
    public static PaperTerms Of(PaperSyntax paper) => paper.GetOrAttach(Compute);

    private static PaperTerms Compute(PaperSyntax paper)
    {
        var start = paper.HeadSpan.Start;
        var title = (paper.Title?.TextSpan ?? new(start, 0)).Shift(-start);
        TextSpan[] paragraphs = paper.Abstract is { } text
            ? [.. text.Paragraphs.Select(paragraph => paragraph.TextSpan.Shift(-start))]
            : [];
        var length = paragraphs.Length > 0 ? paragraphs[^1].End : title.End;
        var buffer = ArrayPool<char>.Shared.Rent(length);
        try
        {
            paper.Tree.Text.CopyTo(start, buffer.AsSpan(0, length));
            return PaperTerms.Compute(buffer.AsSpan(0, length), title, paragraphs);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
