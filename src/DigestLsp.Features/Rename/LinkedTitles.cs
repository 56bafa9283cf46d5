using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>
/// The places that change together while a title is typed over: the title itself and the <c>see:</c> lines of its digest that say
/// the same. On a <c>see:</c> line nothing changes together, since whoever edits it means another paper; and where a title stands in
/// several places, what refers to it still has the others. Renaming reaches the other digests.
/// </summary>
public static class LinkedTitles
{
    /// <summary>The places, all with the same text, that of the title first; none where there is nothing to change together.</summary>
    public static ImmutableArray<LinePositionSpan> At(Snapshot snapshot, Document document, LinePosition position)
    {
        if (document.GetTree() is not { } tree || document.References.IsEmpty)
        {
            return [];
        }
        var caret = tree.Text.GetPosition(position);
        if (
            tree.Root.FindEntry(caret) is not PaperSyntax { Title: { } title } paper
            || !title.TextSpan.Touches(caret)
            || snapshot.FindByTitle(document.Papers[document.PaperAt(paper.HeadSpan.Start)].Facts.TitleKey).Length != 1
        )
        {
            return [];
        }
        // A title on two lines says no line.
        var text = tree.Text.ToString(title.TextSpan);
        var same = document.References.Where(reference => reference.Title == text).Select(reference => reference.Span).ToList();
        return same.Count == 0 ? [] : [.. same.Prepend(title.TextSpan).Select(tree.Text.GetLinePositionSpan)];
    }
}
