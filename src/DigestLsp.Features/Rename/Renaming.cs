using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>What can be renamed at a position.</summary>
/// <param name="Range">The name there.</param>
/// <param name="Name">The name as it is now.</param>
public sealed record RenameTarget(LinePositionSpan Range, string Name);

/// <summary>What a renaming changes, or why it cannot be made.</summary>
/// <param name="Edit">The changes; none where there is a problem.</param>
/// <param name="Problem">A sentence for the user, without a period; null where there is none.</param>
public sealed record RenameResult(WorkspaceEdit Edit, string? Problem)
{
    internal static RenameResult Refused(string problem) => new(WorkspaceEdit.None, problem);
}

/// <summary>Gives a term or the title of a paper another name, everywhere.</summary>
public static class Renaming
{
    /// <summary>
    /// What can be renamed at a position: the term there, without a plural's s, else the title, or the title that a cross-reference
    /// names. Null elsewhere, and where a cross-reference names no paper.
    /// </summary>
    public static RenameTarget? Prepare(Snapshot snapshot, Document document, LinePosition position)
    {
        if (TermAtPosition.Find(snapshot, document, position) is { } mention)
        {
            var span = new TextSpan(mention.Place.Span.Start, mention.Name.Length);
            return new(document.GetLinePositionSpan(span), mention.Name);
        }
        return TitleAt(snapshot, document, position) is { } title
            ? new(document.GetLinePositionSpan(title.Span), title.Place.Document.GetHead(title.Place.Index).ReplaceLineEndings(" "))
            : null;
    }

    /// <summary>Renames what is at a position; null where nothing is that could be.</summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="document">The document asked about.</param>
    /// <param name="position">Where the caret is.</param>
    /// <param name="newName">The new name.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static RenameResult? Compute(
        Snapshot snapshot,
        Document document,
        LinePosition position,
        string newName,
        CancellationToken cancellation = default
    ) =>
        TermAtPosition.Find(snapshot, document, position) is { } mention
            ? TermRenaming.Compute(snapshot, mention.Name, newName.Trim(), cancellation)
        : TitleAt(snapshot, document, position) is { } title
            ? TitleRenaming.Compute(snapshot, title.Place.Paper.Facts.TitleKey, newName.Trim(), cancellation)
        : null;

    /// <summary>The title or cross-reference at a position, and a place of the paper that it names.</summary>
    private static (TextSpan Span, PaperPlace Place)? TitleAt(Snapshot snapshot, Document document, LinePosition position)
    {
        if (PaperAtPosition.Find(document, position) is not { } paper)
        {
            return null;
        }
        if (paper.Reference is { } reference)
        {
            return snapshot.FindByTitle(reference.TitleKey) is [var named, ..] ? (reference.Span, named) : null;
        }
        var offset = paper.Syntax.Tree.Text.GetPosition(position);
        return paper.Syntax.Title is { } title && title.TextSpan.Touches(offset) && !paper.Place.Paper.Facts.TitleKey.IsEmpty
            ? (title.TextSpan, paper.Place)
            : null;
    }
}
