using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG1004: an abstract that no title precedes.</summary>
public sealed class MissingTitleRule : IPaperRule, ICodeFixProvider
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG1004", "Abstract without title", RuleSeverity.Error, WaitsForRest: true);

    /// <inheritdoc/>
    public void Analyze(PaperSyntax paper, ReportFinding report)
    {
        if (paper.Facts.HasFlag(SyntaxFacts.AbstractWithoutTitle))
        {
            report(WordSpans.Beginning(paper.Tree.Text, paper.HeadSpan), "No title precedes this abstract");
        }
    }

    /// <inheritdoc/>
    public IEnumerable<CodeFix> GetFixes(FixContext context) => CopyFixes.TakeFromAny(context, PaperParts.Title).OfType<CodeFix>();
}
