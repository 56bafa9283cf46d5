using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG4002: what a title should not have – a period at its end, markup, capitals throughout, a colon without the space behind it.
/// TeX outside of formulas is DG3005's and HTML is DG3004's; a formula that needs no TeX is markup where titles are listed.
/// </summary>
public sealed class TitleDefectRule : IProseRule
{
    /// <summary>Longer than any title, so that its parts may be looked at more than once.</summary>
    private const int LongestTitle = 1000;

    /// <summary>So many words in capitals are shouted; fewer may be a name and an acronym.</summary>
    private const int ShoutedWords = 4;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG4002", "Defect in a title", RuleSeverity.Suggestion, HasRepair: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } =
        CharacterPairs.Of(CharacterClass.Period, CharacterClass.Space)
        | CharacterPairs.AnyThen(CharacterClass.Tex)
        | CharacterPairs.AnyThen(CharacterClass.Other)
        | CharacterPairs.Of(CharacterClass.Upper, CharacterClass.Upper)
        | CharacterPairs.Of(CharacterClass.Comma, CharacterClass.Upper)
        | CharacterPairs.Of(CharacterClass.Comma, CharacterClass.Lower);

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        if (prose.Kind != ProseKind.Title || prose.Text.Length > LongestTitle)
        {
            return;
        }
        var text = prose.Text;
        FindPeriod(text, report);
        FindCapitals(text, report);
        FindHeading(text, report);
        var isProtected = new ProtectedSpans(text);
        for (var at = 0; at < text.Length; at++)
        {
            var offset = text[at..].IndexOfAny("*:$_");
            if (offset < 0)
            {
                break;
            }
            at += offset;
            if (isProtected.At(at) is { } span && span.Span.Start <= at)
            {
                if (span.Kind == ProtectedKind.Formula)
                {
                    ReportFormula(text, span.Span, report);
                }
                at = span.Span.End - 1;
                continue;
            }
            at = text[at] switch
            {
                ':' => FindGluedColon(text, at, report),
                '*' or '_' => FindEmphasis(text, at, report),
                _ => at,
            };
        }
    }

    /// <summary>One period behind a word. An abbreviation's (<c>Inc.</c>, <c>et al.</c>, <c>U.S.</c>) and an ellipsis stay.</summary>
    private static void FindPeriod(ReadOnlySpan<char> text, ReportFinding report)
    {
        if (text.Length < 2 || text[^1] is not '.' || text[^2] == '.')
        {
            return;
        }
        var word = text[(text[..^1].LastIndexOfAny(" \t\r\n-/") + 1)..^1];
        var isAbbreviation =
            word.Contains('.')
            || word.Length == 1
            || word is "al" or "etc" or "Inc" or "Jr" or "Sr" or "Ltd" or "Co" or "Corp" or "vs" or "No" or "vol" or "Vol" or "Dr" or "St";
        if (!isAbbreviation)
        {
            var span = new TextSpan(text.Length - 1, 1);
            report(span, "A title takes no period at its end", Repair.Replace(span, string.Empty, "Remove the period"));
        }
    }

    /// <summary>A title without small letters. One of few words may be made of names and acronyms.</summary>
    private static void FindCapitals(ReadOnlySpan<char> text, ReportFinding report)
    {
        var words = 0;
        var longWords = 0;
        var length = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var character = i < text.Length ? text[i] : ' ';
            if (char.IsLower(character))
            {
                return;
            }
            if (char.IsUpper(character))
            {
                length++;
                continue;
            }
            words += length >= 2 ? 1 : 0;
            longWords += length >= 6 ? 1 : 0;
            length = 0;
        }
        if (words >= ShoutedWords && longWords >= 2)
        {
            report(new(0, text.Length), "The whole title is in capitals, which hides its names and acronyms");
        }
    }

    /// <summary>A heading's marks before a title: <c># Title</c>.</summary>
    private static void FindHeading(ReadOnlySpan<char> text, ReportFinding report)
    {
        var level = text.IndexOfAnyExcept('#');
        if (level is >= 1 and <= 6 && text[level] == ' ')
        {
            var span = new TextSpan(0, level + 1);
            report(
                span,
                "This is a heading's mark in Markdown, which a title does not need",
                Repair.Replace(span, string.Empty, "Remove the mark")
            );
        }
    }

    /// <summary>
    /// A colon between a name and its subtitle, <c>Name:A Subtitle of Words</c>. A time, a ratio, <c>std::sort</c>, compounds
    /// (<c>Ti:Sapphire</c>, <c>PEDOT:PSS</c>) and titles that have their colon or dash elsewhere are none.
    /// </summary>
    private static int FindGluedColon(ReadOnlySpan<char> text, int at, ReportFinding report)
    {
        var start = text[..at].LastIndexOfAny(" \t\r\n") + 1;
        var subtitle = text[(at + 1)..];
        var length = subtitle.IndexOfAny(" \t\r\n");
        if (at - start < 3 || length < 1 || !IsNameEnd(text[at - 1]) || !IsCapitalized(subtitle[..length]) || !IsSubtitle(text, subtitle))
        {
            return at;
        }
        report(
            TextSpan.FromBounds(start, at + 1 + length),
            "The colon between title and subtitle takes a space behind it",
            Repair.Replace(new(at, 1), ": ", "Insert a space")
        );
        return at;
    }

    private static bool IsNameEnd(char character) => char.IsLetterOrDigit(character) || character is ')' or '+' or '?' or '!';

    /// <summary>A word as a subtitle begins with: <c>Towards</c>, <c>A</c>, <c>Self-Evolving</c>; not <c>Mn</c> or <c>PSS</c>.</summary>
    private static bool IsCapitalized(ReadOnlySpan<char> word) =>
        char.IsUpper(word[0])
        && (
            word is "A" or "An" or "On" or "In" or "To"
            || (word.Length > 2 && char.IsLower(word[1]) && (char.IsLower(word[2]) || word[2] == '-'))
        );

    private static bool IsSubtitle(ReadOnlySpan<char> text, ReadOnlySpan<char> subtitle) =>
        subtitle.Count(' ') >= 2
        && text.Count(':') == 1
        && !text.Contains(" - ", StringComparison.Ordinal)
        && !text.Contains(" -- ", StringComparison.Ordinal);

    /// <summary>Markdown's <c>**…**</c>, <c>*…*</c> and <c>_…_</c> around words.</summary>
    private static int FindEmphasis(ReadOnlySpan<char> text, int at, ReportFinding report)
    {
        var mark = text[at];
        var rest = text[at..];
        var run = rest.IndexOfAnyExcept(mark);
        if (run is < 1 or > 3)
        {
            return run < 0 ? text.Length : at + run - 1;
        }
        var content = rest[run..];
        var close = content.IndexOf(mark);
        var isOpening = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && char.IsLetterOrDigit(content[0]);
        if (!isOpening || close < 1 || char.IsWhiteSpace(content[close - 1]))
        {
            return at + run - 1;
        }
        var closing = content[close..];
        var closeRun = closing.IndexOfAnyExcept(mark);
        closeRun = closeRun < 0 ? closing.Length : closeRun;
        var after = at + run + close + closeRun;
        if (closeRun != run || (after < text.Length && char.IsLetterOrDigit(text[after])))
        {
            return at + run - 1;
        }
        var span = TextSpan.FromBounds(at, after);
        report(
            span,
            "This is emphasis in Markdown, which a title shows as it stands",
            new("Remove the marks", [new(new(at, run), string.Empty), new(new(after - run, run), string.Empty)])
        );
        return after - 1;
    }

    /// <summary>A formula that needs no TeX: a sign, a name, a number. Others have no better form.</summary>
    private static void ReportFormula(ReadOnlySpan<char> text, TextSpan span, ReportFinding report)
    {
        if (PlainFormula.Of(text.Slice(span.Start, span.Length)) is { } plain)
        {
            report(span, $"This formula of TeX is plainly ‘{plain}’", Repair.Replace(span, plain, $"Replace by ‘{plain}’"));
        }
    }
}
