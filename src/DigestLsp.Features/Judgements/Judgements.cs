using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>What can be said of findings, and the files that keep it.</summary>
public static class Judgements
{
    /// <summary>
    /// What can be said of a finding, with how that is called. Nothing that would be kept in a file that must be mended first, or
    /// for a document that was never saved.
    /// </summary>
    public static IEnumerable<(string Title, Judgement Judgement)> For(Snapshot snapshot, Document document, Diagnostic diagnostic)
    {
        if (SuppressionEdit.CanMark(snapshot, document))
        {
            foreach (var mark in Marks(snapshot, document, diagnostic))
            {
                yield return mark;
            }
        }
        // A failure of the tool is nothing to get used to.
        if (SuppressionEdit.CanAccept(snapshot, document) && diagnostic.Descriptor != RuleFailed.Descriptor)
        {
            var rule = diagnostic.Descriptor.Id;
            yield return (
                $"Accept this finding ({rule})",
                new AcceptedDiagnostic(document.Path, rule, diagnostic.Range, diagnostic.Message)
            );
        }
    }

    /// <summary>The edit that keeps a judgement, computed on the snapshot as it is now.</summary>
    /// <returns>The edit, or one sentence that says why there is none.</returns>
    public static (SuppressionEdit? Edit, string? Problem) EditOf(
        Snapshot snapshot,
        Judgement judgement,
        CancellationToken cancellation = default
    )
    {
        if (snapshot.GetDocument(judgement.Path) is not { } document)
        {
            return (null, "The digest is not there any more");
        }
        var suppressions = snapshot.Configuration.Suppressions.For(document.Path);
        var file = judgement is AcceptedDiagnostic or TakenBack { What: TakenBackKind.Accepted }
            ? (SuppressionFile?)suppressions.BaselineFile
            : suppressions.DistinctFile;
        if (file?.Fault is { } fault)
        {
            return (null, $"{file.Path}: {fault.Message}");
        }
        if (!Path.IsPathFullyQualified(document.Path))
        {
            return (null, "Save the digest first: what is said of it is kept in a file beside it");
        }
        var edit = judgement switch
        {
            DifferentPapers different => MarkDifferent(snapshot, document, different),
            IntendedPapers intended => MarkIntended(snapshot, document, intended),
            AcceptedDiagnostic accepted => Accept(snapshot, document, accepted, cancellation),
            TakenBack taken => TakingBack.EditOf(snapshot, document, taken),
            _ => null,
        };
        return edit is null ? (null, "What this was said of has changed meanwhile; look at the finding again") : (edit, null);
    }

    private static IEnumerable<(string Title, Judgement Judgement)> Marks(Snapshot snapshot, Document document, Diagnostic diagnostic)
    {
        var paper = document.PaperAt(diagnostic.Span.Start);
        switch (diagnostic.Descriptor.Id)
        {
            case "DG2001" when paper >= 0:
                yield return ("Mark as intended here", new IntendedPapers(document.Path, [ContentOf(new(document, paper))]));
                break;
            case "DG2002" or "DG2003" or "DG2004" or "DG2005" when paper >= 0:
                var place = new PaperPlace(document, paper);
                // Papers of the same words are the same: no mark parts those.
                var others = snapshot.CopiesOf(place).RemoveAll(copy => copy.Match.Kind == DuplicateKind.Exact);
                if (others.IsEmpty || new CopiedPaper(place, others).Earlier is not { } earlier)
                {
                    break;
                }
                yield return (
                    $"Mark as different papers: this and {CopyWording.Of(earlier.Place, document)}",
                    new DifferentPapers(document.Path, ContentOf(place), [ContentOf(earlier.Place)])
                );
                ImmutableArray<Hash128> contents = [.. others.Select(copy => ContentOf(copy.Place)).Distinct()];
                if (contents.Length > 1)
                {
                    yield return (
                        $"Mark as different papers: this and all {contents.Length} like it",
                        new DifferentPapers(document.Path, ContentOf(place), contents)
                    );
                }
                break;
            case "DG2006":
                var recurring = Recurrences(snapshot, document);
                yield return (
                    $"Mark as intended here: all {recurring.Length} papers that recur",
                    new IntendedPapers(document.Path, recurring)
                );
                break;
            default:
                break;
        }
    }

    /// <summary>The papers of a digest that an earlier one has too, but for those that it has another text of.</summary>
    private static ImmutableArray<Hash128> Recurrences(Snapshot snapshot, Document document) =>
        [
            .. Enumerable
                .Range(0, document.Papers.Length)
                .Select(index => new PaperPlace(document, index))
                .Where(place =>
                    snapshot
                        .CopiesOf(place)
                        .Any(copy => copy.Match.Kind != DuplicateKind.Revised && copy.Place.Document.Order.CompareTo(document.Order) < 0)
                )
                .Select(ContentOf)
                .Distinct(),
        ];

    private static SuppressionEdit? MarkDifferent(Snapshot snapshot, Document document, DifferentPapers different)
    {
        PaperPlace?[] others = [.. different.Others.Select(content => Find(snapshot, content, inside: null))];
        return Find(snapshot, different.Paper, document) is { } place && !others.Contains(null)
            ? SuppressionEdit.MarkDifferent(snapshot, place, [.. others.OfType<PaperPlace>()])
            : null;
    }

    private static SuppressionEdit? MarkIntended(Snapshot snapshot, Document document, IntendedPapers intended)
    {
        PaperPlace?[] papers = [.. intended.Papers.Select(content => Find(snapshot, content, document))];
        return papers.Contains(null)
            ? null
            : SuppressionEdit.MarkIntended(snapshot, document, [.. papers.OfType<PaperPlace>().Select(place => place.Index)]);
    }

    private static PaperPlace? Find(Snapshot snapshot, Hash128 content, Document? inside) =>
        snapshot.PlacesOf(content).Cast<PaperPlace?>().FirstOrDefault(place => inside is null || place!.Value.Document == inside);

    private static SuppressionEdit? Accept(
        Snapshot snapshot,
        Document document,
        AcceptedDiagnostic accepted,
        CancellationToken cancellation
    )
    {
        var isFound = false;
        var edit = SuppressionEdit.Accept(snapshot, document, Find);
        return isFound ? edit : null;

        IEnumerable<AcceptedFinding> Find(string root)
        {
            foreach (var (diagnostic, identity, known) in DocumentAnalysis.Identify(snapshot, document, root, cancellation))
            {
                if (
                    known is null
                    && diagnostic.Descriptor.Id == accepted.Rule
                    && diagnostic.Range == accepted.Range
                    && diagnostic.Message == accepted.Message
                )
                {
                    isFound = true;
                    yield return identity;
                }
            }
        }
    }

    private static Hash128 ContentOf(PaperPlace place) => place.Paper.Facts.Content;
}
