using System.Collections.Immutable;
using DigestLsp.Syntax;

namespace DigestLsp.Workspaces;

/// <summary>The tags and authors that the papers of a document name, each once. Kept with the document, so that a closed one needs no text.</summary>
/// <param name="Tags">The values of <c>tags:</c>, by where they stand first.</param>
/// <param name="Authors">The values of <c>authors:</c>, by where they stand first.</param>
public sealed record DocumentKeywords(ImmutableArray<string> Tags, ImmutableArray<string> Authors)
{
    private static readonly DocumentKeywords None = new([], []);

    /// <summary>The keywords of a document, found once; none where its text is no longer to be had.</summary>
    public static DocumentKeywords Of(Document document) => document.GetOrAttach(Compute);

    private static DocumentKeywords Compute(Document document)
    {
        if (document.GetTree() is not { } tree)
        {
            return None;
        }
        var tags = new Distinct();
        var authors = new Distinct();
        for (var paper = tree.Root.WalkPapers(); paper.MoveNext(); )
        {
            if (paper.HasMetadata)
            {
                var found = paper.GetOrAttach(OfPaper.Read);
                tags.Add(found.Tags);
                authors.Add(found.Authors);
            }
        }
        return tags.IsEmpty && authors.IsEmpty ? None : new(tags.ToImmutable(), authors.ToImmutable());
    }

    /// <summary>What one paper names; computed once for its text.</summary>
    private sealed record OfPaper(ImmutableArray<string> Tags, ImmutableArray<string> Authors)
    {
        private static readonly OfPaper None = new([], []);

        public static OfPaper Read(PaperSyntax paper)
        {
            var tags = Values(paper, "tags");
            var authors = Values(paper, "authors");
            return tags.IsEmpty && authors.IsEmpty ? None : new(tags, authors);
        }

        private static ImmutableArray<string> Values(PaperSyntax paper, string key) =>
            [
                .. paper
                    .Metadata.Where(line => line.Key == key)
                    .Select(line => line.Value)
                    .SelectMany(value =>
                        KeywordLine.Parts(value).Where(part => !part.IsEmpty).Select(part => value.Substring(part.Start, part.Length))
                    ),
            ];
    }

    private sealed class Distinct
    {
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);
        private readonly ImmutableArray<string>.Builder _values = ImmutableArray.CreateBuilder<string>();

        public bool IsEmpty => _values.Count == 0;

        public void Add(ImmutableArray<string> values) => _values.AddRange(values.Where(_known.Add));

        public ImmutableArray<string> ToImmutable() => _values.ToImmutable();
    }
}
