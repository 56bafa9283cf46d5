using System.Text;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>
/// How a file that is kept beside digests names a paper, so that it is known again after it was moved or mended: by its identifiers;
/// where those say nothing, by its normalised title and a sketch of its abstract.
/// </summary>
/// <param name="Identifiers">The paper's identifiers.</param>
/// <param name="Title">The title, for people to read; empty where the paper has none.</param>
/// <param name="TitleKey">What is compared: the key of the normalised title.</param>
/// <param name="Sketch">The sketch of its abstract.</param>
/// <param name="Extra">What else is said of the paper, kept as it is.</param>
public sealed record PaperMark(
    PaperIdentifiers Identifiers,
    string Title,
    Hash128 TitleKey,
    AbstractSketch Sketch,
    JsonExtras Extra = default
)
{
    /// <summary>How similar an abstract must be to still be the one that was marked.</summary>
    public const double LeastSimilarity = 0.9;

    /// <summary>More than any similarity: an identifier leaves no doubt.</summary>
    private const double ByIdentifier = 2;

    /// <summary>The mark of a paper.</summary>
    public static PaperMark Of(PaperPlace place)
    {
        var facts = place.Paper.Facts;
        var title = facts.TitleWordCount == 0 ? string.Empty : WellFormed(place.Document.GetHead(place.Index).Trim());
        return new(facts.Identifiers, title, facts.TitleKey, AbstractSketch.Of(facts));
    }

    /// <summary>The key of a title as it is written.</summary>
    public static Hash128 KeyOf(string title) => PaperFacts.Compute(Encoding.UTF8.GetBytes(title), []).TitleKey;

    /// <summary>
    /// How sure it is that a paper is the marked one: from <see cref="LeastSimilarity"/> to 1 by its text, more by an identifier;
    /// null when it is another.
    /// </summary>
    public double? SimilarityTo(PaperFacts paper)
    {
        if (Identifiers.SharesAny(paper.Identifiers))
        {
            return ByIdentifier;
        }
        if (Identifiers.Contradicts(paper.Identifiers) || TitleKey != paper.TitleKey)
        {
            return null;
        }
        var similarity = Sketch.SimilarityTo(AbstractSketch.Of(paper));
        return similarity >= LeastSimilarity ? similarity : null;
    }

    /// <summary>Text that JSON can hold: halves of surrogate pairs become U+FFFD.</summary>
    internal static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
