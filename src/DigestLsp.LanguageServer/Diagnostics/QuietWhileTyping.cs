using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.LanguageServer;

/// <summary>
/// Holds findings back that a half-typed paper cannot help having. A paper is being typed when its content is not in the document
/// as it was before the typing began. What was shown of a paper already, stays.
/// </summary>
internal static class QuietWhileTyping
{
    /// <summary>The findings to show while a document is being typed in.</summary>
    /// <param name="found">All findings.</param>
    /// <param name="document">The document as it is.</param>
    /// <param name="before">The document as it was before the typing began.</param>
    /// <param name="shown">What is shown of it now.</param>
    public static ImmutableArray<Diagnostic> Filter(ImmutableArray<Diagnostic> found, Document document, Document before, Published? shown)
    {
        if (!found.Any(diagnostic => diagnostic.Descriptor.WaitsForRest))
        {
            return found;
        }
        var rested = before.GetOrAttach(Contents.Of).Known;
        var kept = shown?.Document is { } old && old.Papers.Length == document.Papers.Length ? ShownOf(old, shown.Diagnostics) : [];
        return found.RemoveAll(diagnostic =>
        {
            var paper = document.PaperAt(diagnostic.Span.Start);
            return diagnostic.Descriptor.WaitsForRest
                && paper >= 0
                && !rested.Contains(document.Papers[paper].Facts.Content)
                && !kept.Contains((diagnostic.Descriptor.Id, paper));
        });
    }

    private static HashSet<(string, int)> ShownOf(Document document, ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(diagnostic => (diagnostic.Descriptor.Id, document.PaperAt(diagnostic.Span.Start)))];

    private sealed record Contents(HashSet<Hash128> Known)
    {
        public static Contents Of(Document document) => new([.. document.Papers.Select(paper => paper.Facts.Content)]);
    }
}
