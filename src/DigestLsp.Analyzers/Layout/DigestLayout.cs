using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>
/// The white space between the lines of a digest as it should be: one blank line between dates, papers, titles and abstracts, none
/// too many anywhere, no white space at either end of a line, and one kind of line end. Characters of text are never touched.
/// </summary>
public static class DigestLayout
{
    /// <summary>The changes that lay a digest out, by place; none of them changes what it holds.</summary>
    /// <param name="tree">The digest.</param>
    /// <param name="insertFinalLineEnd">Whether the last line is to have an end, too; else it stays as it is.</param>
    /// <param name="within">Only changes of white space of which a part lies in this stretch; null for all.</param>
    public static ImmutableArray<TextChange> ChangesOf(SyntaxTree tree, bool insertFinalLineEnd = false, TextSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var gaps = Gaps(tree, insertFinalLineEnd)
            .Where(gap => within is not { } span || (gap.Change.Span.Start < span.End && gap.Change.Span.End > span.Start))
            .ToList();
        // Where a blank line is put between lines, the parser may read them otherwise in a digest that is broken enough.
        ImmutableArray<TextChange> all = [.. gaps.Select(gap => gap.Change)];
        if (all.IsEmpty || HoldsTheSame(tree, all))
        {
            return all;
        }
        ImmutableArray<TextChange> safe =
        [
            .. gaps.Select(gap => !gap.Parts || HoldsTheSame(tree, [gap.Change]) ? gap.Change : gap.Tidy).OfType<TextChange>(),
        ];
        if (HoldsTheSame(tree, safe))
        {
            return safe;
        }
        ImmutableArray<TextChange> tidy = [.. gaps.Select(gap => gap.Parts ? gap.Tidy : gap.Change).OfType<TextChange>()];
        return HoldsTheSame(tree, tidy) ? tidy : [];
    }

    /// <summary>What is wrong before the first line and behind each.</summary>
    private static IEnumerable<Gap> Gaps(SyntaxTree tree, bool insertFinalLineEnd)
    {
        var text = tree.Text;
        var lines = Lines(tree.Root).ToList();
        var ending = LineEndingCounts.TextOf(UsualEnding(text, lines));
        for (var i = 0; i < lines.Count; i++)
        {
            var (token, kind, _) = lines[i];
            var leading = text.ToString(token.LeadingTrivia);
            // A byte order mark stays at the start of the file.
            var kept = token.FullSpan.Start == 0 && leading.StartsWith('\uFEFF') ? 1 : 0;
            if (leading.Length > kept)
            {
                yield return new(new(TextSpan.FromBounds(token.FullSpan.Start + kept, token.Span.Start), string.Empty));
            }
            var trailing = text.ToString(token.TrailingTrivia);
            var breaks = Breaks(trailing);
            var wanted =
                i + 1 == lines.Count
                    ? Math.Min(breaks + (insertFinalLineEnd ? 1 : 0), 1)
                    : Math.Max(Math.Min(breaks, 2), MustBeApart(kind, lines[i + 1]) ? 2 : 1);
            var gap = string.Concat(Enumerable.Repeat(ending, wanted));
            if (gap != trailing)
            {
                var parts = i + 1 < lines.Count && wanted > breaks;
                var same = string.Concat(Enumerable.Repeat(ending, breaks));
                yield return new(new(token.TrailingTrivia, gap), parts, parts && same != trailing ? new(token.TrailingTrivia, same) : null);
            }
        }
    }

    /// <summary>
    /// Whether a blank line stands between a line and the next one, which begins a block. Lines of a banner may stand together, and
    /// so may what belongs to no paper, and paragraphs.
    /// </summary>
    private static bool MustBeApart(SyntaxKind kind, Line next) =>
        next.IsFirst
        && (kind, next.Kind) is not ((SyntaxKind.Banner, SyntaxKind.Banner) or (SyntaxKind.SkippedText, _) or (_, SyntaxKind.SkippedText))
        && !(kind == SyntaxKind.Paragraph && next is { Kind: SyntaxKind.Paragraph });

    /// <summary>All lines with text, in order.</summary>
    private static IEnumerable<Line> Lines(DigestSyntax digest)
    {
        foreach (var entry in digest.ChildNodes())
        {
            var blocks = entry is PaperSyntax ? entry.ChildNodes().SelectMany(Blocks) : [entry];
            foreach (var block in blocks)
            {
                var isFirst = true;
                foreach (var token in block.DescendantTokens())
                {
                    yield return new(token, block.Kind, isFirst);
                    isFirst = false;
                }
            }
        }
    }

    private static IEnumerable<SyntaxNode> Blocks(SyntaxNode node) => node is AbstractSyntax text ? text.Paragraphs : [node];

    private static LineEnding UsualEnding(SourceText text, List<Line> lines)
    {
        var counts = default(LineEndingCounts);
        foreach (var line in lines)
        {
            LineGap.IsTidy(text.ToString(line.Token.TrailingTrivia), ref counts);
        }
        return counts.Usual;
    }

    private static int Breaks(ReadOnlySpan<char> gap)
    {
        var counts = default(LineEndingCounts);
        LineGap.IsTidy(gap, ref counts);
        return counts.Lf + counts.CrLf + counts.Cr;
    }

    /// <summary>Whether a digest reads the same after changes: the same papers, and the same lines between them.</summary>
    private static bool HoldsTheSame(SyntaxTree tree, ImmutableArray<TextChange> changes)
    {
        var after = tree.WithChanges([.. changes]);
        return PaperComparison.IsAsMeant(tree.Root, after.Root, ImmutableHashSet<int>.Empty, ImmutableHashSet<int>.Empty, (_, _) => false)
            && Shape(tree.Root).SequenceEqual(Shape(after.Root));
    }

    private static IEnumerable<(SyntaxKind Kind, string? Text)> Shape(DigestSyntax digest) =>
        digest.ChildNodes().Select(entry => (entry.Kind, (entry as BlockSyntax)?.Text));

    /// <summary>A line and the block that it is of.</summary>
    private readonly record struct Line(SyntaxToken Token, SyntaxKind Kind, bool IsFirst);

    /// <summary>A change between two lines.</summary>
    /// <param name="Change">The change.</param>
    /// <param name="Parts">Whether it puts a blank line where none stood.</param>
    /// <param name="Tidy">What is done where it may not: as many line ends as there are, of the usual kind; null where they are that.</param>
    private readonly record struct Gap(TextChange Change, bool Parts = false, TextChange? Tidy = null);
}
