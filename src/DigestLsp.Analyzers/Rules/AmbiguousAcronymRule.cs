using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG5001: an acronym stands for one thing in one paper of a digest and for another in another or, where the rule is switched on, for
/// something else than in other digests.
/// </summary>
public sealed class AmbiguousAcronymRule : ISnapshotRule
{
    /// <summary>Other places that one finding names at most.</summary>
    private const int MaxRelated = 4;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG5001", "Acronym with two expansions", RuleSeverity.Silent, WaitsForRest: true);

    /// <inheritdoc/>
    public void Analyze(Snapshot snapshot, Document document, ReportSnapshotFinding report)
    {
        var papers = DocumentTerms.Of(document).Papers;
        ReportWithin(document, papers, report);
        if (DocumentAnalysis.SeverityOf(snapshot.Configuration, document, Descriptor) > RuleSeverity.Silent)
        {
            ReportAcross(snapshot.Acronyms, document, papers, report);
        }
    }

    /// <summary>Reports each further meaning in a digest where it is introduced.</summary>
    private static void ReportWithin(Document document, ImmutableArray<PaperTerms> papers, ReportSnapshotFinding report)
    {
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
            var other = document.GetLinePositionSpan(first.Definition.NameSpan.Shift(document.Papers[first.Paper].Head.Start));
            report(
                span,
                $"‘{here.Definition.Name}’ stands for ‘{here.Definition.Expansion}’ here, and for ‘{first.Definition.Expansion}’ at line {other.Start.Line + 1}",
                related: [new(document.Path, other, $"here for ‘{first.Definition.Expansion}’")]
            );
        }
    }

    /// <summary>
    /// Reports what an acronym means in a digest where that is unusual in the workspace, unless the digest has what is usual, too: then
    /// one of its places is reported already.
    /// </summary>
    private static void ReportAcross(
        AcronymIndex acronyms,
        Document document,
        ImmutableArray<PaperTerms> papers,
        ReportSnapshotFinding report
    )
    {
        var found = new Dictionary<AcronymUsage, (int Paper, AcronymReading Reading)>(ReferenceEqualityComparer.Instance);
        var agreed = new HashSet<AcronymUsage>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < papers.Length; i++)
        {
            for (var keys = papers[i].DefinitionKeys; keys.MoveNextExpansion(); )
            {
                foreach (var usage in acronyms.UsagesOf(keys.Name))
                {
                    if (usage.Find(keys.Expansion) is { } reading)
                    {
                        _ = reading.IsUnusual ? found.TryAdd(usage, (i, reading)) : agreed.Add(usage);
                    }
                }
            }
        }
        foreach (var (usage, (paper, reading)) in found.Where(found => !agreed.Contains(found.Key)))
        {
            Report(usage, paper, reading);
        }

        void Report(AcronymUsage usage, int paper, AcronymReading reading)
        {
            var definition = usage.FindIn(papers[paper], reading)!;
            var other = RelatedTo(acronyms.FirstPlaceOf(usage, usage.Established), usage.Established);
            report(
                definition.NameSpan.Shift(document.Papers[paper].Head.Start),
                $"‘{usage.Name}’ stands for ‘{definition.Expansion}’ here, and for ‘{usage.Established.Text}’ in {Path.GetFileName(other.Path)}, line {other.Range.Start.Line + 1}",
                related:
                [
                    other,
                    .. usage
                        .Readings.Skip(1)
                        .Where(further => further != reading)
                        .Take(MaxRelated - 1)
                        .Select(further => RelatedTo(acronyms.FirstPlaceOf(usage, further), further)),
                ]
            );
        }
    }

    private static RelatedLocation RelatedTo(TermPlace place, AcronymReading reading) =>
        new(place.Paper.Document.Path, place.Paper.Document.GetLinePositionSpan(place.Span), $"here for ‘{reading.Text}’");

    /// <summary>The keys of names that are introduced with different expansions, null if there are none; makes no strings.</summary>
    private static HashSet<uint>? NamesWithSeveralKeys(IEnumerable<PaperTerms> papers)
    {
        var expansions = new Dictionary<uint, uint>();
        HashSet<uint>? names = null;
        foreach (var paper in papers)
        {
            for (var keys = paper.DefinitionKeys; keys.MoveNextExpansion(); )
            {
                if (!expansions.TryAdd(keys.Name, keys.Expansion) && expansions[keys.Name] != keys.Expansion)
                {
                    (names ??= []).Add(keys.Name);
                }
            }
        }
        return names;
    }
}
