using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG1006: a title, its abstract or the next title follow each other without a blank line. The seam may lie between two papers,
/// so that no paper by itself can tell.
/// </summary>
public sealed class MissingBlankLineRule : IDigestRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG1006", "Title and abstract run together", RuleSeverity.Warning);

    /// <inheritdoc/>
    public void Analyze(DigestSyntax digest, ReportFinding report)
    {
        if (digest.Tree.GetDiagnostics().All(diagnostic => diagnostic.Fact != SyntaxFacts.MissingBlankLine))
        {
            return;
        }
        BlockSyntax? before = null;
        foreach (var block in digest.ChildNodes().SelectMany(Blocks))
        {
            // Two paragraphs are one abstract, and what stands between them is a matter of DG1005.
            if (
                before is { HasBlankLineAfter: false }
                && IsProse(before)
                && IsProse(block)
                && (before is TitleSyntax || block is TitleSyntax)
            )
            {
                var seam = WordSpans.Seam(digest.Tree.Text, before.Span, block.Span);
                report(seam, $"A blank line is missing between this {Name(before)} and the {Name(block)} below it", Part(before, block));
            }
            before = block;
        }
    }

    private static Repair Part(BlockSyntax before, BlockSyntax block)
    {
        var text = block.Tree.Text;
        return Repair.Replace(
            new(PaperChanges.LineStart(text, block.Span.Start), 0),
            PaperChanges.LineBreakNear(text, before.Span.End),
            "Insert a blank line"
        );
    }

    private static bool IsProse(BlockSyntax block) => block is TitleSyntax or ParagraphSyntax;

    private static string Name(BlockSyntax block) => block is TitleSyntax ? "title" : "abstract";

    private static IEnumerable<BlockSyntax> Blocks(SyntaxNode entry) =>
        entry is PaperSyntax paper
            ? (paper.Title is { } title ? [title] : Enumerable.Empty<BlockSyntax>()).Concat(paper.Abstract?.Paragraphs ?? [])
            : [(BlockSyntax)entry];
}
