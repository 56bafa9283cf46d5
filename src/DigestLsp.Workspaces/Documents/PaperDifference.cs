using System.Collections.Immutable;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>The contents by which two versions of a document differ, each once.</summary>
/// <param name="Left">Those that only the older version holds.</param>
/// <param name="Arrived">Those that only the newer version holds.</param>
internal readonly record struct PaperDifference(IReadOnlyCollection<PaperFacts> Left, IReadOnlyCollection<PaperFacts> Arrived)
{
    public static PaperDifference Between(ImmutableArray<DocumentPaper> before, ImmutableArray<DocumentPaper> after)
    {
        // Typing changes one paper among thousands: what stands before it and behind it need not be hashed.
        var (prefix, suffix) = CommonEnds(before, after);
        var left = Contents(before.AsSpan()[prefix..^suffix]);
        var arrived = Contents(after.AsSpan()[prefix..^suffix]);
        RemoveAll(left, after);
        RemoveAll(arrived, before);
        return new(left.Values, arrived.Values);
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

    private static Dictionary<Hash128, PaperFacts> Contents(ReadOnlySpan<DocumentPaper> papers)
    {
        var contents = new Dictionary<Hash128, PaperFacts>(papers.Length);
        foreach (var paper in papers)
        {
            contents.TryAdd(paper.Facts.Content, paper.Facts);
        }
        return contents;
    }

    private static void RemoveAll(Dictionary<Hash128, PaperFacts> contents, ImmutableArray<DocumentPaper> papers)
    {
        for (var i = 0; i < papers.Length && contents.Count > 0; i++)
        {
            contents.Remove(papers[i].Facts.Content);
        }
    }
}
