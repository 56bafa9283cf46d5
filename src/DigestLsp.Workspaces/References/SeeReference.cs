using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>A cross-reference to a paper by its title: a metadata line <c>see: title</c>.</summary>
/// <param name="Span">Where the title stands, in UTF-16 units.</param>
/// <param name="Title">The title as written; never empty.</param>
/// <param name="Facts">The facts of a paper that has this title and nothing else, to compare titles by.</param>
/// <param name="Paper">The index of the paper that refers.</param>
/// <param name="IsCertain">Whether this is metadata whatever it says, or perhaps a line of prose that begins with ‘see:’.</param>
public sealed record SeeReference(TextSpan Span, string Title, PaperFacts Facts, int Paper, bool IsCertain)
{
    /// <summary>The hash of the normalised title.</summary>
    public Hash128 TitleKey => Facts.TitleKey;
}
