using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG1006: a title, its abstract or the next title follow each other without a blank line.</summary>
public sealed class MissingBlankLineRule : Rule, IDigestRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } = new("DG1006", "Title and abstract run together", RuleSeverity.Warning);

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
            if (before is { HasBlankLineAfter: false } and (TitleSyntax or ParagraphSyntax) && block is TitleSyntax or ParagraphSyntax)
            {
                var seam = WordSpans.Seam(digest.Tree.Text, before.Span, block.Span);
                report(seam, $"A blank line is missing between this {Name(before)} and the {Name(block)} below it");
            }
            before = block;
        }
    }

    private static string Name(BlockSyntax block) => block is TitleSyntax ? "title" : "abstract";

    private static IEnumerable<BlockSyntax> Blocks(SyntaxNode entry) =>
        entry is PaperSyntax paper
            ? (paper.Title is { } title ? [title] : Enumerable.Empty<BlockSyntax>()).Concat(paper.Abstract?.Paragraphs ?? [])
            : [(BlockSyntax)entry];
}
