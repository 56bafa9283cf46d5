using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG3007: words and sentences without the space between them, and words that a line break or a stray space has split. Names
/// and formulas are written like that too, so each kind asks for evidence that words end where it says.
/// </summary>
public sealed class WordBoundaryRule : IProseRule
{
    private static readonly CharacterPairs Seams =
        CharacterPairs.Of(CharacterClass.Period, CharacterClass.Upper)
        | CharacterPairs.Of(CharacterClass.Terminator, CharacterClass.Upper)
        | CharacterPairs.Of(CharacterClass.Comma, CharacterClass.Lower)
        | CharacterPairs.Of(CharacterClass.Comma, CharacterClass.Upper)
        | CharacterPairs.Of(CharacterClass.Comma, CharacterClass.Other)
        | CharacterPairs.Of(CharacterClass.Close, CharacterClass.Lower)
        | CharacterPairs.Of(CharacterClass.Close, CharacterClass.Upper)
        | CharacterPairs.Of(CharacterClass.Lower, CharacterClass.Open);

    private static readonly CharacterPairs Hyphens =
        CharacterPairs.Of(CharacterClass.Hyphen, CharacterClass.Space) | CharacterPairs.Of(CharacterClass.Hyphen, CharacterClass.LineBreak);

    private static readonly CharacterPairs InnerCapitals =
        CharacterPairs.Of(CharacterClass.Lower, CharacterClass.Upper) | CharacterPairs.Of(CharacterClass.Upper, CharacterClass.Upper);

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG3007", "Words run together or split", RuleSeverity.Suggestion, HasRepair: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } =
        Seams | Hyphens | InnerCapitals | CharacterPairs.Of(CharacterClass.Space, CharacterClass.Lower);

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        if (prose.Pairs.Overlaps(Seams))
        {
            GluedWords.Find(prose.Text, report);
        }
        if (prose.Kind == ProseKind.Paragraph && prose.Pairs.Overlaps(InnerCapitals))
        {
            GluedSentences.Find(prose.Text, report);
        }
        if (prose.Pairs.Overlaps(Hyphens))
        {
            HyphenBreaks.Find(prose.Text, report);
        }
        SplitWords.Find(prose.Text, report);
    }
}
