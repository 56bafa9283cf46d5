using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG2006: nearly all papers of a digest stand in one earlier digest, so that it is the digest that is repeated. The findings of the
/// single papers stay: each leads to its copy, and what is new among them shows by having none.
/// </summary>
public sealed class RepeatedDigestRule : ICopiedDigestRule
{
    /// <summary>Fewer papers may come together again by chance.</summary>
    private const int FewestPapers = 3;

    /// <summary>Of ten papers, how many must stand in the earlier digest.</summary>
    private const int OfTen = 9;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG2006", "Digest repeats an earlier one", RuleSeverity.Warning);

    /// <inheritdoc/>
    public void Analyze(Document document, CopiedPapers copied, ReportCopyFinding report)
    {
        var papers = document.Papers.Length;
        var needed = Math.Max(FewestPapers, ((papers * OfTen) + 9) / 10);
        if (copied.AtMost < needed || MostRepeated(document, copied) is not { } repeated || repeated.Copies.Count < needed)
        {
            return;
        }
        var name = CopyWording.NameOf(repeated.Earlier, document);
        report(
            PlaceOf(document),
            repeated.Copies.Count == papers
                ? $"All {papers} papers of this digest stand in an earlier one, {name}"
                : $"{repeated.Copies.Count} of the {papers} papers of this digest stand in an earlier one, {name}",
            repeated.Copies
        );
    }

    /// <summary>The earlier digest that most papers stand in, the earliest of several, with one copy of each paper.</summary>
    private static (Document Earlier, List<PaperCopy> Copies)? MostRepeated(Document document, CopiedPapers copied)
    {
        var byDigest = new Dictionary<Document, List<PaperCopy>>();
        foreach (var paper in copied)
        {
            Document? last = null;
            foreach (var copy in paper.Copies)
            {
                // Copies come in the order of digests, so that those in one digest follow each other.
                var earlier = copy.Place.Document;
                if (earlier.Order.CompareTo(document.Order) >= 0)
                {
                    break;
                }
                if (copy.Match.Kind == DuplicateKind.Revised || earlier == last)
                {
                    continue;
                }
                last = earlier;
                if (!byDigest.TryGetValue(earlier, out var copies))
                {
                    byDigest.Add(earlier, copies = []);
                }
                copies.Add(copy);
            }
        }
        var most = byDigest.OrderByDescending(digest => digest.Value.Count).ThenBy(digest => digest.Key.Order).FirstOrDefault();
        return most.Key is null ? null : (most.Key, most.Value);
    }

    /// <summary>The date line or, where there is none or the text is no longer to be had, the first paper.</summary>
    private static TextSpan PlaceOf(Document document) =>
        document.GetTree()?.Root.DateLines.FirstOrDefault()?.Span ?? document.Papers[0].Head;
}
