using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using DigestLsp.Similarity;
using DigestLsp.Similarity.Storage;
using DigestLsp.Syntax;

namespace DigestLsp.Workspaces;

/// <summary>A closed document in the cache: its papers by the numbers under which they are stored, and all else that is kept of it.</summary>
internal static class StoredDocument
{
    /// <summary>To be raised when it is read from a digest or written in another way.</summary>
    public const int Version = 1;

    /// <summary>Writes a document.</summary>
    public static void Write(
        Document document,
        IReadOnlyDictionary<Hash128, int> numbers,
        IReadOnlyList<StoredValue> values,
        IBufferWriter<byte> bytes
    )
    {
        var content = document.Content!;
        var writer = new StoredWriter(bytes);
        writer.Write(document.Order.Date.Year);
        writer.Write(document.Order.Date.Month);
        writer.Write(document.Order.Date.Day);
        var places = document.Papers.Select(paper => new Place(numbers[paper.Facts.Content], paper.Head.Start, paper.Head.Length));
        writer.Write(MemoryMarshal.AsBytes<Place>(places.ToArray()));
        writer.Write(MemoryMarshal.AsBytes(content.LineStarts));
        WriteHeads(content.Heads, ref writer);
        WriteReferences(document.References, ref writer);
        WriteValues(document, values, ref writer);
        writer.Flush();
    }

    /// <summary>Reads a document.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="stamp">By what its file is recognised.</param>
    /// <param name="hash">The hash of its file.</param>
    /// <param name="bytes">What was written.</param>
    /// <param name="papers">The stored papers.</param>
    /// <param name="values">What may be attached to it.</param>
    /// <exception cref="InvalidDataException">It is not what was written; see also <see cref="StoredReader.IsFault"/>.</exception>
    public static Document Read(
        string path,
        FileStamp stamp,
        Hash128 hash,
        ReadOnlyMemory<byte> bytes,
        ImmutableArray<PaperFacts> papers,
        IReadOnlyList<StoredValue> values
    )
    {
        var reader = new StoredReader(bytes);
        var date = new DigestDate(reader.ReadNumber(), reader.ReadNumber(), reader.ReadNumber());
        var places = MemoryMarshal.Cast<byte, Place>(reader.ReadBytes().Span);
        var list = ImmutableArray.CreateBuilder<DocumentPaper>(places.Length);
        foreach (var place in places)
        {
            list.Add(new(papers[place.Paper], new(place.Start, place.Length)));
        }
        var lineStarts = MemoryMarshal.Cast<byte, int>(reader.ReadBytes().Span).ToArray();
        if (lineStarts is not [0, ..])
        {
            throw new InvalidDataException("the document has no lines");
        }
        var heads = ReadHeads(list.Count, ref reader);
        var references = ReadReferences(list.Count, ref reader);
        var content = new ClosedContent(new(date, path), stamp, hash, new(list.MoveToImmutable()), references, lineStarts, heads);
        var document = Document.Closed(path, content);
        for (var left = reader.ReadCount(); left > 0; left--)
        {
            var name = reader.ReadText();
            var value = reader.ReadBytes();
            values.First(known => known.Name == name).Restore(document, value);
        }
        return document;
    }

    /// <summary>The lengths first and then all characters together.</summary>
    private static void WriteHeads(ReadOnlySpan<string> heads, ref StoredWriter writer)
    {
        var lengths = new ushort[heads.Length];
        var text = new StringBuilder();
        for (var i = 0; i < heads.Length; i++)
        {
            lengths[i] = (ushort)heads[i].Length;
            text.Append(heads[i]);
        }
        writer.Write(MemoryMarshal.AsBytes(lengths.AsSpan()));
        writer.Write(text.ToString());
    }

    private static string[] ReadHeads(int count, ref StoredReader reader)
    {
        var lengths = MemoryMarshal.Cast<byte, ushort>(reader.ReadBytes().Span);
        var text = reader.ReadText();
        if (lengths.Length != count)
        {
            throw new InvalidDataException("the titles are not those of the papers");
        }
        var heads = new string[count];
        var start = 0;
        for (var i = 0; i < heads.Length; i++)
        {
            heads[i] = text.Substring(start, lengths[i]);
            start += lengths[i];
        }
        return heads;
    }

    private static void WriteReferences(ImmutableArray<SeeReference> references, ref StoredWriter writer)
    {
        writer.WriteCount(references.Length);
        foreach (var reference in references)
        {
            writer.Write(reference.Span);
            writer.Write(reference.Title);
            writer.Write(reference.Paper);
            writer.Write(reference.IsCertain);
        }
    }

    private static ImmutableArray<SeeReference> ReadReferences(int papers, ref StoredReader reader)
    {
        var references = ImmutableArray.CreateBuilder<SeeReference>(reader.ReadCount());
        while (references.Count < references.Capacity)
        {
            var span = reader.ReadSpan();
            var title = reader.ReadText();
            var paper = (int)reader.ReadNumber(0, papers - 1);
            references.Add(new(span, title, SeeReferences.FactsOf(title), paper, reader.ReadFlag()));
        }
        return references.MoveToImmutable();
    }

    private static void WriteValues(Document document, IReadOnlyList<StoredValue> values, ref StoredWriter writer)
    {
        var written = new List<(string Name, ArrayBufferWriter<byte> Bytes)>();
        foreach (var value in values)
        {
            var bytes = new ArrayBufferWriter<byte>();
            if (value.TryWrite(document, bytes))
            {
                written.Add((value.Name, bytes));
            }
        }
        writer.WriteCount(written.Count);
        foreach (var (name, bytes) in written)
        {
            writer.Write(name);
            writer.Write(bytes.WrittenSpan);
        }
    }

    private readonly record struct Place(int Paper, int Start, int Length);
}
