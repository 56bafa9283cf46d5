using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>Counts the words of a paper for ranking.</summary>
public static class PaperWordsReader
{
    /// <summary>The words of a paper's title and abstract.</summary>
    public static PaperWords GetWords(this PaperSyntax paper) =>
        PaperWords.Compute(Wtf8.Encode(paper.Title?.Text ?? ""), Wtf8.Encode(paper.Abstract?.Text ?? ""));
}
