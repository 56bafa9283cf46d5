using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Features;

/// <summary>
/// What an outline shows of a banner line, date line or paper. Kept with the entry, which edits elsewhere only move: lines count
/// from the one at which the entry begins, so that a digest of thousands of papers is outlined without looking at their texts.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Never empty for a date and a paper.</param>
/// <param name="Detail">A remark, or empty.</param>
/// <param name="Range">All of it.</param>
/// <param name="Selection">Its name.</param>
/// <param name="LineBreaks">The line breaks up to the next entry.</param>
internal sealed record EntryOutline(
    SyntaxKind Kind,
    string Name,
    string Detail,
    LinePositionSpan Range,
    LinePositionSpan Selection,
    int LineBreaks
)
{
    /// <summary>The most of an abstract that stands for a title that is missing, in UTF-16 units.</summary>
    internal const int UntitledLength = 80;

    /// <summary>All entries of a digest in order, each with the line at which it begins.</summary>
    public static IEnumerable<(EntryOutline Entry, int Line)> Of(SyntaxTree tree)
    {
        var line = 0;
        for (var walk = tree.Root.WalkEntries(); walk.MoveNext(); )
        {
            var entry = walk.GetOrAttach(static walk => Compute(walk.ToSyntax()));
            yield return (entry, line);
            line += entry.LineBreaks;
        }
    }

    /// <summary>It as a symbol.</summary>
    /// <param name="line">The line at which it begins.</param>
    public OutlineSymbol ToSymbol(int line) => new(Name, Detail, SymbolKind.Paper, Range.ShiftLines(line), Selection.ShiftLines(line), []);

    private static EntryOutline Compute(SyntaxNode entry)
    {
        var text = entry.Tree.Text;
        var first = text.GetLinePosition(entry.FullSpan.Start).Line;
        var lineBreaks = text.GetLinePosition(entry.FullSpan.End).Line - first;
        var (name, detail) = entry switch
        {
            PaperSyntax { Title: { } title } paper => (title.Text, paper.Abstract is null ? "no abstract" : string.Empty),
            PaperSyntax paper => (FirstSentences.Of(text.ToString(paper.HeadSpan), UntitledLength), "no title"),
            DateLineSyntax => (text.ToString(entry.Span), string.Empty),
            _ => (string.Empty, string.Empty),
        };
        return new(entry.Kind, name, detail, LinesOf(entry.Span), LinesOf((entry as PaperSyntax)?.HeadSpan ?? entry.Span), lineBreaks);

        LinePositionSpan LinesOf(TextSpan span) => text.GetLinePositionSpan(span).ShiftLines(-first);
    }
}
