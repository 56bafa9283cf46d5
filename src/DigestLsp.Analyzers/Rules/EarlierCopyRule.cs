using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// What the rules about copies have in common: each speaks of one way in which a paper repeats an earlier one. The finding
/// stands on the later paper's title and links to all copies; the first copy carries nothing.
/// </summary>
public abstract class EarlierCopyRule : ICopyRule
{
    /// <inheritdoc/>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public void Analyze(CopiedPaper paper, ReportCopyFinding report)
    {
        if (paper.Earlier is { } earlier && Concerns(paper.IsRepeatedWithinDigest, earlier.Match.Kind))
        {
            report(paper.Place.Paper.Head, Describe(paper.Place, earlier, CopyWording.AndMore(paper.Copies.Length - 1)), paper.Copies);
        }
    }

    /// <summary>Whether the rule speaks of this kind of repetition.</summary>
    /// <param name="withinDigest">Whether the earlier copy stands in the same digest.</param>
    /// <param name="kind">What it is to the later one.</param>
    protected abstract bool Concerns(bool withinDigest, DuplicateKind kind);

    /// <summary>The message.</summary>
    /// <param name="here">The later paper.</param>
    /// <param name="earlier">The copy to speak of.</param>
    /// <param name="andMore">What to add behind the place where that stands.</param>
    protected abstract string Describe(PaperPlace here, PaperCopy earlier, string andMore);
}
