using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>A paper's place in its document.</summary>
/// <param name="Facts">What duplicates are found by; one value for all papers with the same content in the same tree.</param>
/// <param name="Head">The title or, where that is missing, the abstract's first line.</param>
public readonly record struct DocumentPaper(PaperFacts Facts, TextSpan Head);
