using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;
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
            Add(new(tree.Text.GetLinePosition(banner[0].Span.Start), tree.Text.GetLinePosition(banner[^1].Span.End)));
        }
        foreach (var symbol in DocumentSymbols.Of(document))
        {
            Add(symbol.Range);
            foreach (var paper in symbol.Children)
            {
                Add(paper.Range);
            }
        }
        return ranges.DrainToImmutable();

        void Add(LinePositionSpan lines)
        {
            if (lines.End.Line > lines.Start.Line)
            {
                ranges.Add(new(lines.Start.Line, lines.End.Line));
            }
        }
    }
}
