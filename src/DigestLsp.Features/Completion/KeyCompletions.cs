using DigestLsp.Parsing;

namespace DigestLsp.Features;

/// <summary>Keys of metadata at the beginning of a line below a title, below the end of an abstract, or below other metadata.</summary>
internal static class KeyCompletions
{
    /// <summary>Keys that may come several times for one paper.</summary>
    private static readonly string[] Repeatable = ["url", "see", "note"];

    /// <summary>The keys that may stand at a caret; those that the paper has already come last or not at all.</summary>
    public static IEnumerable<CompletionItem> At(CaretLine line)
    {
        var text = line.TextOf(line.Span.Start, line.Span.End);
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var end = text.AsSpan().TrimEnd().Length;
        var caret = line.Caret - line.Span.Start;
        start = Math.Min(start, caret);
        end = Math.Max(end, caret);
        // One word, or none, and nothing behind it: anything else is prose.
        if (text.AsSpan(start, end - start).ContainsAnyExcept(Letters) || line.PaperAbove is not { } paper)
        {
            return [];
        }
        var used = paper.Metadata.Select(metadata => metadata.Key).ToHashSet();
        var range = line.RangeOf(line.Span.Start + start, line.Span.Start + end);
        return MetadataKeys
            .All.Where(key => !used.Contains(key))
            .Concat(Repeatable.Where(used.Contains))
            .Select(key => new CompletionItem(key, CompletionKind.Key, DetailOf(key), range, $"{key}: ", key));
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    private static string DetailOf(string key) =>
        key switch
        {
            "arxiv" => "the paper's identifier on arXiv",
            "doi" => "the paper's digital object identifier",
            "url" => "a page about the paper",
            "authors" => "names, with commas between them",
            "tags" => "words to find the paper by, with commas between them",
            "see" => "the title of another paper",
            _ => "a remark of yours",
        };
}
