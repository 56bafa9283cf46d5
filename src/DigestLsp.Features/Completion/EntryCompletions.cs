using System.Globalization;
using DigestLsp.Syntax;

namespace DigestLsp.Features;

/// <summary>On a blank line between papers: the frame of a new one, and a date line that opens a section.</summary>
internal static class EntryCompletions
{
    /// <summary>What can be begun at a caret; at the top of a digest without a date, the date comes first.</summary>
    public static IEnumerable<CompletionItem> At(DigestSyntax digest, CaretLine line, DateOnly today)
    {
        if (!line.IsBlank || IsWithinPaper(line))
        {
            return [];
        }
        var range = line.RangeOf(line.Span.Start, line.Span.End);
        var lineBreak = line.LineBreak;
        // A blank line stands on either side of what is new.
        var above = line.IsBlankAbove ? string.Empty : lineBreak;
        var below = line.IsBlankBelow ? string.Empty : lineBreak;
        var blank = lineBreak + lineBreak;
        // The range is blank, and so is what stands before the caret in it.
        var filter = line.TextOf(line.Span.Start, line.Caret);
        CompletionItem[] entries =
        [
            Entry("New paper", "a title and an abstract", string.Empty, 2),
            Entry("New paper with arXiv identifier", "a title, an identifier and an abstract", $"{lineBreak}arxiv: ${{2:2501.00001}}", 3),
        ];
        var date = TextOf(today, digest.DateLines.LastOrDefault());
        var section = new CompletionItem(date, CompletionKind.Date, "a date line of today", range, above + date + below, $"{filter}{date}");
        var isTop = !digest.DateLines.Any() && (digest.Tree.PaperCount == 0 || line.Caret <= digest.GetPaper(0).Span.Start);
        return isTop ? [section, .. entries] : [.. entries, section];

        CompletionItem Entry(string label, string detail, string identifier, int last) =>
            new(
                label,
                CompletionKind.Entry,
                detail,
                range,
                $"{above}${{1:Title}}{identifier}{blank}${{{last}:Abstract.}}{below}",
                $"{filter}{label}",
                IsSnippet: true
            );
    }

    /// <summary>Whether a line lies between a paper's title and its abstract, between its paragraphs, or right below its title.</summary>
    private static bool IsWithinPaper(CaretLine line) =>
        line.Entry is PaperSyntax paper
        && line.Caret > paper.Span.Start
        && (line.Caret < paper.Span.End || (paper.Abstract is null && !line.IsBlankAbove));

    /// <summary>A date in the form that another one has.</summary>
    private static string TextOf(DateOnly day, DateLineSyntax? model)
    {
        var written = model?.ToString() ?? string.Empty;
        var form =
            written.Length > 0 && char.IsAsciiDigit(written[0])
                ? "yyyy-MM-dd"
                : (written.IndexOf(' ', StringComparison.Ordinal) > 3 ? "MMMM d" : "MMM d")
                    + (written.Length == 0 || written.Contains(',', StringComparison.Ordinal) ? ", yyyy" : string.Empty);
        return day.ToString(form, CultureInfo.InvariantCulture);
    }
}
