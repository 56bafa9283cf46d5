using System.Buffers;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG1008: control characters in text, and between lines white space, blank lines beyond one, and line ends of another kind than
/// most. What is wrong between two lines is one finding.
/// </summary>
public sealed class UntidyLineRule : IProseRule, IDigestRule
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(code => (char)code).Except(['\t', '\r', '\n']),
        '\u007F',
        .. Enumerable.Range(0x80, 0x20).Select(code => (char)code).Where(control => Windows1252.Meaning(control) is null),
    ]);

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG1008", "Untidy lines or control characters", RuleSeverity.Suggestion, WaitsForRest: true, HasRepair: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } = CharacterPairs.AnyThen(CharacterClass.Special);

    /// <inheritdoc/>
    public void Analyze(DigestSyntax digest, ReportFinding report)
    {
        var endings = EntryLines.EndingsIn(digest);
        if (endings.IsUniform)
        {
            for (var entry = digest.WalkEntries(); entry.MoveNext<EntryLines.AreUntidy>(); )
            {
                Report(entry, endings.Usual, report);
            }
            var last = digest.WalkEntries();
            if (last.MoveToLast() && EntryLines.Of(last).IsTidy)
            {
                Report(last, endings.Usual, report);
            }
            return;
        }
        for (var entry = digest.WalkEntries(); entry.MoveNext(); )
        {
            var lines = EntryLines.Of(entry);
            if (!lines.IsTidy || entry.IsLast || !lines.Counts.AreAll(endings.Usual))
            {
                Report(entry, endings.Usual, report);
            }
        }
    }

    private static void Report(EntryWalk entry, LineEnding usual, ReportFinding report)
    {
        foreach (var flaw in EntryLines.FlawsOf(entry, usual))
        {
            report(flaw.Span.Shift(entry.Start), flaw.Message, new Repair("Tidy the line's end", flaw.Changes).Shift(entry.Start));
        }
    }

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        var text = prose.Text;
        for (var position = 0; text[position..].IndexOfAny(Controls) is >= 0 and var found; )
        {
            var start = position + found;
            var length = text[start..].IndexOfAnyExcept(Controls);
            var end = length < 0 ? text.Length : start + length;
            // A control character may be a part of mis-decoded text, in which it stands for a byte.
            if (end - start < text.Length && !(text[start] > '\u007F' && Windows1252.FollowsByte(text, start)))
            {
                Report(text, TextSpan.FromBounds(start, end), report);
            }
            position = end;
        }
    }

    private static void Report(ReadOnlySpan<char> text, TextSpan span, ReportFinding report)
    {
        var control = text[span.Start];
        var before = span.Start > 0 ? text[span.Start - 1] : ' ';
        var after = span.End < text.Length ? text[span.End] : ' ';
        // Old TeX fonts had the ligatures ff, fi, fl, ffi and ffl at these numbers; between letters one of them may be meant.
        var mayBeLigature = control is >= '\u000B' and <= '\u000F' && char.IsLetter(before) && char.IsLetter(after);
        var partsWords = control is '\u000B' or '\u000C' && !char.IsWhiteSpace(before) && !char.IsWhiteSpace(after);
        report(
            span,
            $"The control character U+{(int)control:X4} stands in the text"
                + (mayBeLigature ? "; it may have been a ligature such as ‘fi’" : string.Empty),
            mayBeLigature ? null
                : partsWords ? Repair.Replace(span, " ", "Replace by a space")
                : Repair.Replace(span, string.Empty, "Remove the control character")
        );
    }
}
