using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Words that an editor shows within a line although they are not in the text.</summary>
/// <param name="Position">Before which character.</param>
/// <param name="Text">The words.</param>
public readonly record struct InlayHint(LinePosition Position, string Text);

/// <summary>Tells behind the title of a paper that stands earlier, too, where that is.</summary>
public static class DuplicateHints
{
    /// <summary>The hints of a range, by place. A paper's first place has none.</summary>
    public static ImmutableArray<InlayHint> Of(
        Snapshot snapshot,
        Document document,
        LinePositionSpan range,
        CancellationToken cancellation = default
    )
    {
        var hints = ImmutableArray.CreateBuilder<InlayHint>();
        foreach (var place in snapshot.PlacesWithCopies(document))
        {
            cancellation.ThrowIfCancellationRequested();
            var title = document.GetLinePositionSpan(place.Paper.Head);
            if (
                title.End.CompareTo(range.Start) >= 0
                && title.End.CompareTo(range.End) <= 0
                && !place.Paper.Facts.TitleKey.IsEmpty
                && snapshot.CopiesOf(place) is [var first, ..]
                && first.Place.CompareTo(place) < 0
            )
            {
                hints.Add(new(title.End, Text(first)));
            }
        }
        return hints.DrainToImmutable();
    }

    /// <summary>Short: VS Code cuts hints off at 43 characters.</summary>
    private static string Text(PaperCopy first) =>
        $"{Relation(first.Match.Kind)} {Path.GetFileName(first.Place.Document.Path)}:{CopyWording.LineOf(first.Place)}";

    private static string Relation(DuplicateKind kind) =>
        kind switch
        {
            DuplicateKind.Exact => "duplicate of",
            DuplicateKind.Retitled => "other title for",
            DuplicateKind.Revised => "revision of",
            _ => "near-duplicate of",
        };
}
