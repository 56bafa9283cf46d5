using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG3001: an abstract that was cut. Evidence within the text is an ellipsis at the end, a last sentence that cannot end where
/// it does, or a bracket or formula that never closes; evidence outside is a copy that goes on where this one stops. An
/// abstract that ends in a link, or merely lacks its period, is not cut.
/// </summary>
public sealed class CutAbstractRule : Rule, IPaperRule, ICopyRule
{
    /// <summary>How much of the end is read, in UTF-16 units: more than the longest sentence that matters.</summary>
    private const int TailLength = 600;

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } =
        new("DG3001", "Abstract cut at its end", RuleSeverity.Warning, WaitsForRest: true);

    /// <inheritdoc/>
    public void Analyze(PaperSyntax paper, ReportFinding report)
    {
        if (paper.Abstract?.Paragraphs.Last().TextSpan is not { IsEmpty: false } span)
        {
            return;
        }
        var tail = paper.Tree.Text.ToString(TextSpan.FromBounds(Math.Max(span.Start, span.End - TailLength), span.End));
        if (AbstractEnding.WhyCut(tail) is { } why)
        {
            report(WordSpans.LastWord(paper.Tree.Text, span), $"This abstract is cut at its end: {why}");
        }
    }

    /// <inheritdoc/>
    public void Analyze(CopiedPaper paper, ReportCopyFinding report)
    {
        var words = paper.Place.Paper.Facts.AbstractWordCount;
        var longer = paper.Copies.Where(copy => copy.Match.Kind != DuplicateKind.Exact && copy.Place.Paper.Facts.AbstractWordCount > words);
        if (words == 0 || !longer.Any() || paper.GetSyntax() is not { Abstract: { } text } syntax)
        {
            return;
        }
        var end = syntax.Abstract!.Paragraphs.Last().TextSpan;
        var tail = syntax.Tree.Text.ToString(TextSpan.FromBounds(Math.Max(end.Start, end.End - TailLength), end.End));
        if (AbstractEnding.WhyCut(tail) is not null)
        {
            return; // said already
        }
        foreach (var copy in longer)
        {
            if (copy.Place.GetSyntax()?.Abstract is { } whole && AbstractEnding.GoesOnIn(text.Text, whole.Text))
            {
                var message = $"This abstract is cut at its end: it goes on in {CopyWording.Of(copy.Place)}";
                report(WordSpans.LastWord(syntax.Tree.Text, end), message, [copy]);
                return;
            }
        }
    }
}
