using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>
/// The terms of all documents at one moment. It keeps which documents introduce a name; everything else is read from the
/// documents' own tables when it is asked for. Immutable.
/// </summary>
public sealed class TermIndex
{
    private readonly ImmutableDictionary<string, Document> _documents;

    /// <summary>The paths of the documents that introduce a name: one for each place, so that a path may come twice.</summary>
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _paths;

    private TermIndex(ImmutableDictionary<string, Document> documents, ImmutableDictionary<string, ImmutableArray<string>> paths)
    {
        _documents = documents;
        _paths = paths;
    }

    /// <summary>The index of no documents.</summary>
    internal static TermIndex Empty { get; } =
        new(
            ImmutableDictionary<string, Document>.Empty,
            ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal)
        );

    /// <summary>All names, singular, in no order.</summary>
    public IEnumerable<string> Names => _paths.Keys;

    /// <summary>A term by its name, singular or plural; null if no document introduces it.</summary>
    public Term? Find(string name)
    {
        name = TermKeys.Singular(name).ToString();
        if (!_paths.TryGetValue(name, out var paths))
        {
            return null;
        }
        var found = paths.Distinct().SelectMany(path => DefinitionsIn(_documents[path], name)).OrderBy(found => found.Name).ToList();
        var expansions = found
            .Where(found => found.Expansion is not null)
            .DistinctBy(found => TermKeys.OfExpansion(found.Expansion!.Text))
            .Select(found => found.Expansion!);
        return new(name, found[0].Name, [.. expansions]);
    }

    /// <summary>All places at which a name stands as a word, singular or plural, in the order of digests.</summary>
    public ImmutableArray<TermPlace> MentionsOf(string name)
    {
        name = TermKeys.Singular(name).ToString();
        var key = TermKeys.OfName(name);
        var places = ImmutableArray.CreateBuilder<TermPlace>();
        foreach (var document in _documents.Values)
        {
            var papers = DocumentTerms.Of(document).Papers;
            for (var i = 0; i < papers.Length; i++)
            {
                for (var mention = papers[i].Mentions; mention.MoveNext(); )
                {
                    if (mention.Key == key)
                    {
                        places.Add(PlaceOf(document, i, new(mention.Start, name.Length + (mention.IsPlural ? 1 : 0))));
                    }
                }
            }
        }
        // What is introduced may be written in a way that is no name by its looks.
        var known = places.Select(place => (place.Paper, place.Span.Start)).ToHashSet();
        foreach (var path in _paths.GetValueOrDefault(name, []).Distinct())
        {
            places.AddRange(
                DefinitionsIn(_documents[path], name).Select(found => found.Name).Where(place => known.Add((place.Paper, place.Span.Start)))
            );
        }
        places.Sort();
        return places.DrainToImmutable();
    }

    /// <summary>How many places each name stands at, as <see cref="MentionsOf"/> finds them, for all names in one pass.</summary>
    public IReadOnlyDictionary<string, int> CountMentions()
    {
        var names = _paths.Keys.ToLookup(name => TermKeys.OfName(name));
        var counts = _paths.Keys.ToDictionary(name => name, _ => 0);
        foreach (var document in _documents.Values)
        {
            foreach (var paper in DocumentTerms.Of(document).Papers)
            {
                var known = new HashSet<(string, int)>();
                for (var mention = paper.Mentions; mention.MoveNext(); )
                {
                    foreach (var name in names[mention.Key])
                    {
                        counts[name] += known.Add((name, mention.Start)) ? 1 : 0;
                    }
                }
                foreach (var definition in paper.Definitions)
                {
                    counts[definition.Name] += known.Add((definition.Name, definition.NameSpan.Start)) ? 1 : 0;
                }
            }
        }
        return counts;
    }

    /// <summary>The index of other documents, most of which are the same.</summary>
    internal TermIndex Update(ImmutableDictionary<string, Document> documents)
    {
        if (ReferenceEquals(documents, _documents))
        {
            return this;
        }
        var paths = _paths.ToBuilder();
        foreach (var (path, document) in _documents)
        {
            if (!documents.ContainsKey(path))
            {
                Move(path, DocumentTerms.Of(document).Papers, [], paths);
            }
        }
        foreach (var (path, document) in documents)
        {
            var before = _documents.GetValueOrDefault(path);
            if (!ReferenceEquals(before, document))
            {
                Move(path, before is null ? [] : DocumentTerms.Of(before).Papers, DocumentTerms.Of(document).Papers, paths);
            }
        }
        return new(documents, paths.ToImmutable());
    }

    private static void Move(
        string path,
        ImmutableArray<PaperTerms> before,
        ImmutableArray<PaperTerms> after,
        ImmutableDictionary<string, ImmutableArray<string>>.Builder paths
    )
    {
        var shorter = Math.Min(before.Length, after.Length);
        var prefix = 0;
        while (prefix < shorter && ReferenceEquals(before[prefix], after[prefix]))
        {
            prefix++;
        }
        var suffix = 0;
        while (suffix < shorter - prefix && ReferenceEquals(before[^(suffix + 1)], after[^(suffix + 1)]))
        {
            suffix++;
        }
        foreach (var definition in before.AsSpan()[prefix..^suffix].ToArray().SelectMany(paper => paper.Definitions))
        {
            var rest = paths[definition.Name].Remove(path);
            if (rest.IsEmpty)
            {
                paths.Remove(definition.Name);
            }
            else
            {
                paths[definition.Name] = rest;
            }
        }
        foreach (var definition in after.AsSpan()[prefix..^suffix].ToArray().SelectMany(paper => paper.Definitions))
        {
            paths[definition.Name] = paths.TryGetValue(definition.Name, out var known) ? known.Add(path) : [path];
        }
    }

    private static IEnumerable<(TermPlace Name, TermExpansion? Expansion)> DefinitionsIn(Document document, string name)
    {
        var papers = DocumentTerms.Of(document).Papers;
        for (var i = 0; i < papers.Length; i++)
        {
            foreach (var definition in papers[i].Definitions)
            {
                if (definition.Name == name)
                {
                    var expansion = definition.Expansion is { } text
                        ? new TermExpansion(text, PlaceOf(document, i, definition.ExpansionSpan))
                        : null;
                    yield return (PlaceOf(document, i, definition.NameSpan), expansion);
                }
            }
        }
    }

    private static TermPlace PlaceOf(Document document, int paper, TextSpan span) =>
        new(new(document, paper), span.Shift(document.Papers[paper].Head.Start));
}
