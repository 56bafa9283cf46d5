using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG3009: a word, a sentence or a whole passage that stands twice.</summary>
public sealed class RepetitionRule : IProseRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG3009", "Repeated word, sentence or passage", RuleSeverity.Warning, IsRedundancy: true, HasRepair: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } =
        CharacterPairs.Of(CharacterClass.Lower, CharacterClass.Space) | CharacterPairs.Of(CharacterClass.Lower, CharacterClass.LineBreak);

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        RepeatedWords.Find(prose.Text, report);
        if (prose.Kind == ProseKind.Paragraph)
        {
            RepeatedPassages.Find(prose.Text, report);
        }
    }
}
