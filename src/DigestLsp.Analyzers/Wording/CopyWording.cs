using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>How findings and features speak of copies.</summary>
public static class CopyWording
{
    /// <summary>The most of a title that a message repeats, in UTF-16 units.</summary>
    public const int TitleLength = 120;

    /// <summary>File and line: <c>march.digest, line 12</c>.</summary>
    /// <param name="place">The place.</param>
    /// <param name="seenFrom">The digest in which that is said, if in any.</param>
    public static string Of(PaperPlace place, Document? seenFrom = null) => $"{NameOf(place.Document, seenFrom)}, line {LineOf(place)}";

    /// <summary>A digest's file name, with its folder where the digest in which it is named has the same.</summary>
    internal static string NameOf(Document document, Document? seenFrom)
    {
        var name = Path.GetFileName(document.Path);
        return seenFrom is not null && document.Path != seenFrom.Path && name == Path.GetFileName(seenFrom.Path)
            ? $"{Path.GetFileName(Path.GetDirectoryName(document.Path))}/{name}"
            : name;
    }

    /// <summary>The line of a paper's title, from 1.</summary>
    public static int LineOf(PaperPlace place) => place.Document.GetLinePositionSpan(place.Paper.Head).Start.Line + 1;

    /// <summary>What a copy is, for a link to it.</summary>
    public static string Relation(PaperCopy copy) =>
        copy.Match.Kind switch
        {
            DuplicateKind.Exact => "the same paper",
            DuplicateKind.Retitled => "the same abstract under another title",
            DuplicateKind.Revised when copy.Place.Paper.Facts.AbstractWordCount == 0 => "the same title without an abstract",
            DuplicateKind.Revised => "the same title over another abstract",
            _ => $"nearly the same paper ({Percent(copy.Match.Score)} of the wording)",
        };

    /// <summary>'and in 2 more places', or nothing.</summary>
    internal static string AndMore(int others) =>
        others switch
        {
            <= 0 => string.Empty,
            1 => " and in 1 more place",
            _ => $" and in {others} more places",
        };

    /// <summary>A share as a whole percentage; what is not all is never said to be 100 %.</summary>
    internal static string Percent(double share) => share >= 1 ? "100 %" : $"{Math.Min(99, Math.Round(share * 100)):0} %";
}
