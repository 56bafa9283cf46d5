using System.Collections.Immutable;
using DigestLsp.Analyzers;
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
        var (first, end) = document.PapersChangedSince(before);
        if (first == end)
        {
            return found;
        }
        // Hundreds of findings stand elsewhere, and look as they did: they are not asked for their papers.
        var (prefix, suffix) = shown is null ? (0, 0) : Published.CommonEnds(shown.Diagnostics, found);
        var from = document.Papers[first].Head.Start;
        var to = end < document.Papers.Length ? document.Papers[end].Head.Start : int.MaxValue;
        return [.. found[..prefix], .. found[prefix..^suffix].Where(MayBeShown), .. found[^suffix..]];

        bool MayBeShown(Diagnostic diagnostic) =>
            !diagnostic.Descriptor.WaitsForRest
            || diagnostic.Span.Start < from
            || diagnostic.Span.Start >= to
            || document.PaperAt(diagnostic.Span.Start) is var paper
                && (before.Holds(document.Papers[paper].Facts.Content) || WasShown(diagnostic.Descriptor, paper));

        bool WasShown(DiagnosticDescriptor rule, int paper) =>
            shown is { Document: { } known }
            && known.Papers.Length == document.Papers.Length
            && shown.Diagnostics.Any(diagnostic => diagnostic.Descriptor == rule && known.PaperAt(diagnostic.Span.Start) == paper);
    }
}
