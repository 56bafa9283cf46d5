using static DigestLsp.Similarity.Tests.Papers;

namespace DigestLsp.Similarity.Tests;

public class DuplicateIndexTests
{
    private static readonly PaperFacts Original = Facts(Title, Abstract);
    private static readonly PaperFacts Edited = Facts(Title, Abstract.Replace("hours", "days"));
    private static readonly PaperFacts Retitled = Facts("When Should a Buoy Speak?", Abstract);
    private static readonly PaperFacts Other = Facts(
        "Counting Herons by the Sound of Their Wings",
        "Herons are counted by people with binoculars, which is slow and cold."
    );

    [Fact]
    public void Finds_every_duplicate_with_its_kind()
    {
        DuplicateIndex index = DuplicateIndex.Build([Original, Edited, Retitled, Other]);
        Assert.Equal(4, index.Count);
        Assert.Equal(DuplicateKind.Near, KindOf(index, Original, Edited));
        Assert.Equal(DuplicateKind.Retitled, KindOf(index, Original, Retitled));
        Assert.Equal(DuplicateKind.Near, KindOf(index, Edited, Retitled));
        Assert.Empty(index.EdgesOf(Other.Content));
        Assert.Equal(3, index.Edges.Count);
    }

    [Fact]
    public void Finds_by_identifier_alone()
    {
        PaperFacts preprint = Facts("Tides", "One.", arxiv: "2401.01234");
        PaperFacts published = Facts("Herons", "Two.", arxiv: "2401.01234v2", doi: "10.1000/a");
        PaperFacts reprint = Facts("Ice", "Three.", doi: "10.1000/a");
        DuplicateIndex index = DuplicateIndex.Build([preprint, published, reprint]);
        Assert.Equal(DuplicateKind.Near, KindOf(index, preprint, published));
        Assert.Equal(DuplicateKind.Near, KindOf(index, published, reprint));
        Assert.Equal(DuplicateKind.None, KindOf(index, preprint, reprint));
    }

    [Fact]
    public void An_update_leaves_the_old_index_as_it_was()
    {
        DuplicateIndex before = DuplicateIndex.Build([Original, Other]);
        DuplicateIndex after = before.Update([Edited], [Other]);
        Assert.Equal(2, before.Count);
        Assert.Empty(before.Edges);
        Assert.True(before.TryGetFacts(Other.Content, out _));
        Assert.Equal(2, after.Count);
        Assert.Equal(2, after.Edges.Count);
        Assert.False(after.TryGetFacts(Other.Content, out _));
        Assert.True(after.TryGetFacts(Edited.Content, out PaperFacts? facts));
        Assert.Same(Edited, facts);
    }

    [Fact]
    public void Adding_what_is_there_and_removing_what_is_not_change_nothing()
    {
        DuplicateIndex index = DuplicateIndex.Build([Original, Edited]).Update([Original, Edited, Edited], [Other, Other]);
        Assert.Equal(2, index.Count);
        Assert.Single(index.EdgesOf(Original.Content));
    }

    [Fact]
    public void What_is_removed_and_added_in_one_update_remains()
    {
        DuplicateIndex index = DuplicateIndex.Build([Original, Edited]).Update([Original], [Original]);
        Assert.Equal(2, index.Count);
        Assert.Single(index.EdgesOf(Original.Content));
    }

    [Fact]
    public void A_query_finds_duplicates_of_a_paper_that_is_not_there()
    {
        DuplicateIndex index = DuplicateIndex.Build([Original, Other]);
        DuplicateEdge edge = Assert.Single(index.Query(Edited));
        Assert.Equal(Original.Content, edge.Other);
        Assert.Equal(DuplicateKind.Near, edge.Match.Kind);
        Assert.Equal(2, index.Count);
    }

    [Fact]
    public void A_query_finds_the_very_same_paper_too()
    {
        DuplicateEdge edge = Assert.Single(DuplicateIndex.Build([Original, Other]).Query(Original));
        Assert.Equal(DuplicateKind.Exact, edge.Match.Kind);
    }

    [Fact]
    public void The_empty_index_answers_everything_with_nothing()
    {
        Assert.Equal(0, DuplicateIndex.Empty.Count);
        Assert.Equal(0, DuplicateIndex.Build([]).Count);
        Assert.Empty(DuplicateIndex.Empty.Query(Original));
        Assert.Empty(DuplicateIndex.Empty.EdgesOf(Original.Content));
        Assert.False(DuplicateIndex.Empty.TryGetFacts(Original.Content, out _));
    }

    [Fact]
    public void Typing_in_one_abstract_keeps_the_index_small()
    {
        DuplicateIndex index = DuplicateIndex.Build(Family(copies: 200, changes: 60, seed: 3));
        int segments = index.Segments.Length;
        PaperFacts typed = Original;
        index = index.Update([typed], []);
        for (int i = 0; i < 300; i++)
        {
            PaperFacts next = Facts(Title, Abstract + new string('x', i));
            index = index.Update([next], [typed]);
            typed = next;
            Assert.Equal(segments + 1, index.Segments.Length);
        }

        Assert.Equal(201, index.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(12)]
    public void Thousands_of_papers_from_one_template_do_not_hide_true_duplicates(int changes)
    {
        List<PaperFacts> papers = Family(copies: 2000, changes, seed: 5);
        var pairs = new List<(PaperFacts Left, PaperFacts Right)>();
        for (int i = 0; i < 20; i++)
        {
            string title = $"Planted title number {Word(i)} of the unlikely {Word(i + 50)} kind";
            string[] words = TemplateWith(changes, new Random(1000 + i));
            pairs.Add((Facts(title, string.Join(' ', words)), Facts(title, string.Join(' ', [.. words[..^1], "differently"]))));
        }

        DuplicateIndex index = DuplicateIndex.Build([.. papers, .. pairs.Select(pair => pair.Left), .. pairs.Select(pair => pair.Right)]);
        Assert.All(pairs, pair => Assert.NotEqual(DuplicateKind.None, KindOf(index, pair.Left, pair.Right)));
        int most = index.Edges.Values.Max(edges => edges.Length);
        Assert.InRange(most, 1, CandidateKeys.Limit * 2 * DuplicateIndex.Window);
        DuplicateIndex without = index.Update([], [pairs[0].Left]);
        DuplicateIndex restored = without.Update([pairs[0].Left], []);
        Assert.Equal(index.EdgesOf(pairs[0].Left.Content).AsEnumerable(), restored.EdgesOf(pairs[0].Left.Content).AsEnumerable());
    }

    [Fact]
    public void Thousands_of_papers_with_one_short_title_are_no_duplicates()
    {
        PaperFacts[] papers =
        [
            .. Enumerable.Range(0, 3000).Select(i => Facts("Editorial", string.Join(' ', TemplateWith(120, new Random(i))))),
        ];
        DuplicateIndex index = DuplicateIndex.Build(papers);
        Assert.Equal(3000, index.Count);
        Assert.Empty(index.Edges);
    }

    /// <summary>Papers of different titles whose abstracts are one template with some words changed.</summary>
    private static List<PaperFacts> Family(int copies, int changes, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, copies)
                .Select(i =>
                    Facts($"On {Word(i)} and {Word(i * 7 + 1)} with {Word(i * 13 + 2)}", string.Join(' ', TemplateWith(changes, random)))
                ),
        ];
    }

    private static string[] TemplateWith(int changes, Random random)
    {
        string[] words = [.. Enumerable.Range(0, 120).Select(i => $"t{Word(i)}")];
        for (int i = 0; i < changes; i++)
        {
            words[random.Next(words.Length)] = $"c{Word(random.Next(100_000))}";
        }

        return words;
    }

    /// <summary>A number as a word of letters, so that it is no series marker.</summary>
    private static string Word(int number) => string.Concat($"{number}".Select(digit => (char)('k' + digit - '0')).Append('w'));

    private static DuplicateKind KindOf(DuplicateIndex index, PaperFacts a, PaperFacts b)
    {
        DuplicateMatch forth = index.EdgesOf(a.Content).SingleOrDefault(edge => edge.Other == b.Content).Match;
        DuplicateMatch back = index.EdgesOf(b.Content).SingleOrDefault(edge => edge.Other == a.Content).Match;
        Assert.Equal(forth, back);
        return forth.Kind;
    }
}
