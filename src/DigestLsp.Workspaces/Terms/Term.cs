using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>A place in a digest at which a term stands.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Span">The characters, in the document.</param>
public readonly record struct TermPlace(PaperPlace Paper, TextSpan Span) : IComparable<TermPlace>
{
    /// <summary>A place that is known by its distance from a paper's head.</summary>
    internal static TermPlace Of(Document document, int paper, TextSpan span) =>
        new(new(document, paper), span.Shift(document.Papers[paper].Head.Start));

    /// <inheritdoc/>
    public int CompareTo(TermPlace other)
    {
        var byPaper = Paper.CompareTo(other.Paper);
        return byPaper != 0 ? byPaper : Span.CompareTo(other.Span);
    }
}

/// <summary>A name at a place.</summary>
/// <param name="Name">The name, singular.</param>
/// <param name="Place">Where it stands, with a plural's s.</param>
public readonly record struct TermMention(string Name, TermPlace Place);

/// <summary>What a term stands for.</summary>
/// <param name="Text">As it is written first.</param>
/// <param name="Place">Where that is.</param>
public sealed record TermExpansion(string Text, TermPlace Place);

/// <summary>An acronym, or a name that a title coins.</summary>
/// <param name="Name">The name, singular.</param>
/// <param name="Definition">Where it is introduced first, in the order of digests.</param>
/// <param name="Expansions">
/// What it stands for: each once, however it is spelled, by where it is introduced first. Empty for a name that stands for itself.
/// </param>
public sealed record Term(string Name, TermPlace Definition, ImmutableArray<TermExpansion> Expansions)
{
    /// <summary>Whether it stands for several things: one of its expansions is no variant of the first.</summary>
    public bool IsAmbiguous =>
        Expansions.Length > 1
        && Expansions.Any(expansion => !DigestLsp.Similarity.Expansions.AreVariants(Expansions[0].Text, expansion.Text));
}
