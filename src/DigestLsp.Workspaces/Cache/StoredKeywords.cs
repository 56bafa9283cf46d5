using System.Collections.Immutable;
using DigestLsp.Similarity.Storage;

namespace DigestLsp.Workspaces;

/// <summary>The tags and authors that a document names, in the cache.</summary>
internal sealed class StoredKeywords() : StoredValue<DocumentKeywords>("keywords", version: 1)
{
    protected override bool TryWrite(DocumentKeywords value, ref StoredWriter writer)
    {
        Write(value.Tags, ref writer);
        Write(value.Authors, ref writer);
        return true;
    }

    protected override DocumentKeywords Read(Document document, ref StoredReader reader) => new(ReadAll(ref reader), ReadAll(ref reader));

    private static void Write(ImmutableArray<string> texts, ref StoredWriter writer)
    {
        writer.WriteCount(texts.Length);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    private static ImmutableArray<string> ReadAll(ref StoredReader reader)
    {
        var texts = ImmutableArray.CreateBuilder<string>(reader.ReadCount());
        while (texts.Count < texts.Capacity)
        {
            texts.Add(reader.ReadText());
        }
        return texts.MoveToImmutable();
    }
}
