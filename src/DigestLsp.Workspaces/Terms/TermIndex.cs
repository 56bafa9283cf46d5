using System.Collections.Immutable;
using DigestLsp.Similarity;

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

    /// <summary>In the order of digests.</summary>
    private readonly Lazy<ImmutableArray<Document>> _ordered;

    private TermIndex(ImmutableDictionary<string, Document> documents, ImmutableDictionary<string, ImmutableArray<string>> paths)
    {
        _documents = documents;
        _paths = paths;
        _ordered = new(() => [.. documents.Values.OrderBy(document => document.Order)]);
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
        TermPlace? first = null;
        var expansions = ImmutableArray.CreateBuilder<TermExpansion>();
        var known = new HashSet<uint>();
        foreach (var document in DocumentsThatIntroduce(name))
        {
            foreach (var found in DefinitionsIn(document, name, known))
            {
                first ??= found.Name;
                if (found.Expansion is { } expansion)
                {
                    expansions.Add(expansion);
                }
            }
        }
        return first is { } definition ? new(name, definition, expansions.DrainToImmutable()) : null;
    }

    /// <summary>Whether any document introduces a name, singular or plural.</summary>
    public bool Knows(string name) => _paths.ContainsKey(TermKeys.Singular(name).ToString());

    /// <summary>All places at which a name stands as a word, singular or plural, in the order of digests.</summary>
    public ImmutableArray<TermPlace> MentionsOf(string name, CancellationToken cancellation = default)
    {
        var places = ImmutableArray.CreateBuilder<TermPlace>();
        var mentions = MentionsNamed(name);
        foreach (var document in _ordered.Value)
        {
            cancellation.ThrowIfCancellationRequested();
            mentions.AddTo(places, document);
        }
        return places.DrainToImmutable();
    }

    /// <summary>The places of one document at which a name stands, as <see cref="MentionsOf"/> finds them.</summary>
    public ImmutableArray<TermPlace> MentionsIn(Document document, string name)
    {
        var places = ImmutableArray.CreateBuilder<TermPlace>();
        var mentions = MentionsNamed(name);
        mentions.AddTo(places, document);
        return places.DrainToImmutable();
    }

    /// <summary>How many places a name stands at, as <see cref="MentionsOf"/> finds them, and in how many papers.</summary>
    public (int Mentions, int Papers) CountMentions(string name, CancellationToken cancellation = default)
    {
        var (count, papers) = (0, 0);
        var mentions = MentionsNamed(name);
        foreach (var document in _documents.Values)
        {
            cancellation.ThrowIfCancellationRequested();
            var here = mentions.CountIn(document);
            (count, papers) = (count + here.Mentions, papers + here.Papers);
        }
        return (count, papers);
    }

    /// <summary>
    /// The term that a position touches: the longest, where one is part of another. Null where no word there is a name that some
    /// document introduces.
    /// </summary>
    public TermMention? At(Document document, int position)
    {
        TermMention? longest = null;
        foreach (var mention in TermMentions.At(document, position))
        {
            if (Knows(mention.Name) && !(longest?.Place.Span.Length >= mention.Place.Span.Length))
            {
                longest = mention;
            }
        }
        return longest;
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
        var (prefix, suffix) = DocumentTerms.CommonEnds(before, after);
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

    private IEnumerable<Document> DocumentsThatIntroduce(string name) =>
        _paths.GetValueOrDefault(name, []).Distinct().Select(path => _documents[path]).OrderBy(document => document.Order);

    private TermMentions MentionsNamed(string name)
    {
        name = TermKeys.Singular(name).ToString();
        return new(name, [.. _paths.GetValueOrDefault(name, [])]);
    }

    /// <summary>The places of a document that introduce a name, without those that repeat what it stands for.</summary>
    /// <param name="document">The document.</param>
    /// <param name="name">The name, singular.</param>
    /// <param name="known">The keys of expansions that were met; new ones are added. Frequent names are introduced by thousands.</param>
    private static IEnumerable<(TermPlace Name, TermExpansion? Expansion)> DefinitionsIn(
        Document document,
        string name,
        HashSet<uint> known
    )
    {
        var key = TermKeys.OfName(name);
        var papers = DocumentTerms.Of(document).Papers;
        for (var i = 0; i < papers.Length; i++)
        {
            if (!MayTell(papers[i]))
            {
                continue;
            }
            foreach (var definition in papers[i].Definitions.Where(definition => definition.Name == name).OrderBy(found => found.NameSpan))
            {
                if (known.Add(definition.ExpansionKey))
                {
                    var expansion = definition.Expansion is { } text
                        ? new TermExpansion(text, TermPlace.Of(document, i, definition.ExpansionSpan))
                        : null;
                    yield return (TermPlace.Of(document, i, definition.NameSpan), expansion);
                }
            }
        }

        bool MayTell(PaperTerms paper)
        {
            for (var keys = paper.DefinitionKeys; keys.MoveNext(); )
            {
                if (keys.Name == key && !known.Contains(keys.Expansion))
                {
                    return true;
                }
            }
            return false;
        }
    }
}
