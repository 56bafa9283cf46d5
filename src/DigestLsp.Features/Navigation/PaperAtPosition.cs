using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>The paper that a caret is in.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Syntax">Its syntax.</param>
/// <param name="Reference">The cross-reference that the caret is in, null where it is in none.</param>
internal sealed record PaperAtPosition(PaperPlace Place, PaperSyntax Syntax, SeeReference? Reference)
{
    /// <summary>The paper whose title or abstract a position touches; null between papers, in banners and in date lines.</summary>
    public static PaperAtPosition? Find(Document document, LinePosition position)
    {
        if (document.GetTree() is not { } tree)
        {
            return null;
        }
        var offset = tree.Text.GetPosition(position);
        if (tree.Root.FindEntry(offset) is not PaperSyntax paper || !paper.ChildNodes().Any(node => node.Span.Touches(offset)))
        {
            return null;
        }
        var reference = document.References.FirstOrDefault(reference => reference.Span.Touches(offset));
        return new(new(document, document.PaperAt(paper.HeadSpan.Start)), paper, reference);
    }
}
