using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers.Tests;

/// <summary>All there is to know of the documents of a snapshot, as text: what equals in this looks the same to everybody.</summary>
internal static class SnapshotDescription
{
    public static string Of(Snapshot snapshot)
    {
        var lines = new List<string>();
        foreach (var document in snapshot.Documents.OrderBy(document => document.Path, StringComparer.Ordinal))
        {
            lines.Add($"{document.Path} {document.Order.Date}");
            lines.Add(
                $"  {string.Join(", ", DocumentKeywords.Of(document).Tags)} {string.Join(", ", DocumentKeywords.Of(document).Authors)}"
            );
            var terms = DocumentTerms.Of(document).Papers;
            for (var i = 0; i < document.Papers.Length; i++)
            {
                var place = new PaperPlace(document, i);
                lines.Add($"  {document.Papers[i].Facts.Content} {document.Papers[i].Head} {document.GetHead(i)}");
                lines.Add($"  {document.GetLinePositionSpan(document.Papers[i].Head)}");
                lines.Add($"  {string.Join(", ", terms[i].Definitions)}");
                lines.AddRange(snapshot.CopiesOf(place).Select(copy => $"  {copy.Place.Document.Path} {copy.Place.Index} {copy.Match}"));
                lines.Add($"  {string.Join(", ", PaperMetadata.Of(place).Lines)}");
            }
            lines.AddRange(
                document.References.Select(reference =>
                    $"  {reference.Span} {reference.Title} {reference.TitleKey} {reference.Paper} {reference.IsCertain}"
                )
            );
            foreach (var found in DocumentAnalysis.Diagnose(snapshot, document))
            {
                lines.Add($"  {found.Descriptor.Id} {found.Severity} {found.Span} {found.Range} {found.Message}");
                lines.Add($"    {found.Repair?.Title} {found.Repair?.IsSafe} {string.Join(", ", found.Repair?.Changes ?? [])}");
                lines.AddRange(found.Related.Select(related => $"    {related}"));
            }
        }
        return string.Join('\n', lines);
    }
}
