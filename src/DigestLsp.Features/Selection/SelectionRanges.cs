using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Widens a selection step by step: word, sentence, title or abstract, paper, section, file.</summary>
public static class SelectionRanges
{
    /// <summary>
    /// The stretches around a position, each within the next and none twice. Where there is no text to be had, the position itself.
    /// </summary>
    public static ImmutableArray<LinePositionSpan> At(Document document, LinePosition position)
    {
        if (document.GetTree() is not { } tree)
        {
            return [new(position, position)];
        }
        var caret = tree.Text.GetPosition(position);
        var ranges = ImmutableArray.CreateBuilder<LinePositionSpan>();
        var last = new TextSpan(caret, 0);
        foreach (var span in Around(tree.Root, caret).Append(new(0, tree.Text.Length)))
        {
            // Empty at the start: between words there is no word.
            if (span.Start <= last.Start && span.End >= last.End && span.Length > last.Length)
            {
                ranges.Add(tree.Text.GetLinePositionSpan(span));
                last = span;
            }
        }
        return ranges.Count == 0 ? [new(position, position)] : ranges.DrainToImmutable();
    }

    private static IEnumerable<TextSpan> Around(DigestSyntax digest, int caret)
    {
        if (digest.FindEntry(caret) is not { } entry)
        {
            yield break;
        }
        if (Blocks(entry).FirstOrDefault(block => block.Span.Touches(caret)) is { } block)
        {
            foreach (var span in Within(block, caret))
            {
                yield return span;
            }
            yield return block.Span;
        }
        if (entry is PaperSyntax paper)
        {
            yield return (paper.Title is { } title && title.Span.Touches(caret) ? title.Span : paper.Abstract?.Span) ?? default;
        }
        if (entry.Span.Touches(caret))
        {
            yield return entry.Span;
        }
        if (Section(digest, entry) is { } section)
        {
            yield return section;
        }
    }

    private static IEnumerable<BlockSyntax> Blocks(SyntaxNode entry) =>
        entry switch
        {
            BlockSyntax line => [line],
            PaperSyntax { Title: { } title, Abstract: var text } => (text?.Paragraphs ?? []).Prepend<BlockSyntax>(title),
            PaperSyntax { Abstract: { } text } => text.Paragraphs,
            _ => [],
        };

    private static IEnumerable<TextSpan> Within(BlockSyntax block, int caret)
    {
        if (block.Metadata.FirstOrDefault(metadata => metadata.Span.Touches(caret)) is { } metadata)
        {
            yield return Word(block, metadata.Span, caret);
            yield return metadata.KeySpan.Touches(caret) ? metadata.KeySpan : metadata.ValueSpan;
            yield return metadata.Span;
        }
        else if (block.TextSpan.Touches(caret))
        {
            yield return Word(block, block.TextSpan, caret);
            yield return Sentences.At(block.Tree.Text.ToString(block.TextSpan), caret - block.TextSpan.Start).Shift(block.TextSpan.Start);
            yield return block.TextSpan;
        }
    }

    private static TextSpan Word(BlockSyntax block, TextSpan within, int caret)
    {
        var text = block.Tree.Text.ToString(within);
        var start = caret - within.Start;
        var end = start;
        while (start > 0 && IsWord(text, start - 1))
        {
            start--;
        }
        while (end < text.Length && IsWord(text, end))
        {
            end++;
        }
        return new(within.Start + start, end - start);
    }

    /// <summary>Letters and digits, and what joins them within a word.</summary>
    private static bool IsWord(string text, int index) =>
        char.IsLetterOrDigit(text[index])
        || char.IsSurrogate(text[index])
        || char.GetUnicodeCategory(text[index]) is System.Globalization.UnicodeCategory.NonSpacingMark
        || (
            text[index] is '-' or '\'' or '’' or '_'
            && index > 0
            && index + 1 < text.Length
            && char.IsLetterOrDigit(text[index - 1])
            && char.IsLetterOrDigit(text[index + 1])
        );

    /// <summary>From the date line above an entry, or the entry itself where it is one, to the end of what stands before the next.</summary>
    private static TextSpan? Section(DigestSyntax digest, SyntaxNode entry)
    {
        DateLineSyntax? date = null;
        foreach (var line in digest.DateLines)
        {
            if (line.FullSpan.Start > entry.FullSpan.Start)
            {
                return date is null ? null : TextSpan.FromBounds(date.Span.Start, digest.FindEntry(line.FullSpan.Start - 1)!.Span.End);
            }
            date = line;
        }
        return date is null ? null : TextSpan.FromBounds(date.Span.Start, digest.FindEntry(digest.FullSpan.End)!.Span.End);
    }
}
