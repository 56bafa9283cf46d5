using DigestLsp.Similarity.Storage;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>The characters of a document's own findings, in the cache of folders with a baseline.</summary>
internal sealed class StoredBrokenTexts() : StoredValue<BrokenTexts>("broken texts", version: 1)
{
    protected override bool TryWrite(BrokenTexts value, ref StoredWriter writer)
    {
        writer.WriteCount(value.All.Count);
        foreach (var (span, text) in value.All)
        {
            writer.Write(span);
            writer.Write(text);
        }
        return true;
    }

    protected override BrokenTexts Read(Document document, ref StoredReader reader)
    {
        var texts = new Dictionary<TextSpan, string>();
        for (var left = reader.ReadCount(); left > 0; left--)
        {
            texts.Add(reader.ReadSpan(), reader.ReadText());
        }
        return new(texts);
    }
}
