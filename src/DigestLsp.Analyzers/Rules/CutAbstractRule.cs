using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG3001: an abstract that was cut. Evidence within the text is an ellipsis at the end, a last sentence that cannot end where
/// it does, or a bracket that never closes; evidence outside is a copy that goes on where this one stops. An abstract that ends
/// in a link, or merely lacks its period, is not cut.
/// </summary>
public sealed class CutAbstractRule : IPaperRule, ICopyRule, ICodeFixProvider
{
    /// <summary>How much of the end is read, in UTF-16 units: more than the longest sentence that matters.</summary>
    private const int TailLength = 600;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG3001", "Abstract cut at its end", RuleSeverity.Warning, WaitsForRest: true);

    /// <inheritdoc/>
    public void Analyze(PaperSyntax paper, ReportFinding report)
    {
        if (EndOf(paper) is { } end && WhyCut(paper, end) is { } why)
        {
            report(WordSpans.LastWord(paper.Tree.Text, end), $"This abstract is cut at its end: {why}");
        }
    }

    /// <inheritdoc/>
    public void Analyze(CopiedPaper paper, ReportCopyFinding report)
    {
        var longer = Longer(paper);
        if (
            !longer.Any()
            || paper.Place.GetSyntax() is not { } syntax
            || EndOf(syntax) is not { } end
            || WhyCut(syntax, end) is not null // said already
        )
        {
            return;
        }
        foreach (var copy in longer)
        {
            if (copy.Place.GetSyntax()?.Abstract is { } whole && AbstractEnding.IsCutFrom(syntax.Abstract!.Text, whole.Text))
            {
                var message = $"This abstract is cut at its end: it goes on in {CopyWording.Of(copy.Place, paper.Place.Document)}";
                report(WordSpans.LastWord(syntax.Tree.Text, end), message, [copy]);
                return;
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<CodeFix> GetFixes(FixContext context)
    {
        if (context is not { Copied: { } paper, Paper.Abstract.Text: { } text })
        {
            yield break;
        }
        // The longest is the whole, or the nearest to it.
        foreach (var copy in Longer(paper).OrderByDescending(copy => copy.Place.Paper.Facts.AbstractWordCount))
        {
            if (copy.Place.GetSyntax()?.Abstract is { } whole && AbstractEnding.IsCutFrom(text, whole.Text))
            {
                var title = $"Complete it from {CopyWording.Of(copy.Place, context.Place.Document)}";
                if (CopyFixes.Take(title, context.Place, copy.Place, PaperParts.Abstract, isForAll: true) is { } fix)
                {
                    yield return fix;
                    yield break;
                }
            }
        }
    }

    /// <summary>The copies that have more words, if this has any.</summary>
    private static IEnumerable<PaperCopy> Longer(CopiedPaper paper)
    {
        var words = paper.Place.Paper.Facts.AbstractWordCount;
        return paper.Copies.Where(copy =>
            words > 0 && copy.Match.Kind != DuplicateKind.Exact && copy.Place.Paper.Facts.AbstractWordCount > words
        );
    }

    /// <summary>The abstract's last paragraph, null where there is none.</summary>
    private static TextSpan? EndOf(PaperSyntax paper) => paper.Abstract?.LastParagraph.TextSpan is { IsEmpty: false } span ? span : null;

    private static string? WhyCut(PaperSyntax paper, TextSpan end)
    {
        Span<char> buffer = stackalloc char[TailLength];
        var tail = buffer[..Math.Min(end.Length, TailLength)];
        paper.Tree.Text.CopyTo(end.End - tail.Length, tail);
        return AbstractEnding.WhyCut(tail);
    }
}
