using System.Buffers;
using DigestLsp.Similarity;
using DigestLsp.Similarity.Storage;

namespace DigestLsp.Workspaces;

/// <summary>What a file of the cache holds: documents that can be had without reading theirs, and the index of their papers.</summary>
internal sealed class CachedFacts
{
    private const string Folders = "folders";
    private const string Directory = "directory";
    private const string Documents = "documents";

    private readonly IReadOnlyList<StoredValue> _values;
    private readonly StoredPapers _papers;
    private readonly byte[] _documents;
    private readonly Dictionary<string, Entry> _entries;

    private CachedFacts(IReadOnlyList<StoredValue> values, StoredPapers papers, byte[] documents, Dictionary<string, Entry> entries)
    {
        _values = values;
        _papers = papers;
        _documents = documents;
        _entries = entries;
    }

    /// <summary>The index of all papers of all stored documents.</summary>
    public DuplicateIndex Index => _papers.Index;

    /// <summary>The files whose documents are stored, each with what it was recognised by.</summary>
    public IEnumerable<(string Path, FileStamp Stamp, Hash128 Hash)> Files =>
        _entries.Select(entry => (entry.Key, entry.Value.Stamp, entry.Value.Hash));

    /// <summary>Writes closed documents.</summary>
    /// <param name="file">The file; it is not completed.</param>
    /// <param name="folders">The folders that they are of.</param>
    /// <param name="documents">The documents, all of them closed.</param>
    /// <param name="index">An index of exactly their papers.</param>
    /// <param name="values">What may be attached to them.</param>
    public static void Write(
        StoredFileWriter file,
        IReadOnlyCollection<string> folders,
        IReadOnlyCollection<Document> documents,
        DuplicateIndex index,
        IReadOnlyList<StoredValue> values
    )
    {
        WriteTexts(file, folders);
        var numbers = StoredPapers.Write(file, index);
        file.BeginSection(Documents);
        var directory = new ArrayBufferWriter<byte>();
        var writer = new StoredWriter(directory);
        var bytes = new ArrayBufferWriter<byte>();
        var start = 0L;
        writer.WriteCount(documents.Count);
        foreach (var document in documents)
        {
            bytes.ResetWrittenCount();
            StoredDocument.Write(document, numbers, values, bytes);
            file.Write(bytes.WrittenSpan);
            var content = document.Content!;
            writer.Write(document.Path);
            writer.Write(content.Stamp.Length);
            writer.Write(content.Stamp.WrittenUtc.Ticks);
            writer.Write(content.Hash);
            writer.Write(start);
            writer.Write(bytes.WrittenCount);
            start += bytes.WrittenCount;
        }
        writer.Flush();
        file.BeginSection(Directory);
        file.Write(directory.WrittenSpan);
    }

    /// <summary>Reads what was written.</summary>
    /// <exception cref="InvalidDataException">It is not that.</exception>
    public static CachedFacts Read(StoredFile file, IReadOnlyList<StoredValue> values)
    {
        var papers = StoredPapers.Read(file);
        var documents = file.Read<byte>(Documents);
        try
        {
            return new(values, papers, documents, ReadDirectory(file.Read<byte>(Directory), documents.Length));
        }
        catch (Exception exception) when (StoredReader.IsFault(exception))
        {
            throw new InvalidDataException("the directory is broken", exception);
        }
    }

    /// <summary>The folders of which a file holds documents.</summary>
    /// <exception cref="InvalidDataException">It does not tell.</exception>
    public static IReadOnlyList<string> ReadFolders(StoredFile file)
    {
        try
        {
            var reader = new StoredReader(file.Read<byte>(Folders));
            var folders = new string[reader.ReadCount()];
            for (var i = 0; i < folders.Length; i++)
            {
                folders[i] = reader.ReadText();
            }
            return folders;
        }
        catch (Exception exception) when (StoredReader.IsFault(exception))
        {
            throw new InvalidDataException("the folders are broken", exception);
        }
    }

    /// <summary>The document of a file as it was when it had a stamp; null where it is not there, or is not what was written.</summary>
    public Document? Find(string path, FileStamp stamp)
    {
        if (!_entries.TryGetValue(path, out var entry) || entry.Stamp != stamp)
        {
            return null;
        }
        try
        {
            var bytes = _documents.AsMemory(entry.Start, entry.Length);
            return StoredDocument.Read(path, stamp, entry.Hash, bytes, _papers.Papers, _values);
        }
        catch
        {
            // Whatever is wrong with it, the digest itself is there.
            return null;
        }
    }

    private static void WriteTexts(StoredFileWriter file, IReadOnlyCollection<string> texts)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new StoredWriter(bytes);
        writer.WriteCount(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
        writer.Flush();
        file.BeginSection(Folders);
        file.Write(bytes.WrittenSpan);
    }

    private static Dictionary<string, Entry> ReadDirectory(byte[] bytes, int length)
    {
        var reader = new StoredReader(bytes);
        var count = reader.ReadCount();
        var entries = new Dictionary<string, Entry>(count);
        for (; count > 0; count--)
        {
            var path = reader.ReadText();
            var size = reader.ReadNumber(0, long.MaxValue);
            var written = new DateTime(reader.ReadNumber(0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
            var hash = reader.ReadHash();
            var start = (int)reader.ReadNumber(0, length);
            entries.Add(path, new(new(size, written), hash, start, (int)reader.ReadNumber(0, length - start)));
        }
        return entries;
    }

    private readonly record struct Entry(FileStamp Stamp, Hash128 Hash, int Start, int Length);
}
