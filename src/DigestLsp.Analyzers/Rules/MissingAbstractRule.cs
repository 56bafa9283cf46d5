using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG1003: a title that no abstract follows.</summary>
public sealed class MissingAbstractRule : IPaperRule
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
}
