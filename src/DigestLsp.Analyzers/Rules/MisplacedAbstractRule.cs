using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG3011: an abstract that is another paper's. Either titles and abstracts of neighbours were mixed up, or copies show the title over
/// another abstract and the abstract under another title; and the words of the titles say the same.
/// </summary>
public sealed class MisplacedAbstractRule : ICopiedDigestRule
{
    /// <summary>Versions of one abstract share more than this of their wording.</summary>
    private const double AnotherAbstract = 0.1;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG3011", "Abstract of another paper", RuleSeverity.Warning);

    /// <inheritdoc/>
    public void Analyze(Document document, CopiedPapers copied, ReportCopyFinding report)
    {
        // Titles that stand above their own abstracts share words with them, nearly always.
        foreach (var i in document.Papers.WithUnmentionedTitles())
        {
            if (OwnerAmongNeighbors(document, i) is { } neighbor)
            {
                var where = neighbor < i ? "above" : "below";
                Report(document, i, $"This abstract seems to belong to the paper {where}, {Quoted(document, neighbor)}", [], report);
            }
            else if (copied.Find(i) is { } paper && OwnerAmongCopies(paper) is { } owner)
            {
                var place = owner.Abstract.Place;
                var title = Quoted(place.Document, place.Index);
                var message =
                    $"This abstract belongs to {title}, {CopyWording.Of(place, document)}; this title has another one in {CopyWording.Of(owner.Title.Place, document)}";
                Report(document, i, message, [owner.Abstract, owner.Title], report);
            }
        }
    }

    /// <summary>
    /// The neighbour that the abstract of a paper belongs to. Its title must point here and not to the abstract that it has, and the
    /// paper's own title must point to a neighbour's abstract.
    /// </summary>
    private static int? OwnerAmongNeighbors(Document document, int paper)
    {
        int? owner = null;
        var isElsewhere = false;
        var here = document.Papers[paper].Facts;
        foreach (var neighbor in (ReadOnlySpan<int>)[paper - 1, paper + 1])
        {
            if (neighbor >= 0 && neighbor < document.Papers.Length)
            {
                var there = document.Papers[neighbor].Facts;
                owner = owner is null && TitleMentions.PointTo(title: there, own: here, other: there) ? neighbor : owner;
                isElsewhere |= TitleMentions.PointTo(title: here, own: there, other: here);
            }
        }
        return isElsewhere ? owner : null;
    }

    private static (PaperCopy Abstract, PaperCopy Title)? OwnerAmongCopies(CopiedPaper paper)
    {
        var here = paper.Place.Paper.Facts;
        foreach (var title in paper.Copies)
        {
            var right = title.Place.Paper.Facts;
            if (
                title.Match.Kind != DuplicateKind.Revised
                || title.Match.Containment > AnotherAbstract
                || !TitleMentions.PointTo(title: here, own: right, other: here)
            )
            {
                continue;
            }
            foreach (var copy in paper.Copies)
            {
                var owner = copy.Place.Paper.Facts;
                if (
                    copy.Match.Kind is DuplicateKind.Retitled or DuplicateKind.Near
                    && owner.TitleKey != here.TitleKey
                    && TitleMentions.PointTo(title: owner, own: here, other: right)
                )
                {
                    return (copy, title);
                }
            }
        }
        return null;
    }

    private static string Quoted(Document document, int paper) => $"‘{Excerpt.Of(document.GetHead(paper), CopyWording.TitleLength)}’";

    private static void Report(Document document, int paper, string message, PaperCopy[] copies, ReportCopyFinding report)
    {
        var syntax = new PaperPlace(document, paper).GetSyntax();
        var span = syntax?.Abstract is { } text
            ? WordSpans.Beginning(syntax.Tree.Text, text.Paragraphs.First().TextSpan)
            : document.Papers[paper].Head;
        report(span, message, copies);
    }
}
