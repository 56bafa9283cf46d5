using System.Collections.Immutable;
using DigestLsp.Similarity.Storage;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>A document's own findings in the cache. They have no severities: configuration comes later.</summary>
internal sealed class StoredFindings() : StoredValue<OwnFindings.OfDocument>("findings", version: 1)
{
    protected override bool TryWrite(OwnFindings.OfDocument value, ref StoredWriter writer)
    {
        writer.WriteCount(value.Findings.Length);
        foreach (var finding in value.Findings)
        {
            // What failed once may work next time, and what speaks of other places is not of this document alone.
            if (finding.Descriptor == RuleFailed.Descriptor || !finding.Related.IsEmpty)
            {
                return false;
            }
            writer.Write(finding.Descriptor.Id);
            writer.Write(finding.Span);
            writer.Write(finding.Message);
            Write(finding.Repair, ref writer);
        }
        return true;
    }

    protected override OwnFindings.OfDocument Read(Document document, ref StoredReader reader)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>(reader.ReadCount());
        while (findings.Count < findings.Capacity)
        {
            var rule = RuleCatalog.Find(reader.ReadText()) ?? throw new InvalidDataException("there is no such rule");
            var span = reader.ReadSpan();
            var message = reader.ReadText();
            findings.Add(new(rule, span, message, [], ReadRepair(ref reader)));
        }
        return new(findings.MoveToImmutable());
    }

    private static void Write(Repair? repair, ref StoredWriter writer)
    {
        writer.Write(repair?.Title);
        if (repair is null)
        {
            return;
        }
        writer.Write(repair.IsSafe);
        writer.WriteCount(repair.Changes.Length);
        foreach (var change in repair.Changes)
        {
            writer.Write(change.Span);
            writer.Write(change.NewText);
        }
    }

    private static Repair? ReadRepair(ref StoredReader reader)
    {
        if (reader.ReadTextOrNull() is not { } title)
        {
            return null;
        }
        var isSafe = reader.ReadFlag();
        var changes = ImmutableArray.CreateBuilder<TextChange>(reader.ReadCount());
        while (changes.Count < changes.Capacity)
        {
            changes.Add(new(reader.ReadSpan(), reader.ReadText()));
        }
        return new(title, changes.MoveToImmutable(), isSafe);
    }
}
