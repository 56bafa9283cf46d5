using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG1005: a title or an abstract broken over lines, or an abstract split into paragraphs.</summary>
public sealed class BrokenParagraphRule : IPaperRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG1005", "Abstract split over paragraphs or lines", RuleSeverity.Warning);

    /// <inheritdoc/>
    public void Analyze(PaperSyntax paper, ReportFinding report)
    {
        if ((paper.Facts & (SyntaxFacts.SplitAbstract | SyntaxFacts.HardWrapped)) == 0)
        {
            return;
        }
        if (paper.Title is { } title)
        {
            ReportWrapped(title, "title", report);
        }
        ParagraphSyntax? before = null;
        foreach (var paragraph in paper.Abstract?.Paragraphs ?? [])
        {
            if (before is not null)
            {
                report(
                    WordSpans.Seam(paper.Tree.Text, before.Span, paragraph.Span),
                    $"A {(before.HasBlankLineAfter ? "blank line" : "line break")} splits this abstract; an abstract is one paragraph",
                    JoinParagraphs(before, paragraph)
                );
            }
            ReportWrapped(paragraph, "abstract", report);
            before = paragraph;
        }
    }

    private static void ReportWrapped(BlockSyntax block, string what, ReportFinding report)
    {
        var lines = block.ChildTokens().Select(token => token.Span).ToList();
        if (lines.Count > 1)
        {
            var span = WordSpans.Seam(block.Tree.Text, lines[0], lines[^1]);
            report(span, $"This {what} is broken over {lines.Count} lines; it should be one", JoinLines(block.Tree.Text, lines));
        }
    }

    /// <summary>Puts spaces for the line breaks. Where a hyphen ends a line, the word may go on or be a compound: somebody must look.</summary>
    private static Repair JoinLines(SourceText text, List<TextSpan> lines)
    {
        var breaks = lines.Zip(lines.Skip(1), (before, after) => Join(text, before.End, after.Start)).ToImmutableArray();
        return new($"Join the {lines.Count} lines", breaks, IsSafe: breaks.All(change => change.NewText.Length > 0));
    }

    /// <summary>A blank line may be meant to part two papers; metadata lines between would get into the middle of the text.</summary>
    private static Repair? JoinParagraphs(ParagraphSyntax before, ParagraphSyntax after) =>
        before.Metadata.Any()
            ? null
            : new("Join the paragraphs", [Join(before.Tree.Text, before.TextSpan.End, after.TextSpan.Start)], IsSafe: false);

    private static TextChange Join(SourceText text, int end, int start)
    {
        var hasHyphen = text.ToString(new(end - 1, 1)) == "-" && end > 1 && char.IsLetter(text.ToString(new(end - 2, 1))[0]);
        return new(TextSpan.FromBounds(end, start), hasHyphen ? string.Empty : " ");
    }
}
