using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Collects the changes of a renaming, document by document, and holds them against what they are meant to do.</summary>
internal sealed class RenamingEdits
{
    private readonly Dictionary<Document, List<TextChange>> _changes = [];
    private readonly HashSet<Document> _unreadable = [];

    /// <summary>The documents that are changed.</summary>
    public IEnumerable<Document> Documents => _changes.Keys;

    /// <summary>Adds a change that needs the document's syntax.</summary>
    public void Add(Document document, Func<DigestSyntax, TextChange> change)
    {
        if (document.GetTree() is { } tree)
        {
            Add(document, change(tree.Root));
        }
        else
        {
            _unreadable.Add(document);
        }
    }

    /// <summary>Adds a change.</summary>
    public void Add(Document document, TextChange change)
    {
        if (!_changes.TryGetValue(document, out var changes))
        {
            _changes.Add(document, changes = []);
        }
        changes.Add(change);
    }

    /// <summary>A document as the changes leave it, null where its text is no longer to be had.</summary>
    public DigestSyntax? Apply(Document document) => document.GetTree()?.WithChanges(ChangesOf(document)).Root;

    /// <summary>All changes or, where one cannot be made or would be read as something else, why not.</summary>
    /// <param name="misread">What is the matter where a digest would be read differently.</param>
    /// <param name="cancellation">Ends it early.</param>
    public RenameResult ToResult(string misread, CancellationToken cancellation)
    {
        foreach (var document in _changes.Keys.Concat(_unreadable).OrderBy(document => document.Order))
        {
            cancellation.ThrowIfCancellationRequested();
            var name = Path.GetFileName(document.Path);
            if (_unreadable.Contains(document) || !document.IsCurrent() || document.GetTree() is not { } tree)
            {
                return RenameResult.Refused($"{name} has changed on the disk and is not yet read again");
            }
            var changes = ChangesOf(document);
            if (!LineComparison.AreSame(tree.Root, tree.WithChanges(changes).Root, changes))
            {
                return RenameResult.Refused($"{misread} in {name}");
            }
        }
        return new(
            new([
                .. _changes
                    .Keys.OrderBy(document => document.Order)
                    .Select(document => new DocumentEdit(document, [.. ChangesOf(document)])),
            ]),
            Problem: null
        );
    }

    private TextChange[] ChangesOf(Document document) => [.. _changes[document].OrderBy(change => change.Span)];
}
