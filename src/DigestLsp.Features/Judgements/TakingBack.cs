using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>What was said of findings, where it can be taken back: on a paper's title or, for what is said of a digest, outside of papers.</summary>
public static class TakingBack
{
    /// <summary>What was said of the paper whose title is at a position, or of the digest where there is no paper.</summary>
    public static IEnumerable<(string Title, TakenBack Judgement)> At(Snapshot snapshot, Document document, LinePosition position)
    {
        var found = snapshot.Configuration.Suppressions.For(document.Path);
        if ((found.DistinctFile ?? (SuppressionFile?)found.BaselineFile) is null || document.GetTree() is not { } tree)
        {
            yield break;
        }
        var offset = tree.Text.GetPosition(position);
        PaperFacts? facts = null;
        if (tree.Root.FindEntry(offset) is PaperSyntax paper)
        {
            if (!paper.HeadSpan.Touches(offset))
            {
                yield break;
            }
            facts = document.Papers[document.PaperAt(paper.HeadSpan.Start)].Facts;
        }
        if (facts is { } known && SuppressionEdit.CanMark(snapshot, document))
        {
            if (PairsOf(snapshot, document, known).Length is > 0 and var pairs)
            {
                yield return (
                    "No longer mark as different papers" + (pairs > 1 ? $" ({pairs} pairs)" : ""),
                    new(document.Path, TakenBackKind.Different, known.Content, null)
                );
            }
            if (!IntentionsOf(snapshot, document, known).IsEmpty)
            {
                yield return ("No longer mark as intended here", new(document.Path, TakenBackKind.Intended, known.Content, null));
            }
        }
        if (SuppressionEdit.CanAccept(snapshot, document))
        {
            foreach (var rule in AcceptedOf(snapshot, document, facts).Select(accepted => accepted.Rule).Distinct().Order())
            {
                yield return ($"No longer accept {rule} here", new(document.Path, TakenBackKind.Accepted, facts?.Content, rule));
            }
        }
    }

    /// <summary>The edit that takes something back; null where nobody says it any more.</summary>
    internal static SuppressionEdit? EditOf(Snapshot snapshot, Document document, TakenBack taken)
    {
        PaperFacts? facts = null;
        if (taken.Paper is { } content)
        {
            if (document.Papers.Select(paper => paper.Facts).FirstOrDefault(facts => facts.Content == content) is not { } here)
            {
                return null;
            }
            facts = here;
        }
        return (taken.What, facts) switch
        {
            (TakenBackKind.Different, { } paper) => SuppressionEdit.TakeBack(snapshot, document, PairsOf(snapshot, document, paper), []),
            (TakenBackKind.Intended, { } paper) => SuppressionEdit.TakeBack(
                snapshot,
                document,
                [],
                IntentionsOf(snapshot, document, paper)
            ),
            (TakenBackKind.Accepted, _) => SuppressionEdit.TakeBack(
                snapshot,
                document,
                [.. AcceptedOf(snapshot, document, facts).Where(accepted => accepted.Rule == taken.Rule)]
            ),
            _ => null,
        };
    }

    private static ImmutableArray<DifferentPair> PairsOf(Snapshot snapshot, Document document, PaperFacts paper) =>
        snapshot.Configuration.Suppressions.For(document.Path).DistinctFile is { } file
            ? [.. file.Marks.SidesOf(paper).Select(side => side.Pair).Distinct()]
            : [];

    private static ImmutableArray<IntendedPaper> IntentionsOf(Snapshot snapshot, Document document, PaperFacts paper) =>
        snapshot.Configuration.Suppressions.For(document.Path).DistinctFile is { } file
            ? [.. file.Marks.IntentionsFor(paper).Where(meant => meant.In is null || meant.In == PathIn(file, document)).Distinct()]
            : [];

    private static ImmutableArray<AcceptedFinding> AcceptedOf(Snapshot snapshot, Document document, PaperFacts? paper)
    {
        if (snapshot.Configuration.Suppressions.For(document.Path).BaselineFile is not { } file)
        {
            return [];
        }
        var path = PathIn(file, document);
        var accepted = paper is { } facts ? file.Baseline.FindingsOn(facts) : file.Baseline.FindingsIn(path);
        return [.. accepted.Where(finding => finding.File is null || finding.File == path).Distinct()];
    }

    private static string PathIn(SuppressionFile file, Document document) => SuppressionFile.RelativePath(file.Root, document.Path);
}
