using DigestLsp.Similarity;
using FsCheck;
using FsCheck.Fluent;
using static DigestLsp.Testing.Abstracts;
using static DigestLsp.Workspaces.Tests.EditorOperations;

namespace DigestLsp.Workspaces.Tests;

/// <summary>A snapshot is a function of its documents, whatever the way to it.</summary>
public class SnapshotProperties
{
    private static readonly string[] Paths = ["a.digest", "b.digest", "2025-01-02.digest"];

    private static readonly string[] Pieces =
    [
        "Mar 11\n\n",
        "Apr 2, 2025\n\n",
        $"What a Bell Remembers of Its Founder\n\n{Bells}\n\n",
        $"What a Bell Remembers of Its Founder\n\n{Bells.Replace("thirty", "forty", StringComparison.Ordinal)}\n\n",
        $"What a Bell Remembers of Its Founder\n\n{Recipes}\n\n",
        $"Hearing Walls\n\n{Bells}\n\n",
        $"Hearing Walls\n\n",
        $"Lakes That Leave\narxiv: 2603.90001\n\n{Glaciers}\n\n",
        $"Ponds That Stay\narxiv: 2603.90001\n\n{Owls}\n\n",
        $"{Owls}\n\n",
        $"Lakes That Leave\nsee: Hearing Walls\n\n{Glaciers}\n\n",
    ];

    private static readonly string[] Titles =
    [
        "What a Bell Remembers of Its Founder",
        "Hearing Walls",
        "Lakes That Leave",
        "Ponds That Stay",
    ];

    private static readonly Gen<string> Digest = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    private static readonly Gen<Action<Workspace>> Operation = Gen.OneOf(
        Gen.Elements(Paths).Zip(Digest, (path, text) => (Action<Workspace>)(workspace => Open(workspace, path, text))),
        Gen.Elements(Paths)
            .Zip(Gen.Choose(0, 60), (path, line) => (path, line))
            .Zip(
                Gen.Elements("", "x", "\n\n", Pieces[2]),
                (at, text) => (Action<Workspace>)(workspace => Type(workspace, at.path, at.line, text))
            ),
        Gen.Elements(Paths).Select(path => (Action<Workspace>)(workspace => Close(workspace, path)))
    );

    [Fact]
    public void Any_sequence_of_operations_gives_the_copies_of_a_snapshot_built_anew() =>
        Prop.ForAll(
                Operation.ListOf().ToArbitrary(),
                operations =>
                {
                    var workspace = new Workspace();
                    foreach (var operation in operations)
                    {
                        operation(workspace);
                        var anew = Snapshot.Empty.With(
                            [
                                .. workspace.Current.Documents.Select(document =>
                                    Document.Open(document.Path, 1, Syntax.SyntaxTree.Parse(document.GetTree()!.Text))
                                ),
                            ],
                            []
                        );
                        Assert.Equal(Copies(anew), Copies(workspace.Current));
                        Assert.Equal(Found(anew), Found(workspace.Current));
                        Assert.Equal(PlacesWithCopies(anew), PlacesWithCopies(workspace.Current));
                        CheckParts(workspace.Current);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Documents_that_are_not_affected_have_the_copies_and_references_that_they_had() =>
        Prop.ForAll(
                Operation.ListOf().ToArbitrary(),
                operations =>
                {
                    var workspace = new Workspace();
                    foreach (var operation in operations)
                    {
                        var before = workspace.Current;
                        operation(workspace);
                        var affected = workspace.Current.PathsAffectedSince(before);
                        foreach (var path in Paths.Where(path => !affected.Contains(path)))
                        {
                            Assert.Equal(Seen(before, path), Seen(workspace.Current, path));
                        }
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_difference_holds_what_one_version_has_and_the_other_has_not() =>
        Prop.ForAll(
                Digest.Zip(Digest, (before, after) => (before, after)).ToArbitrary(),
                versions =>
                {
                    var before = Papers(versions.before);
                    var after = Papers(versions.after);
                    var difference = PaperDifference.Between(before, after);

                    Assert.Equal(Surplus(before, after), Counts(difference.Left));
                    Assert.Equal(Surplus(after, before), Counts(difference.Arrived));
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>How often each content stands more often in one version than in the other.</summary>
    private static SortedDictionary<Hash128, int> Surplus(IEnumerable<DocumentPaper> version, IEnumerable<DocumentPaper> other)
    {
        var counts = Counts(version.Select(paper => paper.Facts));
        foreach (var (content, count) in Counts(other.Select(paper => paper.Facts)))
        {
            var surplus = counts.GetValueOrDefault(content) - count;
            counts.Remove(content);
            if (surplus > 0)
            {
                counts.Add(content, surplus);
            }
        }
        return counts;
    }

    private static SortedDictionary<Hash128, int> Counts(IEnumerable<PaperFacts> facts) =>
        new(facts.CountBy(paper => paper.Content).ToDictionary());

    private static DocumentPapers Papers(string text) =>
        Document.Open("a.digest", 1, Syntax.SyntaxTree.Parse(Text.SourceText.From(text))).Papers;

    /// <summary>What is asked of a part of the copies is just that part of them.</summary>
    private static void CheckParts(Snapshot snapshot)
    {
        foreach (var document in snapshot.Documents)
        {
            for (var i = 0; i < document.Papers.Length; i++)
            {
                var place = new PaperPlace(document, i);
                var copies = snapshot.CopiesOf(place);
                Assert.True(copies.IsEmpty || snapshot.PlacesWithCopies(document).Contains(place));
                var exact = copies.Where(copy => copy.Match.Kind == DuplicateKind.Exact).Select(copy => copy.Place).ToList();
                Assert.Equal(copies.Where(copy => copy.Place.Document == document), snapshot.CopiesWithin(place));
                Assert.Equal(
                    exact.Count == 0 ? [] : exact.Append(place).Order(),
                    snapshot.PlacesOfSame(place.Paper.Facts) is [_, _, ..] same ? same : []
                );
            }
        }
    }

    private static IEnumerable<string> Copies(Snapshot snapshot) =>
        from document in snapshot.Documents.OrderBy(document => document.Path)
        from index in Enumerable.Range(0, document.Papers.Length)
        from copy in snapshot.CopiesOf(new(document, index))
        select $"{document.Path} {index}: {copy.Place.Document.Path} {copy.Place.Index} {copy.Match}";

    private static IEnumerable<string> PlacesWithCopies(Snapshot snapshot) =>
        from document in snapshot.Documents.OrderBy(document => document.Path)
        from place in snapshot.PlacesWithCopies(document)
        select $"{document.Path} {place.Index}";

    /// <summary>All that a document's findings can say of copies, lines included, and whether what it refers to is there.</summary>
    private static List<string> Seen(Snapshot snapshot, string path)
    {
        if (snapshot.GetDocument(path) is not { } document)
        {
            return [];
        }
        var copies =
            from place in snapshot.PlacesWithCopies(document)
            from copy in snapshot.CopiesOf(place)
            let other = copy.Place.Document
            select $"{place.Index}: {other.Path} {other.GetLinePositionSpan(copy.Place.Paper.Head)} {other.Order} {copy.Match}";
        return [.. copies, .. document.References.Select(reference => $"{reference.Span} {snapshot.HasTitle(reference.TitleKey)}")];
    }

    private static IEnumerable<string> Found(Snapshot snapshot) =>
        from title in Titles
        let places = snapshot.FindByTitle(title)
        from line in places
            .Select(place => $"{title}: {place.Document.Path} {place.Index}")
            .Concat(
                places
                    .Take(1)
                    .SelectMany(place => snapshot.ReferencesTo(place.Paper.Facts.TitleKey))
                    .Select(found => $"{title}: {found.Document.Path} {found.Reference.Span}")
            )
        select line;
}
