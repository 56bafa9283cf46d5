using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG5001: an acronym stands for one thing in one paper of a digest and for another in another.</summary>
public sealed class AmbiguousAcronymRule : ISnapshotRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG5001", "Acronym with two expansions", RuleSeverity.Silent);

    /// <inheritdoc/>
    public void Analyze(Snapshot snapshot, Document document, ReportFinding report)
    {
        var papers = DocumentTerms.Of(document).Papers;
        if (NamesWithSeveralKeys(papers) is not { } names)
        {
            return;
        }
        var meanings = new Dictionary<string, List<(int Paper, TermDefinition Definition)>>();
        for (var i = 0; i < papers.Length; i++)
        {
            foreach (
                var definition in papers[i]
                    .Definitions.Where(found => found.Expansion is not null && names.Contains(TermKeys.OfName(found.Name)))
            )
            {
                if (!meanings.TryGetValue(definition.Name, out var known))
                {
                    meanings.Add(definition.Name, [(i, definition)]);
                }
                else if (!known.Exists(other => Expansions.AreVariants(other.Definition.Expansion!, definition.Expansion!)))
                {
                    known.Add((i, definition));
                    Report(known[0], (i, definition));
                }
            }
        }

        void Report((int Paper, TermDefinition Definition) first, (int Paper, TermDefinition Definition) here)
        {
            var span = here.Definition.NameSpan.Shift(document.Papers[here.Paper].Head.Start);
            var other = first.Definition.NameSpan.Shift(document.Papers[first.Paper].Head.Start);
            var line = document.GetLinePositionSpan(other).Start.Line + 1;
            report(
                span,
                $"‘{here.Definition.Name}’ stands for ‘{here.Definition.Expansion}’ here, and for ‘{first.Definition.Expansion}’ at line {line}"
            );
        }
    }

    /// <summary>The keys of names that are introduced with different expansions, null if there are none; makes no strings.</summary>
    private static HashSet<uint>? NamesWithSeveralKeys(IEnumerable<PaperTerms> papers)
    {
        var expansions = new Dictionary<uint, uint>();
        HashSet<uint>? names = null;
        foreach (var paper in papers)
        {
            for (var keys = paper.DefinitionKeys; keys.MoveNext(); )
            {
                if (keys.Expansion != 0 && !expansions.TryAdd(keys.Name, keys.Expansion) && expansions[keys.Name] != keys.Expansion)
                {
                    (names ??= []).Add(keys.Name);
                }
            }
        }
        return names;
    }
}
