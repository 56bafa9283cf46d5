using DigestLsp.Similarity;
using DigestLsp.Similarity.Storage;

namespace DigestLsp.Workspaces;

/// <summary>The terms of a document's papers in the cache: their packed bytes, one after the other.</summary>
internal sealed class StoredTerms() : StoredValue<DocumentTerms>("terms", version: 1)
{
    protected override bool TryWrite(DocumentTerms value, ref StoredWriter writer)
    {
        foreach (var paper in value.Papers)
        {
            writer.Write(paper.Packed);
        }
        return true;
    }

    protected override DocumentTerms Read(Document document, ref StoredReader reader)
    {
        var papers = new PaperTerms[document.Papers.Length];
        for (var i = 0; i < papers.Length; i++)
        {
            papers[i] = PaperTerms.FromPacked(reader.ReadBytes().Span) ?? throw new InvalidDataException("a paper's terms are broken");
        }
        return new([.. papers]);
    }
}
