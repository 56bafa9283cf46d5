using System.Buffers;
using DigestLsp.Similarity.Storage;

namespace DigestLsp.Workspaces;

/// <summary>
/// How a value that is attached to closed documents is kept in the cache. What is stored depends on nothing but the document's path
/// and text, and on the code that computes it.
/// </summary>
/// <param name="name">By which it is known in the file.</param>
/// <param name="version">To be raised when it is computed or written in another way.</param>
public abstract class StoredValue(string name, int version)
{
    /// <summary>By which it is known in the file.</summary>
    public string Name { get; } = name;

    /// <summary>The version of its algorithm and its form, and of the code that has both.</summary>
    internal string Version { get; } = $"{name} {version}";

    /// <summary>Writes the value of a document.</summary>
    /// <returns>Whether there is one that can be kept.</returns>
    internal abstract bool TryWrite(Document document, IBufferWriter<byte> bytes);

    /// <summary>Attaches a value to a document for which it was written.</summary>
    internal abstract void Restore(Document document, ReadOnlyMemory<byte> bytes);
}

/// <summary>How values of one type are kept.</summary>
/// <inheritdoc/>
public abstract class StoredValue<T>(string name, int version) : StoredValue(name, version)
    where T : class
{
    /// <summary>Writes a value.</summary>
    /// <returns>Whether it can be kept; if not, what was written is forgotten.</returns>
    protected abstract bool TryWrite(T value, ref StoredWriter writer);

    /// <summary>Reads what was written for a document; may throw what <see cref="StoredReader.IsFault"/> knows.</summary>
    protected abstract T Read(Document document, ref StoredReader reader);

    internal override bool TryWrite(Document document, IBufferWriter<byte> bytes)
    {
        if (document.Attached<T>() is not { } value)
        {
            return false;
        }
        var writer = new StoredWriter(bytes);
        if (!TryWrite(value, ref writer))
        {
            return false;
        }
        writer.Flush();
        return true;
    }

    internal override void Restore(Document document, ReadOnlyMemory<byte> bytes)
    {
        var reader = new StoredReader(bytes);
        var value = Read(document, ref reader);
        document.GetOrAttach(_ => value);
    }
}
