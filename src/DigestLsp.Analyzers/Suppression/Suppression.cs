using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>A finding and what it is known by.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Identity">What it is known by, wherever it moves.</param>
/// <param name="Accepted">The entry of the baseline that accepts it; null where none does.</param>
public sealed record IdentifiedDiagnostic(Diagnostic Diagnostic, AcceptedFinding Identity, AcceptedFinding? Accepted);

/// <summary>Leaves out of a document's findings what people have accepted or meant.</summary>
internal static class Suppression
{
    private static readonly string Recurring = new RecurringPaperRule().Descriptor.Id;

    /// <summary>The findings without recurrences that are marked as intended.</summary>
    public static IEnumerable<Finding> WithoutIntended(EditorConfiguration configuration, Document document, IEnumerable<Finding> findings)
    {
        if (configuration.Suppressions.For(document.Path).DistinctFile is not { Marks.Intended.IsEmpty: false } file)
        {
            return findings;
        }
        var relative = SuppressionFile.RelativePath(file.Root, document.Path);
        return findings.Where(finding =>
            finding.Descriptor.Id != Recurring
            || !file.Marks.IsIntended(document.Papers[document.PaperAt(finding.Span.Start)].Facts, relative)
        );
    }

    /// <summary>Whether a paper is marked as intended to stand where it does.</summary>
    public static bool IsIntended(EditorConfiguration configuration, PaperPlace place) =>
        configuration.Suppressions.For(place.Document.Path).DistinctFile is { Marks.Intended.IsEmpty: false } file
        && file.Marks.IsIntended(place.Paper.Facts, SuppressionFile.RelativePath(file.Root, place.Document.Path));

    /// <summary>
    /// Whether people want a copy where it stands, so that it is not to be removed unasked: its recurrence is marked as intended, or
    /// a finding of the rule on it is accepted.
    /// </summary>
    public static bool IsMeant(EditorConfiguration configuration, PaperPlace place, string rule)
    {
        var found = configuration.Suppressions.For(place.Document.Path);
        var facts = place.Paper.Facts;
        return (found.DistinctFile is { } marks && rule == Recurring && marks.Marks.IsIntended(facts, PathIn(marks)))
            || (
                found.BaselineFile is { } baseline
                && baseline.Baseline.FindingsOn(facts).Any(accepted => accepted.Rule == rule && accepted.File == PathIn(baseline))
            );

        string PathIn(SuppressionFile file) => SuppressionFile.RelativePath(file.Root, place.Document.Path);
    }

    /// <summary>The findings without those that the baseline accepts.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">All its findings, by place.</param>
    public static ImmutableArray<Diagnostic> WithoutAccepted(
        EditorConfiguration configuration,
        Document document,
        ImmutableArray<Diagnostic> diagnostics
    )
    {
        if (configuration.Suppressions.For(document.Path).BaselineFile is not { Baseline.Findings.IsEmpty: false } file)
        {
            return diagnostics;
        }
        var identities = new Identities(document, file.Root);
        return diagnostics.RemoveAll(diagnostic =>
            identities.Next(diagnostic.Descriptor.Id, diagnostic.Span, file.Baseline).Accepted is not null
        );
    }

    /// <summary>
    /// The entries of a baseline that something in a document gives reason for: findings on its own text and those that others have a
    /// part in, and papers that have copies, whatever is said of those.
    /// </summary>
    public static IEnumerable<AcceptedFinding> UsedBy(Snapshot snapshot, Document document, BaselineFile file)
    {
        var identities = new Identities(document, file.Root);
        foreach (var finding in FindingsThatMayBeAccepted(snapshot, document, file).OrderBy(finding => finding.Span))
        {
            if (identities.Next(finding.Descriptor.Id, finding.Span, file.Baseline).Accepted is { } accepted)
            {
                yield return accepted;
            }
        }
        foreach (var accepted in file.Baseline.FindingsIn(identities.File))
        {
            // A rule that is not switched on does not look for all that it could find.
            var rule = RuleCatalog.Rules.OfSnapshots.Select(rule => rule.Descriptor).FirstOrDefault(rule => rule.Id == accepted.Rule);
            if (rule is not null && DocumentAnalysis.SeverityOf(snapshot.Configuration, document, rule) <= RuleSeverity.Silent)
            {
                yield return accepted;
            }
        }
        for (var i = 0; i < document.Papers.Length; i++)
        {
            foreach (var accepted in file.Baseline.FindingsOn(document.Papers[i].Facts))
            {
                if (
                    RuleCatalog.Rules.OfCopies.Any(rule => rule.Descriptor.Id == accepted.Rule)
                    && (accepted.File is null || accepted.File == identities.File)
                    && !snapshot.CopiesOf(new(document, i)).IsEmpty
                )
                {
                    yield return accepted;
                }
            }
        }
    }

    private static IEnumerable<Finding> FindingsThatMayBeAccepted(Snapshot snapshot, Document document, BaselineFile file)
    {
        var rules = RuleCatalog.Rules;
        IEnumerable<Finding> findings = OwnFindings.Of(document, rules);
        if (IsAnyOf(rules.OfSnapshots))
        {
            findings = findings.Concat(SnapshotFindings.Of(snapshot, document, rules));
        }
        if (IsAnyOf(rules.OfCopiedDigests))
        {
            var ids = rules.OfCopiedDigests.Select(rule => rule.Descriptor.Id).ToHashSet();
            findings = findings.Concat(
                CopyFindings.Of(snapshot, document, 0, 0, rules, default).Where(finding => ids.Contains(finding.Descriptor.Id))
            );
        }
        return findings;

        bool IsAnyOf(IEnumerable<IRule> some) => some.Any(rule => file.Baseline.HasAnyOf(rule.Descriptor.Id));
    }

    /// <summary>What each finding is known by, and whether it is accepted.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="document">The document.</param>
    /// <param name="root">The folder to which paths are relative.</param>
    /// <param name="diagnostics">All its findings, by place.</param>
    public static ImmutableArray<IdentifiedDiagnostic> Identify(
        EditorConfiguration configuration,
        Document document,
        string root,
        ImmutableArray<Diagnostic> diagnostics
    )
    {
        var found = configuration.Suppressions.For(document.Path);
        var identities = new Identities(document, root);
        return
        [
            .. diagnostics.Select(diagnostic =>
            {
                var (identity, accepted) = identities.Next(diagnostic.Descriptor.Id, diagnostic.Span, found.Baseline, always: true);
                return new IdentifiedDiagnostic(diagnostic, identity!, accepted);
            }),
        ];
    }

    /// <summary>Counts equal findings while it goes through a document's findings by place.</summary>
    private sealed class Identities(Document document, string root)
    {
        private readonly Dictionary<(string Rule, int Paper, string Text), int> _counts = [];

        /// <summary>The document's path as the baseline gives it.</summary>
        public string File { get; } = SuppressionFile.RelativePath(root, document.Path);

        /// <summary>What the next finding is known by; null where that need not be known to tell that it is not accepted.</summary>
        public (AcceptedFinding? Identity, AcceptedFinding? Accepted) Next(
            string rule,
            TextSpan span,
            Baseline baseline,
            bool always = false
        )
        {
            var goesWithPaper = RuleCatalog.Rules.AboutPapers.Contains(rule);
            var paper = goesWithPaper || RuleCatalog.Rules.AboutCopies.Contains(rule) ? document.PaperAt(span.Start) : -1;
            PaperFacts? facts = paper < 0 ? null : document.Papers[paper].Facts;
            if (!always && !baseline.MayAccept(rule, File, facts))
            {
                return default;
            }
            var text = BrokenTexts.Of(document, paper, span);
            var counted = (rule, goesWithPaper ? paper : -1, text ?? string.Empty);
            var ordinal = _counts.GetValueOrDefault(counted);
            _counts[counted] = ordinal + 1;
            var identity = new AcceptedFinding(
                rule,
                goesWithPaper && paper >= 0 ? null : File,
                paper < 0 ? null : PaperMark.Of(new(document, paper)),
                text ?? string.Empty,
                ordinal
            );
            return (identity, text is null ? null : baseline.Find(identity, facts));
        }
    }
}
