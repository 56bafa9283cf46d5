using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Lines that can be folded away under the first of them; both from 0.</summary>
/// <param name="StartLine">The line that stays.</param>
/// <param name="EndLine">The last line that goes.</param>
public readonly record struct FoldingRange(int StartLine, int EndLine);

/// <summary>Folds the banner, sections and papers.</summary>
public static class FoldingRanges
{
    /// <summary>The ranges of a document, outer ones before those inside them.</summary>
    public static ImmutableArray<FoldingRange> Of(Document document)
    {
        if (document.GetTree() is not { } tree)
        {
            return [];
        }
        var ranges = ImmutableArray.CreateBuilder<FoldingRange>();
        var banner = tree.Root.ChildNodes().TakeWhile(node => node is BannerSyntax).ToList();
        if (banner.Count > 0)
        {
            Add(banner[0], banner[^1]);
        }
        foreach (var section in tree.Root.Sections())
        {
            if (section.DateLine is { } date && section.Papers.Count > 0)
            {
                Add(date, section.Papers[^1]);
            }
            foreach (var paper in section.Papers)
            {
                Add(paper, paper);
            }
        }
        return ranges.DrainToImmutable();

        void Add(SyntaxNode first, SyntaxNode last)
        {
            var start = tree.Text.GetLinePosition(first.Span.Start).Line;
            var end = tree.Text.GetLinePosition(last.Span.End).Line;
            if (end > start)
            {
                ranges.Add(new(start, end));
            }
        }
    }
}
