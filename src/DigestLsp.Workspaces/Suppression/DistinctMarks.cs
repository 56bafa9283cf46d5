using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>Two papers that are different, however alike they look.</summary>
/// <param name="A">The one that comes first in the file's order.</param>
/// <param name="B">The other one.</param>
/// <param name="Extra">What else stands in the entry, kept as it is.</param>
/// <param name="Span">Where it stands in the file; nowhere for one that was not read from a file.</param>
public sealed record DifferentPair(PaperMark A, PaperMark B, JsonExtras Extra = default, TextSpan Span = default);

/// <summary>A paper that is meant to come again.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="In">The digest in which it is meant to, relative to the marks' folder; null for any.</param>
/// <param name="Extra">What else stands in the entry, kept as it is.</param>
/// <param name="Span">Where it stands in the file; nowhere for one that was not read from a file.</param>
public sealed record IntendedPaper(PaperMark Paper, string? In, JsonExtras Extra = default, TextSpan Span = default);

/// <summary>What people have said about pairs of papers and about recurrences: <c>.digestlsp/distinct.json</c>.</summary>
public sealed class DistinctMarks
{
    private readonly MarkLookup<(DifferentPair Pair, bool IsA)> _different;
    private readonly MarkLookup<IntendedPaper> _intended;

    internal DistinctMarks(ImmutableArray<DifferentPair> different, ImmutableArray<IntendedPaper> intended, JsonExtras extra = default)
    {
        Different = different;
        Intended = intended;
        Extra = extra;
        _different = new(different.SelectMany(pair => new[] { (pair.A, (pair, true)), (pair.B, (pair, false)) }));
        _intended = new(intended.Select(paper => (paper.Paper, paper)));
    }

    /// <summary>No marks.</summary>
    public static DistinctMarks None { get; } = new([], []);

    /// <summary>Pairs of different papers.</summary>
    public ImmutableArray<DifferentPair> Different { get; }

    /// <summary>Papers that are meant to come again.</summary>
    public ImmutableArray<IntendedPaper> Intended { get; }

    /// <summary>What else stands in the file, kept as it is.</summary>
    internal JsonExtras Extra { get; }

    /// <summary>Whether two papers are marked as different. Symmetric.</summary>
    public bool AreDifferent(PaperFacts one, PaperFacts other)
    {
        if (_different.IsEmpty)
        {
            return false;
        }
        foreach (var pair in _different.Candidates(one).Select(candidate => candidate.Value.Pair).Distinct())
        {
            // Versions of A may resemble B too: a paper counts as the one that it resembles most.
            var (oneIsA, oneIsB) = SideOf(pair, one);
            var (otherIsA, otherIsB) = SideOf(pair, other);
            if ((oneIsA && otherIsB) || (oneIsB && otherIsA))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a paper is meant to stand in a digest again.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="file">The digest, relative to the marks' folder.</param>
    public bool IsIntended(PaperFacts paper, string file) =>
        !_intended.IsEmpty
        && _intended
            .Candidates(paper)
            .Any(candidate => (candidate.Value.In is null || candidate.Value.In == file) && candidate.Mark.SimilarityTo(paper) is not null);

    /// <summary>The pairs of which a paper may be one side; a paper that is neither has none.</summary>
    public IEnumerable<(DifferentPair Pair, bool IsA)> SidesOf(PaperFacts paper) =>
        _different
            .Candidates(paper)
            .Where(candidate => candidate.Mark.SimilarityTo(paper) is not null)
            .Select(candidate => candidate.Value);

    /// <summary>The recurrences that may be meant with a paper.</summary>
    public IEnumerable<IntendedPaper> IntentionsFor(PaperFacts paper) =>
        _intended.Candidates(paper).Where(candidate => candidate.Mark.SimilarityTo(paper) is not null).Select(candidate => candidate.Value);

    private static (bool IsA, bool IsB) SideOf(DifferentPair pair, PaperFacts paper)
    {
        var a = pair.A.SimilarityTo(paper);
        var b = pair.B.SimilarityTo(paper);
        return (a is not null && (b is null || a >= b), b is not null && (a is null || b >= a));
    }
}
