using DigestLsp.Parsing;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG1006: a title, its abstract or the next title follow each other without a blank line. The seam may lie between two papers,
/// so that no paper by itself can tell.
/// </summary>
public sealed class MissingBlankLineRule : IDigestRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG1006", "Title and abstract run together", RuleSeverity.Warning, HasRepair: true);

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
                report(
                    seam,
                    $"A blank line is missing between this {Name(before)} and the {Name(block)} below it",
                    InsertionAt(before, block)
                );
            }
            before = block;
        }
    }

    /// <summary>
    /// Doubles the line break between two blocks. A banner word that opens a block is taken for one only where it stands alone,
    /// and would be lost from its paper.
    /// </summary>
    private static Repair? InsertionAt(BlockSyntax before, BlockSyntax block)
    {
        var text = block.Tree.Text;
        if (BannerLines.IsBanner(Wtf8.Encode(text.ToString(block.ChildTokens().First().Span))))
        {
            return null;
        }
        var gap = text.ToString(TextSpan.FromBounds(before.Span.End, block.Span.Start));
        var start = gap.AsSpan().IndexOfAny('\r', '\n');
        var length = gap.AsSpan(start).StartsWith("\r\n") ? 2 : 1;
        var at = new TextSpan(before.Span.End + start + length, 0);
        return Repair.Replace(at, gap.Substring(start, length), "Insert a blank line");
    }

    private static bool IsProse(BlockSyntax block) => block is TitleSyntax or ParagraphSyntax;

    private static string Name(BlockSyntax block) => block is TitleSyntax ? "title" : "abstract";

    private static IEnumerable<BlockSyntax> Blocks(SyntaxNode entry) =>
        entry is PaperSyntax paper
            ? (paper.Title is { } title ? [title] : Enumerable.Empty<BlockSyntax>()).Concat(paper.Abstract?.Paragraphs ?? [])
            : [(BlockSyntax)entry];
}
