using DigestLsp.Similarity;
using FsCheck;
using FsCheck.Fluent;
using static DigestLsp.Testing.Abstracts;
using static DigestLsp.Workspaces.Tests.EditorOperations;

namespace DigestLsp.Workspaces.Tests;

/// <summary>What acronyms stand for in most papers, and who means something else.</summary>
public class AcronymIndexTests
{
    private const string Gauges = "Tide gauge networks (TGNs) talk.";
    private const string Noise = "The true ground noise (TGN) of a quay is loud.";
    private const string Gates = "Two gate names (TGN) are too many.";

    private static readonly string[] Paths = ["a", "b", "2025-01-02"];

    private static readonly string[] Sentences =
    [
        Gauges,
        Noise,
        Gates,
        "A tide-gauge network (TGN) talks.",
        "A learned true ground noise (TGN) is loud.",
        "A barn owl network (BON) hears.",
        "A bell of nickel (BON) rings.",
        "Nothing is short.",
    ];

    /// <summary>A date and papers, each of its own or as it may stand in other digests too.</summary>
    private static readonly Gen<Func<string, string>> Digest = Gen.Elements("Mar 11\n\n", "Mar 12\n\n", "Apr 2, 2025\n\n", "")
        .Zip(
            Gen.Elements(Sentences)
                .Zip(Gen.Elements("Gauges", "Noises", "Gates"))
                .Zip(Gen.Elements(true, true, false), (paper, isOwn) => (Sentence: paper.Item1, Title: paper.Item2, IsOwn: isOwn))
                .ListOf(),
            (date, papers) =>
                (Func<string, string>)(
                    path =>
                        date
                        + string.Concat(papers.Select(paper => Paper($"{paper.Title} of {(paper.IsOwn ? path : "All")}", paper.Sentence)))
                )
        );

    private static readonly Gen<Action<Workspace>> Operation = Gen.OneOf(
        Gen.Elements(Paths)
            .Zip(Digest, (path, text) => (Action<Workspace>)(workspace => EditorOperations.Open(workspace, path, text(path)))),
        Gen.Elements(Paths)
            .Zip(Gen.Choose(0, 20), (path, line) => (path, line))
            .Zip(
                Gen.Elements("", "x", "\n\n", "Old tide (OT) and true ground noise (TGN) ", Paper("Gates of Iron", Gates) + "\n"),
                (at, text) => (Action<Workspace>)(workspace => Type(workspace, at.path, at.line, text))
            ),
        Gen.Elements(Paths).Select(path => (Action<Workspace>)(workspace => Close(workspace, path)))
    );

    private readonly Workspace _workspace = new();

    private Snapshot Current => _workspace.Current;

    [Fact]
    public void What_half_of_the_papers_mean_is_established()
    {
        Open("a", Noise);
        Open("b", Gauges, "A tide gauge network (TGN) is old.");
        Open("c", Gates);

        Assert.Equal(
            ["a, c deviate from Tide gauge networks (b 4:21); true ground noise (a 4:23); Two gate names (c 4:16)"],
            Listed(Current)
        );
    }

    [Fact]
    public void Of_two_meanings_that_are_meant_equally_often_the_first_is_established()
    {
        Open("b", Gauges);
        Open("a", Noise);

        Assert.Equal(["b deviate from true ground noise (a 4:23); Tide gauge networks (b 4:21)"], Listed(Current));
    }

    [Fact]
    public void Where_nothing_is_established_nobody_deviates()
    {
        Open("a", Gauges);
        Open("b", Noise);
        Open("c", Gates);

        Assert.Empty(Listed(Current));
    }

    [Fact]
    public void What_more_than_half_as_many_mean_is_in_use_too()
    {
        Open(
            "a",
            Gauges,
            "A tide gauge network (TGN) is old.",
            "A tide gauge network (TGN) is new.",
            "Two tide gauge networks (TGNs) meet."
        );
        Open("b", Noise, "A true ground noise (TGN) is low.");
        Open("c", "A true ground noise (TGN) is high.");

        Assert.Empty(Listed(Current));

        Open("d", Gates);
        Assert.Equal(["d deviate from Tide gauge networks (a 4:21); true ground noise (b 4:23); Two gate names (d 4:16)"], Listed(Current));
    }

    [Fact]
    public void A_paper_that_recurs_counts_once()
    {
        _workspace.Open("a", 1, $"Mar 11\n\n{Paper("Gauges", Gauges)}{Paper("Noises", Noise)}");
        _workspace.Open("b", 1, $"Mar 12\n\n{Paper("Gauges", Gauges)}{Paper("Gates", Gates)}");
        _workspace.Open("c", 1, $"Mar 13\n\n{Paper("Gauges", Gauges)}");

        Assert.Empty(Listed(Current));
    }

    [Fact]
    public void A_single_letter_is_a_label()
    {
        Open("a", "We score by Grammar (G) alone.");
        Open("b", "We score by Geometry (G) alone.");

        Assert.Empty(Listed(Current));
    }

    [Theory]
    [InlineData("Tide-Gauge Network (TGN)")]
    [InlineData("talking tide gauge networks (TGNs)")]
    [InlineData("tide gauging network (TGN)")]
    public void Variants_are_one_meaning(string variant)
    {
        Open("a", Gauges);
        Open("b", $"The {variant} talks.");

        Assert.Empty(Listed(Current));
    }

    [Fact]
    public void Only_who_deviates_is_affected_when_the_established_meaning_comes_goes_or_moves()
    {
        Open("a", Gauges);
        Open("b", "A tide gauge network (TGN) is old.");
        Open("c", Noise);
        Open("d", "Nothing is short.");
        Assert.Single(Listed(Current));

        AssertAffected(["a", "c"], () => Type(_workspace, "a", 0, "\n"));
        AssertAffected(["b"], () => Type(_workspace, "b", 0, "\n"));
        AssertAffected(["a", "c"], () => Type(_workspace, "a", 5, "Coastal "));
        AssertAffected(["a"], () => Type(_workspace, "a", 3, "Old "));
        AssertAffected(["d"], () => Type(_workspace, "d", 4, "True "));
        AssertAffected(["a", "c"], () => Close(_workspace, "a"));
        AssertAffected(["b", "c"], () => Close(_workspace, "b"));
        Assert.Empty(Listed(Current));
    }

    [Fact]
    public void Nobody_is_affected_as_long_as_nobody_asks()
    {
        Open("a", Gauges);
        Open("c", Noise);

        AssertAffected(["a"], () => Type(_workspace, "a", 0, "\n"));
        _ = Listed(Current);
        AssertAffected(["a", "c"], () => Type(_workspace, "a", 0, "\n"));
    }

    [Fact]
    public void Under_another_configuration_nobody_has_asked_yet()
    {
        Open("a", Gauges);
        Open("c", Noise);
        _ = Listed(Current);
        var before = Current.WithConfiguration(new());

        var after = before.With([Document.Open("a", 2, Syntax.SyntaxTree.Parse(Text.SourceText.From("Mar 11\n")))], []);

        Assert.Equal(["a"], after.PathsAffectedSince(before));
    }

    [Fact]
    public void Any_sequence_of_operations_gives_the_usages_of_a_snapshot_built_anew() =>
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
                                .. workspace
                                    .Current.Documents.Reverse()
                                    .Select(document => Document.Open(document.Path, 1, Syntax.SyntaxTree.Parse(document.GetTree()!.Text))),
                            ],
                            []
                        );
                        Assert.Equal(Listed(anew), Listed(workspace.Current));
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Documents_that_are_not_affected_hear_what_they_heard() =>
        Prop.ForAll(
                Operation.ListOf().ToArbitrary(),
                operations =>
                {
                    var workspace = new Workspace();
                    foreach (var operation in operations)
                    {
                        var before = workspace.Current;
                        var heard = Paths.ToDictionary(path => path, path => Heard(before, path));
                        operation(workspace);
                        var affected = workspace.Current.PathsAffectedSince(before);
                        foreach (var path in Paths.Where(path => !affected.Contains(path)))
                        {
                            Assert.Equal(heard[path], Heard(workspace.Current, path));
                        }
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    private void AssertAffected(string[] expected, Action change)
    {
        var before = Current;
        change();
        Assert.Equal(expected, Current.PathsAffectedSince(before).Order());
    }

    private static List<string> Listed(Snapshot snapshot) =>
        [
            .. from name in snapshot.Terms.Names.Order(StringComparer.Ordinal)
            from usage in snapshot.Acronyms.UsagesOf(TermKeys.OfName(name))
            where usage.Name == name
            select $"{string.Join(", ", usage.Deviating)} deviate from {Told(snapshot, usage)}",
        ];

    /// <summary>All that a document may be told of acronyms that it expands otherwise.</summary>
    private static List<string> Heard(Snapshot snapshot, string path) =>
        [
            .. from name in snapshot.Terms.Names.Order(StringComparer.Ordinal)
            from usage in snapshot.Acronyms.UsagesOf(TermKeys.OfName(name))
            where usage.Deviating.Contains(path)
            select $"{usage.Name} {Told(snapshot, usage)} {string.Join("; ", usage.Readings.Select(reading => string.Join(' ', reading.Keys)))}",
        ];

    private static string Told(Snapshot snapshot, AcronymUsage usage) =>
        string.Join(
            "; ",
            usage.Readings.Select(reading =>
            {
                var place = snapshot.Acronyms.FirstPlaceOf(usage, reading);
                var start = place.Paper.Document.GetLinePositionSpan(place.Span).Start;
                Assert.Equal(reading.Path, place.Paper.Document.Path);
                Assert.StartsWith(usage.Name, place.Paper.Document.GetTree()!.Text.ToString(place.Span));
                return $"{reading.Text} ({reading.Path} {start.Line}:{start.Character})";
            })
        );

    private void Open(string path, params string[] sentences) =>
        _workspace.Open(path, 1, "Mar 11\n\n" + string.Concat(sentences.Select((sentence, i) => Paper($"The {path} of {i}", sentence))));

    /// <summary>A paper that is like no other with another title.</summary>
    private static string Paper(string title, string sentence)
    {
        var words = string.Join(' ', Owls, Bells, Glaciers, Recipes).Split(' ');
        new Random(title.Sum(letter => letter * letter)).Shuffle(words);
        return $"{title}\n\n{sentence} It was {string.Join(' ', words[..60])}.\n\n";
    }
}
