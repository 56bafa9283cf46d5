using System.Globalization;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG1002: a digest needs a date line, its dates must exist, and its sections follow each other in time.</summary>
public sealed class DateLineRule : IDigestRule, ICodeFixProvider
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG1002", "Date line missing, impossible or out of order", RuleSeverity.Warning);

    /// <inheritdoc/>
    public void Analyze(DigestSyntax digest, ReportFinding report)
    {
        var dates = digest.DateLines.ToList();
        var first = digest.Tree.PaperCount > 0 ? digest.GetPaper(0) : null;
        if (first is not null && (dates.Count == 0 || first.Span.Start < dates[0].Span.Start))
        {
            report(
                first.HeadSpan,
                dates.Count == 0
                    ? "This digest has no date line; write one, such as ‘Mar 11, 2026’, above its first paper"
                    : "This paper stands above the first date line, so that it belongs to no day"
            );
        }
        foreach (var line in dates.Where(line => !line.Date.IsPossible))
        {
            report(line.Span, $"The calendar has no {line}");
        }
        ReportDisorder([.. dates.Where(line => line.Date.IsPossible)], report);
    }

    /// <summary>Oldest first and newest first are both an order; what breaks the one that most neighbours follow is out of it.</summary>
    private static void ReportDisorder(DateLineSyntax[] dates, ReportFinding report)
    {
        var steps = dates
            .Zip(dates.Skip(1), (before, after) => (Line: after, Before: before, Direction: Direction(before.Date, after.Date)))
            .ToList();
        var forward = steps.Count(step => step.Direction > 0);
        var backward = steps.Count(step => step.Direction < 0);
        var against = forward >= backward ? -1 : 1;
        if (forward == 0 || backward == 0)
        {
            return;
        }
        foreach (var step in steps.Where(step => step.Direction == against))
        {
            var relation = against < 0 ? "earlier" : "later";
            report(
                step.Line.Span,
                $"The section of {step.Line} is {relation} than that of {step.Before} above it, against the order of the others"
            );
        }
    }

    private static int Direction(DigestDate before, DigestDate after)
    {
        if (before.Year > 0 && after.Year > 0)
        {
            return after.CompareTo(before);
        }
        // Without a year, January follows December: the shorter way round tells the direction.
        var days = DayOfYear(after) - DayOfYear(before);
        return Math.Sign(Math.Abs(days) > 183 ? -days : days);
    }

    private static int DayOfYear(DigestDate date) => new DateTime(2000, date.Month, date.Day, 0, 0, 0, DateTimeKind.Unspecified).DayOfYear;

    /// <summary>
    /// A date line from the file's name, for a digest that has none. Unsafe: readers will see it, and the name may mean another day.
    /// </summary>
    public IEnumerable<CodeFix> GetFixes(FixContext context)
    {
        var date = DigestOrder.DateInName(Path.GetFileName(context.Document.Path));
        if (!date.IsPossible || date.Year == 0 || context.Tree.Root.DateLines.Any())
        {
            yield break;
        }
        var text = context.Tree.Text;
        var start = PaperChanges.LineStart(text, context.Paper.Span.Start);
        var lineBreak = PaperChanges.LineBreakNear(text, start);
        var isGlued =
            context.Tree.Root.ChildNodes().LastOrDefault(entry => entry.Span.End <= start) is BlockSyntax { HasBlankLineAfter: false };
        var line = new DateTime(date.Year, date.Month, date.Day, 0, 0, 0, DateTimeKind.Unspecified).ToString(
            "MMM d, yyyy",
            CultureInfo.InvariantCulture
        );
        var inserted = new TextChange(new(start, 0), $"{(isGlued ? lineBreak : string.Empty)}{line}{lineBreak}{lineBreak}");
        yield return new(
            $"Insert ‘{line}’, the date in the file's name",
            IsSafe: false,
            WorkspaceEdit.Of(context.Document, [inserted]),
            IsForAll: true
        );
    }
}
