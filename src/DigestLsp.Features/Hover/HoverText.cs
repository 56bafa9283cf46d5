using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>What is shown beside a place in a document.</summary>
/// <param name="Text">The text, in the format that was asked for.</param>
/// <param name="Range">What it is about.</param>
public sealed record HoverText(string Text, LinePositionSpan Range)
{
    /// <summary>What there is to tell about a position: about the term there or, where there is none, about the paper; on a cross-reference, about the paper that it names.</summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="document">The document asked about.</param>
    /// <param name="position">Where the pointer is.</param>
    /// <param name="format">What the client shows.</param>
    /// <param name="linkTo">The URI of a place, for links.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Null between papers, in banners and in date lines, and where a cross-reference names no paper.</returns>
    public static HoverText? At(
        Snapshot snapshot,
        Document document,
        LinePosition position,
        HoverFormat format,
        Func<DocumentRange, string> linkTo,
        CancellationToken cancellation = default
    )
    {
        var writer = new HoverWriter(format, linkTo);
        if (TermAtPosition.Find(snapshot, document, position) is { } mention)
        {
            TermHover.Write(writer, snapshot, mention.Name, cancellation);
            return new(writer.ToString(), document.GetLinePositionSpan(mention.Place.Span));
        }
        if (PaperAtPosition.Find(document, position) is not { } paper)
        {
            return null;
        }
        if (paper.Reference is { } reference)
        {
            if (snapshot.FindByTitle(reference.TitleKey) is not [var named, ..])
            {
                return null;
            }
            PaperHover.WriteNamed(writer, snapshot, named, document);
            return new(writer.ToString(), document.GetLinePositionSpan(reference.Span));
        }
        PaperHover.Write(writer, snapshot, paper);
        var offset = paper.Syntax.Tree.Text.GetPosition(position);
        var part = paper.Syntax.ChildNodes().First(node => node.Span.Touches(offset));
        return new(writer.ToString(), document.GetLinePositionSpan(part.Span));
    }
}
