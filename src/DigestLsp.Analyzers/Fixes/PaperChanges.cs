using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>
/// The changes that put text into papers and take papers out. New lines end as the lines around them do, and metadata lines stay
/// where they are.
/// </summary>
internal static class PaperChanges
{
    /// <summary>Takes out papers, with the blank lines that belong to them.</summary>
    /// <param name="root">The digest.</param>
    /// <param name="papers">Their numbers, from 0.</param>
    public static ImmutableArray<TextChange> Remove(DigestSyntax root, IReadOnlySet<int> papers)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        SyntaxNode? before = null;
        SyntaxNode? first = null;
        SyntaxNode? last = null;
        var index = 0;
        foreach (var entry in root.ChildNodes())
        {
            if (entry is PaperSyntax && papers.Contains(index++))
            {
                first ??= entry;
                last = entry;
                continue;
            }
            Flush(isLast: false);
            before = entry;
        }
        Flush(isLast: true);
        return changes.DrainToImmutable();

        void Flush(bool isLast)
        {
            if (first is not null)
            {
                changes.Add(new(SpanOfRun(root.Tree.Text, before, first, last!, isLast), string.Empty));
            }
            first = null;
        }
    }

    /// <summary>Writes a title in place of the one that a paper has, or above an abstract that has none.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="title">One line.</param>
    public static ImmutableArray<TextChange> WriteTitle(PaperSyntax paper, string title)
    {
        if (paper.Title is { } old)
        {
            return [new(old.TextSpan, title)];
        }
        var text = paper.Tree.Text;
        var start = LineStart(text, paper.Span.Start);
        var lineBreak = LineBreakNear(text, start);
        return [new(new(start, 0), title + lineBreak + lineBreak)];
    }

    /// <summary>Writes an abstract in place of the one that a paper has, or under a title that has none.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="summary">One line.</param>
    /// <returns>Nothing where metadata lines stand amid the old abstract.</returns>
    public static ImmutableArray<TextChange> WriteAbstract(PaperSyntax paper, string summary)
    {
        if (paper.Abstract is not { } old)
        {
            var title = paper.Title!;
            var text = paper.Tree.Text;
            var end = LineEnd(text, title.Span.End);
            var lineBreak = LineBreakNear(text, end);
            var isGlued = !title.HasBlankLineAfter;
            return [new(new(end, 0), lineBreak + lineBreak + summary + (isGlued ? lineBreak : string.Empty))];
        }
        var paragraphs = old.Paragraphs.ToList();
        return paragraphs.SkipLast(1).Any(paragraph => paragraph.Metadata.Any())
            ? []
            : [new(TextSpan.FromBounds(paragraphs[0].TextSpan.Start, paragraphs[^1].TextSpan.End), summary)];
    }

    /// <summary>Adds metadata lines at the end of a paper.</summary>
    public static ImmutableArray<TextChange> AddMetadata(PaperSyntax paper, IEnumerable<string> lines)
    {
        var text = paper.Tree.Text;
        var end = LineEnd(text, paper.Span.End);
        var lineBreak = LineBreakNear(text, end);
        return [new(new(end, 0), string.Concat(lines.Select(line => lineBreak + line)))];
    }

    /// <summary>How the line at a position ends or, where it is the last, the one before it; LF where there is but one line.</summary>
    public static string LineBreakNear(SourceText text, int position)
    {
        var line = text.GetLinePosition(position).Line;
        line = line + 1 < text.LineCount ? line : line - 1;
        return line < 0 ? "\n" : text.ToString(TextSpan.FromBounds(text.GetLineSpan(line).End, text.GetLineStart(line + 1)));
    }

    /// <summary>Where the line at a position begins.</summary>
    public static int LineStart(SourceText text, int position) => text.GetLineStart(text.GetLinePosition(position).Line);

    private static int LineEnd(SourceText text, int position) => text.GetLineSpan(text.GetLinePosition(position).Line).End;

    /// <summary>A run of papers with as many blank lines as leave those around it as far apart as they were.</summary>
    private static TextSpan SpanOfRun(SourceText text, SyntaxNode? before, SyntaxNode first, SyntaxNode last, bool isLast)
    {
        if (before is null)
        {
            return TextSpan.FromBounds(first.FullSpan.Start, last.FullSpan.End);
        }
        if (isLast)
        {
            // The file ends as it did: with a line break, several, or none.
            return TextSpan.FromBounds(LineEnd(text, before.Span.End), LineEnd(text, last.Span.End));
        }
        return LastBlock(before).HasBlankLineAfter
            ? TextSpan.FromBounds(first.FullSpan.Start, last.FullSpan.End)
            // Only the blank line after the run parts what then stands side by side.
            : TextSpan.FromBounds(LineStart(text, first.Span.Start), text.GetLineStart(text.GetLinePosition(last.Span.End).Line + 1));
    }

    private static BlockSyntax LastBlock(SyntaxNode entry) =>
        entry is PaperSyntax paper ? paper.Abstract?.LastParagraph ?? (BlockSyntax)paper.Title! : (BlockSyntax)entry;
}
