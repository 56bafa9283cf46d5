using DigestLsp.Syntax;

namespace DigestLsp.Analyzers;

/// <summary>
/// Holds a change of papers against what it is meant to do. The parser reads blocks by their surroundings: what is taken out or
/// put in at one place may, in a digest that is broken enough, let another place be read differently.
/// </summary>
internal static class PaperComparison
{
    /// <summary>Whether a changed digest holds the papers that it held, but for those that are named, in the same order.</summary>
    /// <param name="before">The digest before the change.</param>
    /// <param name="after">The digest after it.</param>
    /// <param name="removed">The numbers of the papers that are meant to be gone, in the digest before.</param>
    /// <param name="changed">Those that are meant to be different; what they became is asked of <paramref name="isAsMeant"/>.</param>
    /// <param name="isAsMeant">Whether a changed paper, by its number before, became what it should.</param>
    public static bool IsAsMeant(
        DigestSyntax before,
        DigestSyntax after,
        IReadOnlySet<int> removed,
        IReadOnlySet<int> changed,
        Func<int, PaperSyntax, bool> isAsMeant
    )
    {
        if (after.Tree.PaperCount != before.Tree.PaperCount - removed.Count)
        {
            return false;
        }
        var theirs = after.WalkPapers();
        var index = 0;
        for (var ours = before.WalkPapers(); ours.MoveNext(); index++)
        {
            if (removed.Contains(index))
            {
                continue;
            }
            theirs.MoveNext();
            var paper = theirs.ToSyntax();
            if (!(changed.Contains(index) ? isAsMeant(index, paper) : AreEqual(ours.ToSyntax(), paper)))
            {
                return false;
            }
        }
        return true;
    }

    private static bool AreEqual(PaperSyntax left, PaperSyntax right) =>
        left.SharesContentWith(right)
        || (left.Title?.Text == right.Title?.Text && left.Abstract?.Text == right.Abstract?.Text && HaveSameMetadata(left, right));

    /// <summary>Whether two papers have the same metadata lines.</summary>
    public static bool HaveSameMetadata(PaperSyntax left, PaperSyntax right) =>
        PaperMetadata.Of(left).Lines.SequenceEqual(PaperMetadata.Of(right).Lines);
}
