using DigestLsp.Similarity;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG2003: nearly the same paper stands in an earlier digest.</summary>
public sealed class NearDuplicateRule : EarlierCopyRule
{
    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; } = new("DG2003", "Near-duplicate of an earlier paper", RuleSeverity.Warning);

    /// <inheritdoc/>
    protected override bool Concerns(bool withinDigest, DuplicateKind kind) => !withinDigest && kind == DuplicateKind.Near;

    /// <inheritdoc/>
    protected override string Describe(PaperPlace here, PaperCopy earlier, string andMore)
    {
        var message =
            $"Nearly the same paper ({CopyWording.Percent(earlier.Match.Score)} of the wording) stands in {CopyWording.Of(earlier.Place)}{andMore}";
        return Difference(here, earlier.Place) is { } difference ? $"{message}: {difference}" : message;
    }

    private static string? Difference(PaperPlace here, PaperPlace there) =>
        here.GetSyntax() is { } ours && there.GetSyntax() is { } theirs
            ? TextDifference.Describe(ours.Abstract?.Text ?? string.Empty, theirs.Abstract?.Text ?? string.Empty)
                ?? TextDifference.Describe(ours.Title?.Text ?? string.Empty, theirs.Title?.Text ?? string.Empty)
            : null;
}
