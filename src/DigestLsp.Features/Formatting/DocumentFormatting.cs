using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Lays a digest out, see <see cref="DigestLayout"/>.</summary>
public static class DocumentFormatting
{
    /// <summary>The changes of a document.</summary>
    /// <param name="document">The document; nothing is changed where its text can no longer be read.</param>
    /// <param name="insertFinalLineEnd">Whether the last line is to have an end, too; else it stays as it is.</param>
    public static ImmutableArray<TextChange> Of(Document document, bool insertFinalLineEnd) =>
        document.GetTree() is { } tree ? DigestLayout.ChangesOf(tree, insertFinalLineEnd) : [];

    /// <summary>The changes of the lines of which a part lies in a range, and of the blank lines behind each.</summary>
    public static ImmutableArray<TextChange> OfRange(Document document, LinePositionSpan range)
    {
        if (document.GetTree() is not { } tree)
        {
            return [];
        }
        // A range that ends at the very start of a line holds nothing of it.
        var isLineHeld = range.End.Character > 0 || range.End.Line <= range.Start.Line;
        var end = tree.Text.GetLineStart(Math.Clamp(range.End.Line, 0, tree.Text.LineCount) + (isLineHeld ? 1 : 0));
        return DigestLayout.ChangesOf(tree, within: TextSpan.FromBounds(tree.Text.GetLineStart(Math.Max(0, range.Start.Line)), end));
    }
}
