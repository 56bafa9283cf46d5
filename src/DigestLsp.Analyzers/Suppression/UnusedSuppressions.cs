using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>Finds the entries of a suppression file that match nothing in a snapshot.</summary>
internal static class UnusedSuppressions
{
    /// <summary>The places of the entries, and what is said of each.</summary>
    public static IEnumerable<(TextSpan Span, string Message)> Of(SuppressionFile file, Snapshot snapshot) =>
        file switch
        {
            DistinctFile distinct => OfMarks(distinct, snapshot),
            BaselineFile baseline => OfBaseline(baseline, snapshot),
            _ => [],
        };

    private static IEnumerable<(TextSpan, string)> OfMarks(DistinctFile file, Snapshot snapshot)
    {
        var sides = new HashSet<(DifferentPair, bool)>(ReferenceSides.Instance);
        var intended = new HashSet<IntendedPaper>(ReferenceEqualityComparer.Instance);
        foreach (var document in snapshot.Documents)
        {
            var relative = SuppressionFile.RelativePath(file.Root, document.Path);
            for (var i = 0; i < document.Papers.Length; i++)
            {
                var facts = document.Papers[i].Facts;
                sides.UnionWith(file.Marks.SidesOf(facts));
                foreach (var intention in file.Marks.IntentionsFor(facts))
                {
                    if ((intention.In is null || intention.In == relative) && !snapshot.CopiesOf(new(document, i)).IsEmpty)
                    {
                        intended.Add(intention);
                    }
                }
            }
        }
        foreach (var pair in file.Marks.Different)
        {
            if (!sides.Contains((pair, true)) || !sides.Contains((pair, false)))
            {
                var gone = sides.Contains((pair, true)) ? pair.B : pair.A;
                yield return (pair.Span, $"No digest holds the marked paper {Name(gone)} any more; remove this mark");
            }
        }
        foreach (var paper in file.Marks.Intended.Where(paper => !intended.Contains(paper)))
        {
            var place = paper.In is { } digest ? $"in {digest}" : "in any digest";
            yield return (paper.Span, $"The paper {Name(paper.Paper)} does not recur {place} any more; remove this mark");
        }
    }

    private static IEnumerable<(TextSpan, string)> OfBaseline(BaselineFile file, Snapshot snapshot)
    {
        var used = new HashSet<AcceptedFinding>(ReferenceEqualityComparer.Instance);
        foreach (var document in snapshot.Documents)
        {
            if (ReferenceEquals(snapshot.Configuration.Suppressions.For(document.Path).BaselineFile, file))
            {
                used.UnionWith(Suppression.UsedBy(snapshot, document, file));
            }
        }
        foreach (var accepted in file.Baseline.Findings.Where(accepted => !used.Contains(accepted)))
        {
            var place = accepted.Paper is { } paper ? $"on the paper {Name(paper)}" : $"in {accepted.File}";
            yield return (accepted.Span, $"There is no such finding of {accepted.Rule} {place} any more; remove this entry");
        }
    }

    private static string Name(PaperMark paper) =>
        paper.Title.Length > 0 ? $"‘{Excerpt.Of(paper.Title, CopyWording.TitleLength)}’" : "without a title";

    /// <summary>Two entries that say the same are two entries.</summary>
    private sealed class ReferenceSides : IEqualityComparer<(DifferentPair Pair, bool IsA)>
    {
        public static readonly ReferenceSides Instance = new();

        public bool Equals((DifferentPair Pair, bool IsA) x, (DifferentPair Pair, bool IsA) y) =>
            ReferenceEquals(x.Pair, y.Pair) && x.IsA == y.IsA;

        public int GetHashCode((DifferentPair Pair, bool IsA) side) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(side.Pair), side.IsA);
    }
}
