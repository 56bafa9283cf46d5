using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG1004: an abstract that no title precedes.</summary>
public sealed class MissingTitleRule : IPaperRule, ICodeFixProvider
{
    /// <summary>The most that is underlined, in UTF-16 units: an abstract underlined whole says no more than its beginning.</summary>
    private const int Underlined = 120;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG1004", "Abstract without title", RuleSeverity.Error, WaitsForRest: true);

    /// <inheritdoc/>
    public void Analyze(PaperSyntax paper, ReportFinding report)
    {
        if (paper.Facts.HasFlag(SyntaxFacts.AbstractWithoutTitle))
        {
            report(Beginning(paper), "No title precedes this abstract");
        }
    }

    /// <summary>The first sentence or, where that is long, its first words.</summary>
    private static TextSpan Beginning(PaperSyntax paper)
    {
        var span = paper.HeadSpan;
        if (span.Length <= Underlined)
        {
            return span;
        }
        var text = paper.Tree.Text.ToString(new TextSpan(span.Start, Underlined + 1));
        var sentence = text.IndexOf(". ", StringComparison.Ordinal);
        return new(span.Start, sentence > 0 ? sentence + 1 : Excerpt.CutAt(text, Underlined));
    }

    /// <inheritdoc/>
    public IEnumerable<CodeFix> GetFixes(FixContext context) => CopyFixes.TakeFromAny(context, PaperParts.Title).OfType<CodeFix>();
}
