using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Similarity.Storage;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>What the metadata lines of a document's papers say, in the cache.</summary>
internal sealed class StoredMetadata() : StoredValue<PaperMetadata.OfDocument>("metadata", version: 1)
{
    protected override bool TryWrite(PaperMetadata.OfDocument value, ref StoredWriter writer)
    {
        writer.WriteCount(value.Papers.Count);
        foreach (var (paper, metadata) in value.Papers)
        {
            writer.Write(paper);
            writer.WriteCount(metadata.Lines.Length);
            foreach (var line in metadata.Lines)
            {
                writer.Write(line);
            }
        }
        return true;
    }

    protected override PaperMetadata.OfDocument Read(Document document, ref StoredReader reader)
    {
        var papers = ImmutableDictionary.CreateBuilder<int, PaperMetadata>();
        for (var left = reader.ReadCount(); left > 0; left--)
        {
            var paper = reader.ReadNumber();
            var lines = ImmutableArray.CreateBuilder<Hash128>(reader.ReadCount());
            while (lines.Count < lines.Capacity)
            {
                lines.Add(reader.ReadHash());
            }
            papers.Add(paper, new(lines.MoveToImmutable()));
        }
        return new(papers.ToImmutable());
    }
}
