using DigestLsp.Syntax;
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
                    $"A {(before.HasBlankLineAfter ? "blank line" : "line break")} splits this abstract; an abstract is one paragraph"
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
            report(span, $"This {what} is broken over {lines.Count} lines; it should be one");
        }
    }
}
