using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG3005: TeX that was left in prose – commands, escapes, accents, ties, quotation marks, dashes, and formulas that lost their
/// dollars or their backslashes. Formulas between their delimiters are none, and neither is what plain text writes that way too.
/// </summary>
public sealed class TexResidueRule : IProseRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG3005", "TeX left in prose", RuleSeverity.Suggestion, HasRepair: true);

    /// <summary>All: words that lost their backslash have no characters of their own. The scanner looks for what it needs first.</summary>
    public CharacterPairs Triggers => CharacterPairs.All;

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        var text = prose.Text;
        if (!TexScanner.MayFind(text))
        {
            return;
        }
        var scanner = new TexScanner(text);
        try
        {
            Analyze(text, ref scanner, report);
        }
        finally
        {
            scanner.Dispose();
        }
    }

    /// <summary>Reports what a scanner finds.</summary>
    internal static void Analyze(ReadOnlySpan<char> text, ref TexScanner scanner, ReportFinding report)
    {
        var group = new TexGroup(text);
        while (scanner.MoveNext())
        {
            var residue = scanner.Current;
            if (residue.Kind == TexKind.Quotes)
            {
                // They are judged apart from what they enclose.
                var quotes = new TexGroup(text);
                quotes.Open(residue);
                Report(text, quotes, residue.Reach, report);
            }
            else if (group.IsOpen && Belongs(ref scanner, group, residue))
            {
                group.Add(residue);
            }
            else
            {
                Close(text, ref scanner, group, report);
                group.Open(residue);
            }
        }
        Close(text, ref scanner, group, report);
    }

    private static bool Belongs(ref TexScanner scanner, TexGroup group, TexResidue residue) =>
        residue.Span.Start < group.Reach
        || residue.Span.Start == group.End
        || residue.Span.Start == group.Reach
        || (group.EndsInFormula && residue.IsFormula && scanner.Connects(group.Reach, residue.Span.Start));

    private static void Close(ReadOnlySpan<char> text, ref TexScanner scanner, TexGroup group, ReportFinding report)
    {
        if (group.IsOpen && group.IsFinding)
        {
            Report(text, group, group.EndsInFormula ? scanner.CloseBrackets(group.Start, group.Reach) : group.Reach, report);
        }
    }

    private static void Report(ReadOnlySpan<char> text, TexGroup group, int end, ReportFinding report)
    {
        var span = TextSpan.FromBounds(group.Start, end);
        var own = text[group.First.Span.Start..group.First.Span.End];
        report(span, TexWording.Message(group.First, text[span.Start..span.End], own), group.GetRepair(span));
    }
}
