using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// What the rules about copies have in common: each speaks of one way in which a paper repeats an earlier one. The finding
/// stands on the later paper's title and links to all copies; the first copy carries nothing.
/// </summary>
public abstract class EarlierCopyRule : ICopyRule, ICodeFixProvider
{
    /// <inheritdoc/>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public void Analyze(CopiedPaper paper, ReportCopyFinding report)
    {
        if (paper.Earlier is { } earlier && Finds(paper))
        {
            report(paper.Place.Paper.Head, Describe(paper.Place, earlier, CopyWording.AndMore(paper.Copies.Length - 1)), paper.Copies);
        }
    }

    /// <summary>Whether the rule speaks of a paper; of one with an earlier copy, exactly one rule does.</summary>
    internal bool Finds(CopiedPaper paper) => paper.Earlier is { } earlier && Concerns(paper.IsRepeatedWithinDigest, earlier.Match.Kind);

    /// <inheritdoc/>
    public IEnumerable<CodeFix> GetFixes(FixContext context) =>
        context.Copied is { Earlier: { } earlier } ? GetFixes(context, earlier).OfType<CodeFix>() : [];

    /// <summary>The ways to mend a finding, the best first; null for one that does not apply.</summary>
    /// <param name="context">The finding.</param>
    /// <param name="earlier">The copy that it speaks of.</param>
    private protected abstract IEnumerable<CodeFix?> GetFixes(FixContext context, PaperCopy earlier);

    /// <summary>Whether the rule speaks of this kind of repetition.</summary>
    /// <param name="withinDigest">Whether the earlier copy stands in the same digest.</param>
    /// <param name="kind">What it is to the later one.</param>
    protected abstract bool Concerns(bool withinDigest, DuplicateKind kind);

    /// <summary>The message.</summary>
    /// <param name="here">The later paper.</param>
    /// <param name="earlier">The copy to speak of.</param>
    /// <param name="andMore">What to add behind the place where that stands.</param>
    protected abstract string Describe(PaperPlace here, PaperCopy earlier, string andMore);

    /// <summary>Two ways to make copies equal: what stands there is written here, or the other way round.</summary>
    private protected static IEnumerable<CodeFix?> TakeEither(FixContext context, PaperCopy earlier, PaperParts parts, string what)
    {
        var place = CopyWording.Of(earlier.Place, context.Place.Document);
        var difference = Difference(context.Place, earlier.Place, parts, TextDifference.InTitles) is { } words
            ? $" ({words})"
            : string.Empty;
        yield return CopyFixes.Take($"Take the {what} of {place}{difference}", context.Place, earlier.Place, parts);
        yield return CopyFixes.Take($"Write this {what} to {place}", earlier.Place, context.Place, parts);
    }

    /// <summary>Where two copies differ, null where that cannot be told.</summary>
    private protected static string? Difference(
        PaperPlace here,
        PaperPlace there,
        PaperParts parts,
        int shown = TextDifference.InMessages
    ) =>
        here.GetSyntax() is { } ours && there.GetSyntax() is { } theirs
            ? (
                parts.HasFlag(PaperParts.Abstract)
                    ? TextDifference.Describe(ours.Abstract?.Text ?? "", theirs.Abstract?.Text ?? "", shown)
                    : null
            ) ?? (parts.HasFlag(PaperParts.Title) ? TextDifference.Describe(ours.Title?.Text ?? "", theirs.Title?.Text ?? "", shown) : null)
            : null;
}
