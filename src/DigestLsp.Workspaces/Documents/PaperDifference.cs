using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>The papers by which two versions of a document differ, wherever they stand; one that stands twice counts twice.</summary>
/// <param name="Left">Those that only the older version holds.</param>
/// <param name="Arrived">Those that only the newer version holds.</param>
internal readonly record struct PaperDifference(IReadOnlyCollection<PaperFacts> Left, IReadOnlyCollection<PaperFacts> Arrived)
{
    public static PaperDifference Between(ImmutableArray<DocumentPaper> before, ImmutableArray<DocumentPaper> after)
    {
        // Typing changes one paper among thousands: what stands before it and behind it need not be hashed.
        var (prefix, suffix) = CommonEnds(before, after);
        var old = before.AsSpan()[prefix..^suffix];
        var unmatched = new Dictionary<Hash128, int>(old.Length);
        foreach (var paper in old)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(unmatched, paper.Facts.Content, out _)++;
        }
        var arrived = new List<PaperFacts>();
        foreach (var paper in after.AsSpan()[prefix..^suffix])
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

    /// <summary>How many papers at the start, and how many of the others at the end, are the same in both.</summary>
    public static (int Prefix, int Suffix) CommonEnds(ImmutableArray<DocumentPaper> before, ImmutableArray<DocumentPaper> after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var prefix = 0;
        while (prefix < shorter && SameContent(before[prefix], after[prefix]))
        {
            prefix++;
        }
        var suffix = 0;
        while (suffix < shorter - prefix && SameContent(before[^(suffix + 1)], after[^(suffix + 1)]))
        {
            suffix++;
        }
        return (prefix, suffix);
    }

    private static bool SameContent(DocumentPaper left, DocumentPaper right) =>
        ReferenceEquals(left.Facts, right.Facts) || left.Facts.Content == right.Facts.Content;
}
