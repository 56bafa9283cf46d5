using DigestLsp.Similarity;
using DigestLsp.Syntax;

namespace DigestLsp.Workspaces;

/// <summary>Counts the words of a paper for ranking.</summary>
public static class PaperWordsReader
{
    /// <summary>The words of a paper's title and abstract.</summary>
    public static PaperWords GetWords(this PaperSyntax paper)
    {
        var text = PaperUtf8.Of(paper);
        return PaperWords.Compute(text.Title, text.Abstract);
    }
}
