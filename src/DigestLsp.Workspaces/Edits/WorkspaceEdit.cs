using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>The changes of one document, and what must hold when they are made.</summary>
/// <param name="Document">
/// What they were computed from. Its version, or its file's size, time and content, must still be the same.
/// </param>
/// <param name="Changes">By place, not overlapping; they all speak of the document's text before any of them.</param>
/// <param name="ReliesOn">
/// Other documents that must stand when this one is changed, as they were or as the same edit makes them: they hold the copies of
/// what is removed here.
/// </param>
public sealed record DocumentEdit(Document Document, ImmutableArray<TextChange> Changes, ImmutableArray<Document> ReliesOn)
{
    /// <summary>The changes of a document that need nothing of others.</summary>
    public DocumentEdit(Document document, ImmutableArray<TextChange> changes)
        : this(document, changes, []) { }
}

/// <summary>Changes of several documents, computed from one snapshot.</summary>
/// <param name="Documents">
/// One for each changed document, in the order in which files are written: what another document relies on comes before it.
/// </param>
public sealed record WorkspaceEdit(ImmutableArray<DocumentEdit> Documents)
{
    /// <summary>No change.</summary>
    public static WorkspaceEdit None { get; } = new([]);

    /// <summary>Changes of one document.</summary>
    public static WorkspaceEdit Of(Document document, ImmutableArray<TextChange> changes) => new([new(document, changes)]);

    /// <summary>Whether there is nothing to change.</summary>
    public bool IsEmpty => Documents.IsEmpty;

    /// <summary>Whether the edit can still be made, as far as sizes and times of files tell; see <see cref="Document.IsCurrent"/>.</summary>
    public bool IsCurrent() => Documents.All(IsCurrent);

    /// <summary>The edit without documents that changed meanwhile, and without those that rely on such.</summary>
    public WorkspaceEdit OnlyCurrent() => new([.. Documents.Where(IsCurrent)]);

    private static bool IsCurrent(DocumentEdit edit) => edit.Document.IsCurrent() && edit.ReliesOn.All(document => document.IsCurrent());
}
