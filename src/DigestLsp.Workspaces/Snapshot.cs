using System.Collections.Immutable;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>A paper's place: its document and its number there.</summary>
/// <param name="Document">The document.</param>
/// <param name="Index">The paper's index in <see cref="Document.Papers"/>.</param>
public readonly record struct PaperPlace(Document Document, int Index) : IComparable<PaperPlace>
{
    /// <summary>The paper.</summary>
    public DocumentPaper Paper => Document.Papers[Index];

    /// <inheritdoc/>
    public int CompareTo(PaperPlace other)
    {
        var byDocument = Document.Order.CompareTo(other.Document.Order);
        return byDocument != 0 ? byDocument : Index.CompareTo(other.Index);
    }
}

/// <summary>Another copy of a paper.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Match">In what way, and how much, it is the same.</param>
public readonly record struct PaperCopy(PaperPlace Place, DuplicateMatch Match);

/// <summary>All documents at one moment, with the index of their papers. Immutable: any thread may keep and read it.</summary>
public sealed partial class Snapshot
{
    private readonly ImmutableDictionary<string, Document> _documents = ImmutableDictionary<string, Document>.Empty;

    /// <summary>Where each content stands.</summary>
    private readonly ContentPaths _paths = ContentPaths.None;

    private readonly DuplicateIndex _index = DuplicateIndex.Empty;

    private readonly CopiedContents _copied = CopiedContents.None;

    /// <summary>The paths of the documents that refer to papers by their titles.</summary>
    private readonly ImmutableHashSet<string> _referring = [];

    /// <summary>The digests that cannot be read.</summary>
    private readonly ImmutableDictionary<string, LoadProblem> _unreadable = ImmutableDictionary<string, LoadProblem>.Empty;

    private readonly ChangeLog _log = ChangeLog.Start();

    private Snapshot(EditorConfiguration configuration) => Configuration = configuration;

    private Snapshot(Snapshot other)
        : this(
            other,
            other._documents,
            other._paths,
            other._index,
            other._copied,
            other._referring,
            other._unreadable,
            other._log,
            other._terms,
            other._ranking
        ) => LazyAcronyms = other.LazyAcronyms;

    private Snapshot(
        Snapshot other,
        ImmutableDictionary<string, Document> documents,
        ContentPaths paths,
        DuplicateIndex index,
        CopiedContents copied,
        ImmutableHashSet<string> referring,
        ImmutableDictionary<string, LoadProblem> unreadable,
        ChangeLog log,
        LazyTerms terms,
        RankingBasis ranking
    )
    {
        _documents = documents;
        _paths = paths;
        _index = index;
        _copied = copied;
        _referring = referring;
        _unreadable = unreadable;
        _log = log;
        _terms = terms;
        _ranking = ranking;
        Configuration = other.Configuration;
        Folders = other.Folders;
        Unseen = other.Unseen;
    }

    /// <summary>No documents.</summary>
    public static Snapshot Empty { get; } = new(new EditorConfiguration());

    /// <summary>All documents, in no order.</summary>
    public IEnumerable<Document> Documents => _documents.Values;

    /// <summary>The number of documents.</summary>
    public int DocumentCount => _documents.Count;

    /// <summary>The number of different papers.</summary>
    public int ContentCount => _paths.Count;

    /// <summary>The configuration that applies.</summary>
    public EditorConfiguration Configuration { get; private init; }

    /// <summary>The folders of which all digests are here that can be read.</summary>
    public ImmutableHashSet<string> Folders { get; private init; } = [];

    /// <summary>What is in these folders and could not be looked into: folders that cannot be listed, and files that may be digests.</summary>
    internal ImmutableHashSet<string> Unseen { get; private init; } = [];

    /// <summary>Whether all digests below a folder are here, so that what none of them holds is nowhere.</summary>
    public bool HoldsAllBelow(string folder) =>
        Folders.Any(loaded => folder == loaded || SuppressionEdit.IsBelow(folder, loaded))
        && !_unreadable.Keys.Any(path => SuppressionEdit.IsBelow(path, folder))
        && !Unseen.Any(path => path == folder || SuppressionEdit.IsBelow(path, folder) || SuppressionEdit.IsBelow(folder, path));

    /// <summary>The document at a path, null if there is none.</summary>
    public Document? GetDocument(string path) => _documents.GetValueOrDefault(path);

    /// <summary>The digests that are there and cannot be read, and why.</summary>
    public IEnumerable<LoadProblem> Unreadable => _unreadable.Values;

    /// <summary>Why the digest at a path cannot be read; null where it can, or where there is none.</summary>
    public LoadProblem? GetProblem(string path) => _unreadable.GetValueOrDefault(path);

    /// <summary>The facts of the same content that the index keeps, else these.</summary>
    internal PaperFacts Share(PaperFacts facts) => _index.TryGetFacts(facts.Content, out var known) ? known : facts;

    /// <summary>All places where a paper with just this content stands, in the order of digests.</summary>
    public ImmutableArray<PaperPlace> PlacesOf(Hash128 content)
    {
        if (!_paths.TryGetValue(content, out var paths))
        {
            return [];
        }
        var places = ImmutableArray.CreateBuilder<PaperPlace>(paths.Length);
        foreach (var path in paths.Distinct())
        {
            var document = _documents[path];
            foreach (var i in document.PlacesOf(content))
            {
                places.Add(new(document, i));
            }
        }
        places.Sort();
        return places.DrainToImmutable();
    }

    /// <summary>
    /// The places in a document at which a paper stands that may have copies, in order: no others have any.
    /// </summary>
    public IEnumerable<PaperPlace> PlacesWithCopies(Document document) =>
        _copied.Of(document.Path).SelectMany(document.PlacesOf).Order().Select(paper => new PaperPlace(document, paper));

    /// <summary>All other copies of the paper at a place, equal or similar, in the order of digests.</summary>
    public ImmutableArray<PaperCopy> CopiesOf(PaperPlace place)
    {
        var facts = place.Paper.Facts;
        return StandsAlone(facts.Content) ? [] : CopiesOf(place, facts, _index.EdgesOf(facts.Content), other => PlacesOf(other));
    }

    /// <summary>What <see cref="CopiesOf(PaperPlace)"/> rests on; null where some of them stand in the paper's own document.</summary>
    public CopyBasis? CopyBasisOf(PaperPlace place) => CopyBasis.Of(this, place);

    internal ImmutableArray<DuplicateEdge> EdgesOf(Hash128 content) => _index.EdgesOf(content);

    /// <summary>The paths of the documents that hold a content, one for each place; the default where there is none.</summary>
    internal ImmutableArray<string> PathsOf(Hash128 content) => _paths.TryGetValue(content, out var paths) ? paths : default;

    /// <summary>
    /// All places where a paper of the same words stands, itself included, in the order of digests, if there are several: one answer
    /// for all papers of a content.
    /// </summary>
    public ImmutableArray<PaperPlace> PlacesOfSame(PaperFacts paper)
    {
        if (StandsAlone(paper.Content) || DuplicateDecision.Compare(paper, paper).Kind != DuplicateKind.Exact)
        {
            return [];
        }
        var same = _index.EdgesOf(paper.Content).Where(edge => edge.Match.Kind == DuplicateKind.Exact).ToList();
        return same.Count == 0
            ? PlacesOf(paper.Content)
            : [.. same.SelectMany(edge => PlacesOf(edge.Other)).Concat(PlacesOf(paper.Content)).Order()];
    }

    /// <summary>As <see cref="CopiesOf(PaperPlace)"/>, of the paper's own document alone; it looks into no other.</summary>
    public ImmutableArray<PaperCopy> CopiesWithin(PaperPlace place)
    {
        var facts = place.Paper.Facts;
        return StandsAlone(facts.Content)
            ? []
            : CopiesOf(
                place,
                facts,
                _index.EdgesOf(facts.Content),
                other => place.Document.PlacesOf(other).Select(i => new PaperPlace(place.Document, i))
            );
    }

    private bool StandsAlone(Hash128 content) => _paths[content].Length == 1 && _index.EdgesOf(content).IsEmpty;

    private ImmutableArray<PaperCopy> CopiesOf(
        PaperPlace place,
        PaperFacts facts,
        ImmutableArray<DuplicateEdge> edges,
        Func<Hash128, IEnumerable<PaperPlace>> placesOf
    )
    {
        var copies = ImmutableArray.CreateBuilder<PaperCopy>();
        // What a paper with the same content is, the one decision says: two empty ones, say, are no duplicates.
        var twin = DuplicateDecision.Compare(facts, facts);
        if (twin.Kind != DuplicateKind.None)
        {
            copies.AddRange(placesOf(facts.Content).Where(other => other != place).Select(other => new PaperCopy(other, twin)));
        }
        foreach (var edge in edges)
        {
            foreach (var other in placesOf(edge.Other))
            {
                // Nobody can mean that papers of the same words are different.
                if (edge.Match.Kind == DuplicateKind.Exact || !AreMarkedDifferent(place, other))
                {
                    copies.Add(new(other, edge.Match));
                }
            }
        }
        copies.Sort((left, right) => left.Place.CompareTo(right.Place));
        return copies.DrainToImmutable();
    }

    /// <summary>This snapshot with another configuration.</summary>
    public Snapshot WithConfiguration(EditorConfiguration configuration) =>
        ReferenceEquals(configuration, Configuration)
            ? this
            // Under another configuration perhaps nobody asks for acronyms any more.
            : new(this) { Configuration = configuration, LazyAcronyms = new(null) };

    /// <summary>This snapshot, said to hold all digests of some folders, but for what could not be looked into.</summary>
    internal Snapshot WithFolders(ImmutableHashSet<string> folders, ImmutableHashSet<string> unseen) =>
        new(this) { Folders = folders, Unseen = unseen };

    private bool AreMarkedDifferent(PaperPlace one, PaperPlace other) =>
        Configuration.Suppressions.AreDifferent(one.Document.Path, one.Paper.Facts, other.Document.Path, other.Paper.Facts);

    /// <summary>The index of the papers of some of its documents.</summary>
    internal DuplicateIndex IndexOf(IEnumerable<Document> documents)
    {
        var contents = documents.SelectMany(document => document.Papers).Select(paper => paper.Facts.Content).ToHashSet();
        return _index.Update([], _index.Papers.Where(facts => !contents.Contains(facts.Content)).ToList());
    }

    /// <summary>This snapshot with documents added or replaced, each by its path, and others removed.</summary>
    /// <param name="set">The documents.</param>
    /// <param name="removed">The paths of the others.</param>
    /// <param name="known">An index of most of what the new snapshot holds, to be used in place of the one that is there.</param>
    /// <param name="unreadable">What is wrong with those of the others that are there and cannot be read.</param>
    public Snapshot With(
        IReadOnlyCollection<Document> set,
        IReadOnlyCollection<string> removed,
        DuplicateIndex? known = null,
        IReadOnlyCollection<LoadProblem>? unreadable = null
    )
    {
        var documents = _documents.ToBuilder();
        var paths = _paths.ToBuilder(set.Count > 1 ? set.Sum(document => document.Papers.Length) : 0);
        var referring = _referring.ToBuilder();
        var touched = new Dictionary<Hash128, PaperFacts>();
        foreach (var path in removed)
        {
            if (documents.Remove(path, out var old))
            {
                Move(path, old.Papers, DocumentPapers.None);
                referring.Remove(path);
            }
        }
        foreach (var document in set)
        {
            Move(document.Path, documents.TryGetValue(document.Path, out var old) ? old.Papers : DocumentPapers.None, document.Papers);
            documents[document.Path] = document;
            _ = document.HasReferences ? referring.Add(document.Path) : referring.Remove(document.Path);
        }
        var added = touched.Values.Where(facts => !_paths.ContainsKey(facts.Content) && paths.ContainsKey(facts.Content)).ToList();
        var gone = touched.Values.Where(facts => _paths.ContainsKey(facts.Content) && !paths.ContainsKey(facts.Content)).ToList();
        var index =
            known is not null ? Complete(known)
            : added.Count == 0 && gone.Count == 0 ? _index
            : _paths.Count == 0 ? DuplicateIndex.Build(added)
            : _index.Update(added, gone);
        var nowPaths = paths.ToImmutable();
        var resembling = gone.SelectMany(facts => _index.EdgesOf(facts.Content))
            .Concat(added.SelectMany(facts => index.EdgesOf(facts.Content)))
            .Select(edge => edge.Other);
        return new(
            this,
            documents.ToImmutable(),
            nowPaths,
            index,
            _copied.After(touched.Keys.Concat(resembling), _paths, nowPaths, index),
            referring.ToImmutable(),
            _unreadable
                .RemoveRange(removed)
                .RemoveRange(set.Select(document => document.Path))
                .SetItems((unreadable ?? []).Select(problem => KeyValuePair.Create(problem.Path, problem))),
            _log.With([.. set.Select(document => document.Path), .. removed]),
            _terms.Next(),
            _ranking.After(added.Select(facts => facts.Content), gone.Select(facts => facts.Content))
        )
        {
            LazyAcronyms = LazyAcronyms.Next(),
        };

        DuplicateIndex Complete(DuplicateIndex known)
        {
            var papers = documents.Values.SelectMany(document => document.Papers).Select(paper => paper.Facts);
            var superfluous = known.Papers.Where(paper => !paths.ContainsKey(paper.Content)).ToList();
            if (superfluous.Count == 0 && known.Count == paths.Count)
            {
                return known;
            }
            // Removing many one by one takes longer than beginning anew.
            return superfluous.Count > known.Count / 4
                ? DuplicateIndex.Build([.. papers])
                : known.Update(papers.Where(paper => !known.TryGetFacts(paper.Content, out _)), superfluous);
        }

        void Move(string path, DocumentPapers before, DocumentPapers after)
        {
            var difference = PaperDifference.Between(before, after);
            foreach (var facts in difference.Left)
            {
                touched[facts.Content] = facts;
                paths.Remove(facts.Content, path);
            }
            ImmutableArray<string> only = [path];
            foreach (var facts in difference.Arrived)
            {
                touched[facts.Content] = facts;
                paths.Add(facts.Content, only);
            }
        }
    }
}
