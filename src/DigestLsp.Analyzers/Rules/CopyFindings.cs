using System.Collections.Immutable;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>What a document's papers are found at fault for because of their copies, here and elsewhere.</summary>
internal static class CopyFindings
{
    /// <summary>Other places that one finding names at most; its message tells how many there are.</summary>
    private const int MaxRelated = 16;

    /// <summary>The findings of the papers from one number up to, but not including, another.</summary>
    public static ImmutableArray<Finding> Of(
        Snapshot snapshot,
        Document document,
        int start,
        int end,
        RuleSet rules,
        CancellationToken cancellation
    )
    {
        var findings = new Collector();
        ReportCopyFinding report = (span, message, copies) => findings.Add(span, message, Related(copies));
        for (var i = start; i < end; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var place = new PaperPlace(document, i);
            var copies = snapshot.CopiesOf(place);
            if (copies.IsEmpty)
            {
                continue;
            }
            var paper = new CopiedPaper(place, copies);
            foreach (var rule in rules.OfCopies)
            {
                findings.Expect(rule, 0);
                try
                {
                    rule.Analyze(paper, report);
                }
                catch (Exception exception) when (Collector.IsFault(exception))
                {
                    findings.AddFailure(exception, place.Paper.Head);
                }
            }
        }
        return findings.Drain();
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
