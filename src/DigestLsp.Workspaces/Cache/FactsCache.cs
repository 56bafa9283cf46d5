using DigestLsp.Similarity;
using DigestLsp.Similarity.Storage;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>
/// Keeps what was computed from closed documents, so that they need not be read and analysed at the next start. It never changes an
/// answer: a document comes from it only while its file has the size and the time that it had, and a file of the cache that is not in
/// every byte what this very program wrote is as good as none.
/// </summary>
/// <param name="folder">Where it is kept.</param>
/// <param name="values">What is attached to documents and kept with them, beside their terms and keywords.</param>
public sealed class FactsCache(CacheFolder folder, params IReadOnlyList<StoredValue> values)
{
    private readonly IReadOnlyList<StoredValue> _values = [new StoredTerms(), new StoredKeywords(), .. values];
    private readonly Lock _gate = new();

    /// <summary>What the file of the folders that are loaded holds.</summary>
    private Dictionary<string, (FileStamp Stamp, Hash128 Hash)> _stored = [];

    /// <summary>Where it is kept.</summary>
    public CacheFolder Folder => folder;

    /// <summary>
    /// By which a file is known as written by this program: the versions of what is stored and, so that nobody has to remember to
    /// raise one, the identities of the assemblies that compute it.
    /// </summary>
    private string Version =>
        string.Join(
            '|',
            new[] { typeof(SourceText), typeof(PaperFacts), typeof(Document) }
                .Concat(_values.Select(value => value.GetType()))
                .Select(type => type.Module.ModuleVersionId)
                .Distinct()
                .Select(id => id.ToString("N"))
                .Concat(_values.Select(value => value.Version))
                .Append($"papers {StoredPapers.Version}")
                .Append($"documents {StoredDocument.Version}")
        );

    /// <summary>What is kept of a set of folders; null where there is nothing, or anything is in doubt.</summary>
    internal CachedFacts? Open(IReadOnlyCollection<string> folders)
    {
        if (folders.Count == 0)
        {
            return null;
        }
        using var _ = _gate.EnterScope();
        _stored = [];
        try
        {
            if (folder.OpenFile(NameOf(folders)) is not { } handle)
            {
                return null;
            }
            using (handle)
            {
                using var file = StoredFile.Open(handle, Version);
                var facts = CachedFacts.Read(file, _values);
                _stored = facts.Files.ToDictionary(known => known.Path, known => (known.Stamp, known.Hash));
                return facts;
            }
        }
        catch
        {
            // Whatever is wrong with it, the digests themselves are there.
            _stored = [];
            return null;
        }
    }

    /// <summary>How many closed documents are not kept as they are, and how many are kept that are no more.</summary>
    public int CountUnsaved(Snapshot snapshot)
    {
        using var _ = _gate.EnterScope();
        var closed = 0;
        var unsaved = 0;
        foreach (var document in snapshot.Documents)
        {
            if (document.Content is { } content)
            {
                var isStored = _stored.TryGetValue(document.Path, out var stored);
                closed += isStored ? 1 : 0;
                unsaved += isStored && stored == (content.Stamp, content.Hash) ? 0 : 1;
            }
        }
        return unsaved + _stored.Count - closed;
    }

    /// <summary>Keeps what is known of the closed documents of a snapshot, in place of what was kept of its folders.</summary>
    /// <returns>Why that could not be done, else null.</returns>
    public string? Save(Snapshot snapshot)
    {
        var documents = snapshot.Documents.Where(document => document.Content is not null).ToList();
        if (snapshot.Folders.Count == 0)
        {
            return null;
        }
        using var _ = _gate.EnterScope();
        try
        {
            var folders = Canonical(snapshot.Folders);
            folder.WriteFile(
                NameOf(snapshot.Folders),
                stream =>
                {
                    using var file = new StoredFileWriter(stream);
                    CachedFacts.Write(file, folders, documents, snapshot.IndexOf(documents), _values);
                    file.Complete(Version);
                }
            );
            _stored = documents.ToDictionary(document => document.Path, document => (document.Content!.Stamp, document.Content.Hash));
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return exception.Message;
        }
    }

    private static string[] Canonical(IEnumerable<string> folders) =>
        [.. folders.Select(RealPath.Of).Distinct().Order(StringComparer.Ordinal)];

    private static string NameOf(IEnumerable<string> folders) => Hash128.Of(Wtf8.Encode(string.Join('\0', Canonical(folders)))).ToString();
}
