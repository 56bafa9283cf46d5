using System.Buffers;
using System.Collections.Immutable;
using DigestLsp.Syntax;

namespace DigestLsp.Analyzers;

/// <summary>Runs the rules that need no more than one paper's text.</summary>
internal static class PaperFindings
{
    [ThreadStatic]
    private static Collector? _collector;

    /// <summary>Findings with positions relative to the paper.</summary>
    public static ImmutableArray<Finding> Of(PaperSyntax paper, RuleSet rules)
    {
        var findings = _collector ?? new();
        _collector = null;
        var start = paper.FullSpan.Start;
        foreach (var rule in rules.OfPapers)
        {
            findings.Expect(rule, -start, Collector.MaxFindings);
            try
            {
                rule.Analyze(paper, findings.Report);
            }
            catch (Exception exception) when (Collector.IsFault(exception))
            {
                findings.AddFailure(exception, paper.HeadSpan.Shift(-start));
            }
        }
        if (paper.Title is { } title)
        {
            AddProse(title, ProseKind.Title, isFirst: true, isLast: true, paper, rules, findings);
        }
        if (paper.Abstract is { } text)
        {
            var isFirst = true;
            foreach (var paragraph in text.Paragraphs)
            {
                var isLast = paragraph.FullSpan.End == text.FullSpan.End;
                AddProse(paragraph, ProseKind.Paragraph, isFirst, isLast, paper, rules, findings);
                isFirst = false;
            }
        }
        var found = findings.Drain();
        _collector = findings;
        return found;
    }

    private static void AddProse(
        BlockSyntax block,
        ProseKind kind,
        bool isFirst,
        bool isLast,
        PaperSyntax paper,
        RuleSet rules,
        Collector findings
    )
    {
        var span = block.TextSpan;
        if (span.IsEmpty || rules.OfProse.IsEmpty)
        {
            return;
        }
        var buffer = ArrayPool<char>.Shared.Rent(span.Length);
        var text = buffer.AsSpan(0, span.Length);
        block.Tree.Text.CopyTo(span.Start, text);
        var pairs = CharacterPairs.In(text);
        var origin = span.Start - paper.FullSpan.Start;
        foreach (var rule in rules.OfProse)
        {
            if (!pairs.Overlaps(rule.Triggers))
            {
                continue;
            }
            findings.Expect(rule, origin, Collector.MaxFindings);
            try
            {
                rule.Analyze(new(text, kind, isFirst, isLast, pairs), findings.Report);
            }
            catch (Exception exception) when (Collector.IsFault(exception))
            {
                findings.AddFailure(exception, paper.HeadSpan.Shift(-paper.FullSpan.Start));
            }
        }
        ArrayPool<char>.Shared.Return(buffer);
    }
}
