using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>A place in a digest at which a term stands.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Span">The characters, in the document.</param>
public readonly record struct TermPlace(PaperPlace Paper, TextSpan Span) : IComparable<TermPlace>
{
    /// <inheritdoc/>
    public int CompareTo(TermPlace other)
    {
        var byPaper = Paper.CompareTo(other.Paper);
        return byPaper != 0 ? byPaper : Span.CompareTo(other.Span);
    }
}

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
public sealed record Term(string Name, TermPlace Definition, ImmutableArray<TermExpansion> Expansions);
