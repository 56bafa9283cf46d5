using System.Globalization;
using DigestLsp.Parsing;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG1005: a title or an abstract broken over lines, or an abstract split into paragraphs.</summary>
public sealed class BrokenParagraphRule : IPaperRule
{
    /// <summary>What has more lines is no text that was broken over lines, and is not joined.</summary>
    private const int MostLines = 5000;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG1005", "Abstract split over paragraphs or lines", RuleSeverity.Warning, HasRepair: true);

    /// <inheritdoc/>
    public void Analyze(PaperSyntax paper, ReportFinding report)
    {
        if ((paper.Facts & (SyntaxFacts.SplitAbstract | SyntaxFacts.HardWrapped)) == 0)
        {
            return;
        }
        if (paper.Title is { } title)
        {
            ReportWrapped(title, "title", report);
        }
        ParagraphSyntax? before = null;
        foreach (var paragraph in paper.Abstract?.Paragraphs ?? [])
        {
            if (before is not null)
            {
                report(
                    WordSpans.Seam(paper.Tree.Text, before.Span, paragraph.Span),
                    $"A {(before.HasBlankLineAfter ? "blank line" : "line break")} splits this abstract; an abstract is one paragraph",
                    JoinOf(before, paragraph)
                );
            }
            ReportWrapped(paragraph, "abstract", report);
            before = paragraph;
        }
    }

    /// <summary>
    /// Joins two paragraphs. What reads on in lower case can be nothing else than the same text; metadata that stands between
    /// would have to move. Lines of a paragraph are joined first: a line that grows long is a paragraph by itself.
    /// </summary>
    internal static Repair? JoinOf(ParagraphSyntax before, ParagraphSyntax paragraph)
    {
        if (before.TextSpan.End != before.Span.End)
        {
            return null;
        }
        var join = new LineJoin(before.Tree.Text);
        var areLines = before.ChildTokens().Take(2).Count() == 1 && paragraph.ChildTokens().Take(2).Count() == 1;
        join.Add(LastLine(before), paragraph.TextSpan, areLines && StartsInLowerCase(paragraph, paragraph.TextSpan.Start));
        return join.ToRepair("Join the paragraphs");
    }

    private static void ReportWrapped(BlockSyntax block, string what, ReportFinding report)
    {
        var lines = block.ChildTokens().Take(MostLines + 1).Select(token => token.Span).ToList();
        if (lines.Count <= 1)
        {
            return;
        }
        var seam = WordSpans.Seam(block.Tree.Text, lines[0], lines[^1]);
        if (lines.Count > MostLines)
        {
            report(seam, string.Create(CultureInfo.InvariantCulture, $"This {what} is broken over more than {MostLines:#,0} lines"));
            return;
        }
        var join = new LineJoin(block.Tree.Text);
        // Where no title stands above it, a wrapped abstract may have taken its title in.
        var isWholeAbstract = block is ParagraphSyntax && ((PaperSyntax)block.Parent!.Parent!).Title is not null;
        for (var i = 1; i < lines.Count; i++)
        {
            // Below a title may stand names, or whatever else belongs to a paper.
            var readsOn = isWholeAbstract || StartsInLowerCase(block, lines[i].Start) || EndsInComma(block, lines[i - 1].End);
            join.Add(lines[i - 1], lines[i], readsOn && !HasKey(block, lines[i]));
        }
        report(seam, $"This {what} is broken over {lines.Count} lines; it should be one", join.ToRepair("Join the lines"));
    }

    private static TextSpan LastLine(BlockSyntax block) => block.ChildTokens().Last().Span;

    private static bool StartsInLowerCase(BlockSyntax block, int position) => char.IsLower(CharacterAt(block, position));

    private static bool EndsInComma(BlockSyntax block, int end) => CharacterAt(block, end - 1) is ',' or ':' or ';';

    /// <summary>Whether a line begins as metadata does, with whatever key.</summary>
    private static bool HasKey(BlockSyntax block, TextSpan line) =>
        MetadataLines.KeyLength(Wtf8.Encode(block.Tree.Text.ToString(new TextSpan(line.Start, Math.Min(line.Length, 32))))) > 0;

    private static char CharacterAt(BlockSyntax block, int position) => block.Tree.Text.ToString(new TextSpan(position, 1))[0];
}
