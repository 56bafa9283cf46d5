using System.Collections.Immutable;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>
/// Which documents say what an acronym stands for, and whether they agree. It is kept up with changes; how an acronym is used is found
/// out when somebody asks, and kept until a document expands that acronym differently. Immutable.
/// </summary>
public sealed class AcronymIndex
{
    private readonly ImmutableDictionary<string, Document> _documents;

    /// <summary>By an acronym's key the paths of the documents that expand it: one for each place, so that a path may come twice.</summary>
    private readonly ImmutableDictionary<uint, ImmutableArray<string>> _paths;

    /// <summary>What was found out so far; a memory, not a state.</summary>
    private ImmutableDictionary<uint, ImmutableArray<AcronymUsage>> _usages;

    private AcronymIndex(
        ImmutableDictionary<string, Document> documents,
        ImmutableDictionary<uint, ImmutableArray<string>> paths,
        ImmutableDictionary<uint, ImmutableArray<AcronymUsage>> usages
    )
    {
        _documents = documents;
        _paths = paths;
        _usages = usages;
    }

    /// <summary>The index of no documents.</summary>
    internal static AcronymIndex Empty { get; } =
        new(
            ImmutableDictionary<string, Document>.Empty,
            ImmutableDictionary<uint, ImmutableArray<string>>.Empty,
            ImmutableDictionary<uint, ImmutableArray<AcronymUsage>>.Empty
        );

    /// <summary>
    /// How acronyms are used that have a key: nearly always one or none. Empty where all agree, where nothing is established, and where
    /// nothing is unusual.
    /// </summary>
    /// <param name="name">The key; see <see cref="TermKeys.OfName"/>.</param>
    public ImmutableArray<AcronymUsage> UsagesOf(uint name) =>
        ImmutableInterlocked.GetOrAdd(ref _usages, name, static (name, index) => index.FindUsages(name), this);

    /// <summary>The first place in the order of digests at which an acronym has a reading.</summary>
    public TermPlace FirstPlaceOf(AcronymUsage usage, AcronymReading reading)
    {
        var document = _documents[reading.Path];
        var terms = DocumentTerms.Of(document);
        foreach (var paper in terms.PapersThatExpand(TermKeys.OfName(usage.Name)))
        {
            if (usage.FindIn(terms.Papers[paper], reading) is { } definition)
            {
                return TermPlace.Of(document, paper, definition.NameSpan);
            }
        }
        throw new ArgumentException("The reading is another index’s.", nameof(reading));
    }

    /// <summary>Adds the keys of the acronyms that a paper expands, once for each time.</summary>
    internal static void AddNames(PaperTerms paper, ICollection<uint> names)
    {
        for (var keys = paper.DefinitionKeys; keys.MoveNextExpansion(); )
        {
            names.Add(keys.Name);
        }
    }

    /// <summary>
    /// Adds the documents that hold an unusual reading of an acronym, now or earlier, if the readings are not those that they were, or
    /// do not stand where they stood.
    /// </summary>
    /// <param name="earlier">The index of an earlier snapshot.</param>
    /// <param name="name">The acronym's key.</param>
    /// <param name="paths">To which they are added.</param>
    internal void AddDeviating(AcronymIndex earlier, uint name, HashSet<string> paths)
    {
        var (before, now) = (earlier.UsagesOf(name), UsagesOf(name));
        if (!earlier.ToldOf(before).SequenceEqual(ToldOf(now)))
        {
            paths.UnionWith(before.Concat(now).SelectMany(usage => usage.Deviating));
        }
    }

    /// <summary>The index of other documents, most of which are the same.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="changed">The paths of all that may be others; null where that is not known.</param>
    internal AcronymIndex Update(ImmutableDictionary<string, Document> documents, IEnumerable<string>? changed)
    {
        if (ReferenceEquals(documents, _documents))
        {
            return this;
        }
        var paths = _paths.ToBuilder();
        var stale = new HashSet<uint>();
        foreach (var path in changed ?? _documents.Keys.Union(documents.Keys))
        {
            var (before, after) = (_documents.GetValueOrDefault(path), documents.GetValueOrDefault(path));
            if (!ReferenceEquals(before, after))
            {
                Replace(path, before, after, paths, stale);
            }
        }
        return new(documents, paths.ToImmutable(), _usages.RemoveRange(stale));
    }

    private static void Replace(
        string path,
        Document? before,
        Document? after,
        ImmutableDictionary<uint, ImmutableArray<string>>.Builder paths,
        HashSet<uint> stale
    )
    {
        var old = before is null ? [] : DocumentTerms.Of(before).Papers;
        var papers = after is null ? [] : DocumentTerms.Of(after).Papers;
        // Which paper is the first goes by the order of digests.
        var (prefix, suffix) = before?.Order == after?.Order ? DocumentTerms.CommonEnds(old, papers) : (0, 0);
        foreach (var name in NamesOf(old.AsSpan()[prefix..^suffix]))
        {
            stale.Add(name);
            var rest = paths[name].Remove(path);
            if (rest.IsEmpty)
            {
                paths.Remove(name);
            }
            else
            {
                paths[name] = rest;
            }
        }
        foreach (var name in NamesOf(papers.AsSpan()[prefix..^suffix]))
        {
            stale.Add(name);
            paths[name] = paths.TryGetValue(name, out var known) ? known.Add(path) : [path];
        }
    }

    private static List<uint> NamesOf(ReadOnlySpan<PaperTerms> papers)
    {
        var names = new List<uint>();
        foreach (var paper in papers)
        {
            AddNames(paper, names);
        }
        return names;
    }

    private ImmutableArray<AcronymUsage> FindUsages(uint name)
    {
        var readings = new AcronymSpellings(name);
        foreach (var path in _paths.GetValueOrDefault(name, []).Distinct().OrderBy(path => _documents[path].Order))
        {
            readings.Add(_documents[path]);
        }
        return readings.ToUsages();
    }

    /// <summary>All that may be said of acronyms in other documents.</summary>
    private IEnumerable<(string Name, AcronymReading Reading, Text.LinePositionSpan Range)> ToldOf(ImmutableArray<AcronymUsage> usages) =>
        from usage in usages
        from reading in usage.Readings
        let place = FirstPlaceOf(usage, reading)
        select (usage.Name, reading, place.Paper.Document.GetLinePositionSpan(place.Span));
}
