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
        ImmutableArray<PaperPlace> places = [.. snapshot.PlacesWithCopies(document)];
        var findings = new Collector();
        foreach (var place in places.Where(place => place.Index >= start && place.Index < end))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var finding in KnownCopyFindings.Of(snapshot, place, rules, Compute))
            {
                findings.Add(finding);
            }
        }
        var copied = new CopiedPapers(snapshot, places);
        var report = ReportTo(findings);
        foreach (var rule in rules.OfCopiedDigests)
        {
            findings.Run(rule, () => rule.Analyze(document, copied, report), document.Papers.IsEmpty ? default : document.Papers[0].Head);
        }
        return findings.Drain();

        ImmutableArray<Finding> Compute(PaperPlace place) =>
            snapshot.CopiesOf(place) is { IsEmpty: false } copies ? Of(new CopiedPaper(place, copies), rules) : [];
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
