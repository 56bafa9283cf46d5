using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG3006: a bracket or a straight quotation mark without a partner. It is one only if it has none however the text is read: with
/// its formulas and without, and with <c>1)</c> and <c>a)</c> as labels of a list and as ends of parentheses.
/// </summary>
public sealed class UnbalancedDelimiterRule : IProseRule
{
    /// <summary>How much of an abstract's end tells whether it was cut, in UTF-16 units.</summary>
    private const int TailLength = 600;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG3006", "Bracket without a partner", RuleSeverity.Suggestion, WaitsForRest: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } =
        CharacterPairs.AnyThen(CharacterClass.Open)
        | CharacterPairs.AnyThen(CharacterClass.Close)
        | CharacterPairs.AnyThen(CharacterClass.Quote);

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        var text = prose.Text;
        var quote = prose is { IsFirst: true, IsLast: true } ? QuoteMatcher.FindLonely(text) : null;
        var isBalanced = BracketMatcher.IsBalanced(text);
        if (isBalanced && quote is null)
        {
            return;
        }
        // An abstract in several paragraphs may close in one what it opened in another, and a cut one never does.
        var firstClosing = prose.IsFirst ? 0 : text.Length;
        var lastOpening = prose.IsLast ? text.Length : 0;
        if (prose is { IsLast: true, Kind: ProseKind.Paragraph } && IsCut(text))
        {
            lastOpening = Math.Max(0, text.LastIndexOf(". "));
        }
        if (quote is { } mark && (!mark.Opens || mark.Position < lastOpening))
        {
            Report(mark.Position, '"', mark.Opens, report);
        }
        if (isBalanced)
        {
            return;
        }
        foreach (var position in BracketMatcher.FindLonely(text))
        {
            var bracket = text[position];
            var opens = bracket is '(' or '[' or '{';
            if (opens ? position < lastOpening : position >= firstClosing && !IsBehindLink(text, position))
            {
                Report(position, bracket, opens, report);
            }
        }
    }

    private static void Report(int position, char delimiter, bool opens, ReportFinding report) =>
        report(new(position, 1), opens ? $"Nothing closes this ‘{delimiter}’" : $"Nothing opens what this ‘{delimiter}’ closes");

    /// <summary>What a link has at its end is DG4001's.</summary>
    private static bool IsBehindLink(ReadOnlySpan<char> text, int position) =>
        text[position] is ']' or '}' && text[WordText.StartOfToken(text, position)..position].Contains("://", StringComparison.Ordinal);

    private static bool IsCut(ReadOnlySpan<char> text) => AbstractEnding.WhyCut(text[^Math.Min(TailLength, text.Length)..]) is not null;
}
