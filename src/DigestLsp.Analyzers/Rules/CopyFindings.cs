using System.Collections.Immutable;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>What a document's papers are found at fault for because of their copies, here and elsewhere.</summary>
internal static class CopyFindings
{
    /// <summary>Other places that one finding names at most; its message tells how many there are.</summary>
    private const int MaxRelated = 16;

    /// <summary>
    /// The findings of the papers from one number up to, but not including, another, and of the digest as a whole.
    /// </summary>
    public static ImmutableArray<Finding> Of(
        Snapshot snapshot,
        Document document,
        int start,
        int end,
        RuleSet rules,
        CancellationToken cancellation
    )
    {
        var copied = CopiedPapers(snapshot, document, cancellation);
        var findings = new Collector();
        foreach (var paper in copied.Where(paper => paper.Place.Index >= start && paper.Place.Index < end))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var finding in KnownCopyFindings.Of(paper, rules, () => Of(paper, rules)))
            {
                findings.Add(finding);
            }
        }
        var unmeant = Suppression.WithoutIntended(snapshot.Configuration, document, copied);
        var report = ReportTo(findings);
        foreach (var rule in rules.OfCopiedDigests)
        {
            findings.Run(rule, () => rule.Analyze(document, unmeant, report), document.Papers.IsEmpty ? default : document.Papers[0].Head);
        }
        return findings.Drain();
    }

    private static ImmutableArray<Finding> Of(CopiedPaper paper, RuleSet rules)
    {
        var findings = new Collector();
        var report = ReportTo(findings);
        foreach (var rule in rules.OfCopies)
        {
            findings.Run(rule, () => rule.Analyze(paper, report), paper.Place.Paper.Head);
        }
        return findings.Drain();
    }

    private static ReportCopyFinding ReportTo(Collector findings) =>
        (span, message, copies) => findings.Add(span, message, Related(copies));

    private static List<CopiedPaper> CopiedPapers(Snapshot snapshot, Document document, CancellationToken cancellation)
    {
        var copied = new List<CopiedPaper>();
        foreach (var place in snapshot.PlacesWithCopies(document))
        {
            cancellation.ThrowIfCancellationRequested();
            if (snapshot.CopiesOf(place) is { IsEmpty: false } copies)
            {
                copied.Add(new(place, copies));
            }
        }
        return copied;
    }

    private static ImmutableArray<RelatedLocation> Related(IEnumerable<PaperCopy> copies) =>
        [
            .. copies
                .Take(MaxRelated)
                .Select(copy => new RelatedLocation(
                    copy.Place.Document.Path,
                    copy.Place.Document.GetLinePositionSpan(copy.Place.Paper.Head),
                    CopyWording.Relation(copy)
                )),
        ];
}
