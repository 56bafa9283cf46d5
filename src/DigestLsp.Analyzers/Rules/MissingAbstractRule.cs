using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG1003: a title that no abstract follows.</summary>
public sealed class MissingAbstractRule : IPaperRule, ICodeFixProvider
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG1003", "Title without abstract", RuleSeverity.Error, WaitsForRest: true);

    /// <inheritdoc/>
    public void Analyze(PaperSyntax paper, ReportFinding report)
    {
        if (paper.Facts.HasFlag(SyntaxFacts.TitleWithoutAbstract))
        {
            report(paper.HeadSpan, "No abstract follows this title");
        }
    }

    /// <inheritdoc/>
    public IEnumerable<CodeFix> GetFixes(FixContext context) =>
        CopyFixes
            .TakeFromAny(context, PaperParts.Abstract)
            .Append(CopyFixes.RemoveOnly(context.Snapshot, context.Place, "Remove this title"))
            .OfType<CodeFix>();
}
