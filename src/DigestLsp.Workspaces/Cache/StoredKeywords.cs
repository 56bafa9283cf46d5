using System.Collections.Immutable;
using DigestLsp.Similarity.Storage;

namespace DigestLsp.Workspaces;

/// <summary>The tags and authors that a document's papers name, in the cache.</summary>
internal sealed class StoredKeywords() : StoredValue<DocumentKeywords>("keywords", version: 1)
{
    protected override bool TryWrite(DocumentKeywords value, ref StoredWriter writer)
    {
        Write(value.Tags, ref writer);
        Write(value.Authors, ref writer);
        return true;
    }

    protected override DocumentKeywords Read(Document document, ref StoredReader reader)
    {
        var tags = Read(ref reader);
        return new(tags, Read(ref reader));
    }

    private static void Write(ImmutableArray<string> words, ref StoredWriter writer)
    {
        writer.WriteCount(words.Length);
        foreach (var word in words)
        {
            writer.Write(word);
        }
    }

    private static ImmutableArray<string> Read(ref StoredReader reader)
    {
        var words = ImmutableArray.CreateBuilder<string>(reader.ReadCount());
        while (words.Count < words.Capacity)
        {
            words.Add(reader.ReadText());
        }
        return words.MoveToImmutable();
    }
}
