using System.Text;
using DigestLsp.Parsing;
using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG1007: metadata lines with a key that nobody knows, with a value that its key cannot have, or twice for one paper, and
/// cross-references to papers that nobody has.
/// </summary>
public sealed class MetadataRule : IPaperRule, ISnapshotRule
{
    /// <summary>A longer value below an unknown key is prose that begins like metadata. No title is longer.</summary>
    private const int LongestValue = 250;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG1007", "Metadata unknown, malformed or unresolved", RuleSeverity.Warning, HasRepair: true);

    /// <inheritdoc/>
    public void Analyze(PaperSyntax paper, ReportFinding report)
    {
        if (!paper.HasMetadata)
        {
            return;
        }
        HashSet<string>? seen = null;
        foreach (var block in paper.ChildNodes().SelectMany(Blocks))
        {
            foreach (var metadata in block.Metadata)
            {
                var isCertain = block.IsMetadataCertain;
                var key = metadata.Key;
                if (!MetadataKeys.All.Contains(key))
                {
                    ReportKey(metadata, key, isCertain, report);
                }
                else if (isCertain)
                {
                    ReportValue(metadata, key, ref seen, report);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Analyze(Snapshot snapshot, Document document, ReportSnapshotFinding report)
    {
        foreach (var reference in document.References)
        {
            if (!reference.IsCertain || snapshot.HasTitle(reference.TitleKey))
            {
                continue;
            }
            if (snapshot.FindNearestTitle(reference) is { } near)
            {
                var title = OnOneLine(near.Place.Document.GetHead(near.Place.Index));
                var isSafe = near is { Difference: 1, IsUnique: true };
                report(
                    reference.Span,
                    $"No paper has this title; the nearest is ‘{Excerpt.Of(title, CopyWording.TitleLength)}’",
                    title.Length <= LongestValue ? Repair.Replace(reference.Span, title, "Replace by the nearest title", isSafe) : null
                );
            }
            else
            {
                report(reference.Span, "No paper has this title");
            }
        }
    }

    private static string OnOneLine(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void ReportValue(MetadataSyntax metadata, string key, ref HashSet<string>? seen, ReportFinding report)
    {
        if (metadata.ValueSpan.IsEmpty)
        {
            report(metadata.Span, $"‘{key}’ has no value");
        }
        else if (MetadataReading.WhyMalformed(key, metadata.Value) is { } why)
        {
            report(metadata.ValueSpan, why.Message, why.Replacement is null ? null : Replace(metadata, why.Replacement));
        }
        else if (key is "arxiv" or "doi" or "authors" or "tags" && !(seen ??= []).Add(key))
        {
            report(metadata.Span, $"This paper has ‘{key}’ already; only the first one counts");
        }
    }

    private static IEnumerable<BlockSyntax> Blocks(SyntaxNode node) => node is AbstractSyntax text ? text.Paragraphs : [(BlockSyntax)node];

    private static void ReportKey(MetadataSyntax metadata, string key, bool isCertain, ReportFinding report)
    {
        if (MetadataKeys.Nearest(Encoding.ASCII.GetBytes(key)) is { } nearest)
        {
            var repair = Repair.Replace(metadata.KeySpan, nearest, $"Replace ‘{key}’ by ‘{nearest}’");
            report(metadata.KeySpan, $"‘{key}’ is no key of metadata; ‘{nearest}’ is", repair);
        }
        else if (isCertain && metadata.ValueSpan.Length is > 0 and <= LongestValue)
        {
            report(metadata.KeySpan, $"‘{key}’ is no key of metadata; these are: {string.Join(", ", MetadataKeys.All)}");
        }
    }

    private static Repair Replace(MetadataSyntax metadata, string replacement) =>
        Repair.Replace(metadata.ValueSpan, replacement, $"Replace by ‘{replacement}’", isSafe: false);
}
