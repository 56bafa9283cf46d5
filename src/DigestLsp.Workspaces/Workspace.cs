using System.Buffers;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>
/// The one thing that changes: it holds the current snapshot, and every operation replaces it by another. An editor's changes
/// come one after the other and take effect at once; what reads files works beside them on the snapshot that it began with, and
/// when it is done yields to what they changed meanwhile.
/// </summary>
/// <param name="prepare">
/// Computes what is to be kept of a closed document while its text is at hand; called from several threads at once.
/// </param>
/// <param name="cache">Keeps what was computed from closed documents for the next start; null for nothing.</param>
/// <param name="buffers">Lends the memory that files are read into while they are looked at; null for the pool that all share.</param>
public sealed partial class Workspace(
    Action<Document, EditorConfiguration>? prepare = null,
    FactsCache? cache = null,
    ArrayPool<byte>? buffers = null
)
{
    private readonly Lock _replacing = new();
    private Snapshot _current = Snapshot.Empty.WithConfiguration(new());

    /// <summary>The latest snapshot.</summary>
    public Snapshot Current => Volatile.Read(ref _current);

    /// <summary>Takes the text that an editor opened.</summary>
    /// <param name="path">The file's path or, for a document that was never saved, its URI.</param>
    /// <param name="version">The editor's version number.</param>
    /// <param name="text">The whole text.</param>
    public Snapshot Open(string path, int version, string text) =>
        Replace(Document.Open(path, version, SyntaxTree.Parse(SourceText.From(text))));

    /// <summary>Makes an editor's changes, one after the other.</summary>
    /// <exception cref="MisplacedChangeException">The document is not open, or the version is not later than the one it has.</exception>
    public Snapshot Change(string path, int version, IReadOnlyList<DocumentChange> changes)
    {
        if (Current.GetDocument(path) is not { Version: { } known } document)
        {
            throw new MisplacedChangeException($"{path} was changed, but is not open");
        }
        if (version <= known)
        {
            throw new MisplacedChangeException($"{path} has version {known}, and a change to version {version} came after it");
        }
        var tree = document.GetTree()!;
        foreach (var change in changes)
        {
            tree = change.Range is { } range
                ? tree.WithChanges(new TextChange(SpanOf(tree.Text, range), change.Text))
                : SyntaxTree.Parse(SourceText.From(change.Text));
        }
        return Replace(Document.Open(path, version, tree, document));
    }

    /// <summary>
    /// Lets go of a document that an editor closed. It keeps the editor's text until <see cref="Refresh"/> reads the disk's, or
    /// drops it where that is no digest of a loaded folder.
    /// </summary>
    /// <exception cref="MisplacedChangeException">The document is not open.</exception>
    public Snapshot Close(string path) =>
        Current.GetDocument(path) is { IsOpen: true } document
            ? Replace(document.AsClosed())
            : throw new MisplacedChangeException($"{path} was closed, but is not open");

    /// <summary>Puts another configuration in force. Which files are digests may depend on it: <see cref="Reload"/> looks.</summary>
    public Snapshot Reconfigure(EditorConfiguration configuration)
    {
        lock (_replacing)
        {
            return _current = Current.WithConfiguration(configuration);
        }
    }

    private Snapshot Replace(Document document)
    {
        lock (_replacing)
        {
            return _current = Current.With([document], []);
        }
    }

    /// <summary>Makes a snapshot current that was computed from an earlier one, with all that changed since then.</summary>
    private Snapshot Adopt(Snapshot basis, Snapshot next, bool isLoaded = false)
    {
        lock (_replacing)
        {
            var adopted = next.WithChangesSince(basis, Current);
            return _current = isLoaded ? adopted.WithFolders(_folders, _found.Unseen) : adopted;
        }
    }

    private static TextSpan SpanOf(SourceText text, LinePositionSpan range)
    {
        var start = text.GetPosition(range.Start);
        return TextSpan.FromBounds(start, Math.Max(start, text.GetPosition(range.End)));
    }
}
