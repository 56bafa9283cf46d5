using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>The papers by which two versions of a document differ, wherever they stand; one that stands twice counts twice.</summary>
/// <param name="Left">Those that only the older version holds.</param>
/// <param name="Arrived">Those that only the newer version holds.</param>
internal readonly record struct PaperDifference(IReadOnlyCollection<PaperFacts> Left, IReadOnlyCollection<PaperFacts> Arrived)
{
    public static PaperDifference Between(DocumentPapers before, DocumentPapers after)
    {
        if (before.IsEmpty)
        {
            return new([], [.. after.Select(paper => paper.Facts)]);
        }
        // Typing changes one paper among thousands: what stands before it and behind it need not be hashed.
        var (prefix, suffix) = before.CommonEnds(after);
        DocumentPaper[] old = [.. before.Between(prefix, before.Length - suffix)];
        var unmatched = new Dictionary<Hash128, int>(old.Length);
        foreach (var paper in old)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(unmatched, paper.Facts.Content, out _)++;
        }
        var arrived = new List<PaperFacts>();
        foreach (var paper in after.Between(prefix, after.Length - suffix))
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(unmatched, paper.Facts.Content);
            if (Unsafe.IsNullRef(ref count) || count == 0)
            {
                arrived.Add(paper.Facts);
            }
            else
            {
                count--;
            }
        }
        var left = new List<PaperFacts>();
        foreach (var paper in old)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(unmatched, paper.Facts.Content);
            if (count > 0)
            {
                count--;
                left.Add(paper.Facts);
            }
        }
        return new(left, arrived);
    }
}
