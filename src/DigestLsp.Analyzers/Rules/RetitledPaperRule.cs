using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG2005: an earlier digest has the same abstract under another title.</summary>
public sealed class RetitledPaperRule : EarlierCopyRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } = new("DG2005", "Same abstract, another title", RuleSeverity.Warning);

    /// <inheritdoc/>
    protected override bool Concerns(bool withinDigest, DuplicateKind kind) => !withinDigest && kind == DuplicateKind.Retitled;

    /// <inheritdoc/>
    protected override string Describe(PaperPlace here, PaperCopy earlier, string andMore) =>
        $"The same abstract stands {Under(here, earlier.Place)} in {CopyWording.Of(earlier.Place, here.Document)}{andMore}";

    private static string Under(PaperPlace here, PaperPlace there)
    {
        if (there.Paper.Facts.TitleWordCount == 0)
        {
            return "without a title";
        }
        var title = Excerpt.Of(there.Document.GetHead(there.Index), CopyWording.TitleLength);
        return here.Paper.Facts.TitleWordCount == 0 ? $"with its title, ‘{title}’," : $"under another title, ‘{title}’,";
    }

    /// <inheritdoc/>
    private protected override IEnumerable<CodeFix?> GetFixes(FixContext context, PaperCopy earlier) =>
        TakeEither(context, earlier, PaperParts.Title, "title");
}
