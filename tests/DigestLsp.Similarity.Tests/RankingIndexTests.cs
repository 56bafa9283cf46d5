using System.Collections.Immutable;
using System.Text;
using DigestLsp.Testing;

namespace DigestLsp.Similarity.Tests;

/// <summary>Ranking: what is related to a paper, as papers come and go.</summary>
public class RankingIndexTests
{
    private static readonly (string Title, string Abstract)[] Papers =
    [
        ("Listening for Voles", Abstracts.Owls),
        ("What a Bell Remembers", Abstracts.Bells),
        ("Lakes That Leave in the Night", Abstracts.Glaciers),
        ("Steps That Nobody Takes", Abstracts.Recipes),
    ];

    [Fact]
    public void A_paper_is_most_like_itself()
    {
        RankingIndex index = Build(Papers);

        foreach ((string title, string summary) in Papers)
        {
            RankedPaper first = index.Rank(WordsOf(title, summary), 4)[0];
            Assert.Equal(ContentOf(title), first.Content);
            Assert.True(first.Score >= 0.999, $"{first.Score}");
        }
    }

    [Fact]
    public void Words_that_few_papers_have_count_more_than_words_that_many_have() =>
        Assert.Equal(ContentOf("What a Bell Remembers"), Build(Papers).Rank(WordsOf("the bell of a church on a field", ""), 1)[0].Content);

    [Fact]
    public void Words_that_nobody_has_relate_to_nothing() =>
        Assert.All(Build(Papers).Rank(WordsOf("xylophone zither", ""), 4), paper => Assert.Equal(0, paper.Score));

    [Fact]
    public void No_more_are_returned_than_asked_for_nor_any_that_is_not_chosen()
    {
        RankingIndex index = Build(Papers);
        PaperWords query = WordsOf(Papers[0].Title, Papers[0].Abstract);

        Assert.Equal(2, index.Rank(query, 2).Length);
        Assert.Empty(index.Rank(query, 0));
        Assert.DoesNotContain(index.Rank(query, 4, content => content != ContentOf(Papers[0].Title)), paper => paper.Score > 0.9);
    }

    [Fact]
    public void An_empty_index_and_an_empty_query_relate_to_nothing()
    {
        Assert.Empty(Build([]).Rank(WordsOf("owls", ""), 3));
        Assert.All(Build(Papers).Rank(WordsOf("", ""), 3), paper => Assert.Equal(0, paper.Score));
    }

    [Fact]
    public void Shared_words_come_by_how_much_they_say()
    {
        IReadOnlyDictionary<uint, string> spelled = PaperWords.Spell("The owls of the field and the wind"u8);

        IEnumerable<string> shared = Build(Papers)
            .SharedWords(WordsOf("The owls of the field and the wind", ""), WordsOf(Papers[0].Title, Papers[0].Abstract))
            .Select(word => spelled[word]);

        Assert.Equal(["field", "owls", "wind"], shared.Take(3).Order());
    }

    [Fact]
    public void An_index_knows_the_papers_that_are_there_after_any_sequence_of_updates()
    {
        var random = new Random(7);
        (string Title, string Abstract)[] all = [.. Generated(60)];
        RankingIndex index = Build(all[..30]);
        var there = all[..30].Select(paper => paper.Title).ToHashSet();
        for (int step = 0; step < 200; step++)
        {
            (string title, string summary) = all[random.Next(all.Length)];
            if (there.Remove(title))
            {
                index = index.Update([], [ContentOf(title)]);
            }
            else
            {
                there.Add(title);
                index = index.Update([(ContentOf(title), WordsOf(title, summary))], []);
            }

            Assert.Equal(there.Select(ContentOf).Order(), index.Rank(WordsOf("anything", ""), 100).Select(paper => paper.Content).Order());
        }
    }

    [Fact]
    public void An_edit_changes_no_score_of_another_paper()
    {
        RankingIndex before = Build(Papers);
        PaperWords query = WordsOf("owls and bells", "");
        RankingIndex after = before.Update([(ContentOf("Owls"), WordsOf("Owls", "Owls hear bells."))], [ContentOf(Papers[2].Title)]);

        Dictionary<Hash128, float> scores = after.Rank(query, 10).ToDictionary(paper => paper.Content, paper => paper.Score);
        Assert.Equal(4, scores.Count);
        Assert.All(
            before.Rank(query, 10).Where(paper => scores.ContainsKey(paper.Content)),
            paper => Assert.Equal(paper.Score, scores[paper.Content])
        );
    }

    [Fact]
    public void Many_changes_wear_it()
    {
        RankingIndex index = Build(Papers);
        Assert.False(index.IsWorn);

        RankingIndex worn = index.Update([.. Generated(250).Select(paper => (ContentOf(paper.Title), WordsOf(paper.Title, "")))], []);

        Assert.True(worn.IsWorn);
    }

    [Fact]
    public void Papers_that_say_the_same_in_other_words_are_related_where_there_are_enough_to_learn_from()
    {
        // Each paper uses one of two words for each thing; the two words for a thing occur beside the same other words.
        var random = new Random(11);
        string[][] topics =
        [
            ["owl", "strigid", "vole", "arvicolid", "snow", "firn", "ear", "pinna"],
            ["bell", "carillon", "church", "minster", "bronze", "alloy", "crack", "fissure"],
        ];
        (string, string)[] papers =
        [
            .. Enumerable
                .Range(0, 400)
                .Select(i => ($"Paper {i}", string.Join(' ', Enumerable.Range(0, 6).Select(_ => topics[i % 2][random.Next(8)])))),
        ];
        RankingIndex index = Build([.. papers, ("Near", "owl snow"), ("Far", "bell church")]);

        Hash128[] ranked =
        [
            .. index
                .Rank(WordsOf("", "strigid firn"), 500)
                .Select(paper => paper.Content)
                .Where(content => content == ContentOf("Near") || content == ContentOf("Far")),
        ];

        Assert.Equal([ContentOf("Near"), ContentOf("Far")], ranked);
    }

    [Fact]
    public void What_is_found_by_a_rare_word_leads_to_what_is_like_it()
    {
        var random = new Random(12);
        string[] topics = ["owl", "bell"];
        (string, string)[] papers =
        [
            .. Enumerable
                .Range(0, 400)
                .Select(i => ($"Paper {i}", string.Join(' ', Enumerable.Range(0, 6).Select(_ => $"{topics[i % 2]}{random.Next(30)}")))),
        ];
        RankingIndex index = Build([.. papers, ("Guide", "tengmalm owl1 owl2 owl3 owl4 owl5 owl6")]);

        ImmutableArray<RankedPaper> ranked = index.Rank(WordsOf("tengmalm", ""), 20);

        Assert.Equal(ContentOf("Guide"), ranked[0].Content);
        Hash128[] owls = [.. Enumerable.Range(0, 200).Select(i => ContentOf($"Paper {2 * i}"))];
        Assert.All(ranked.Skip(1), paper => Assert.True(paper.Score > 0 && owls.Contains(paper.Content)));
    }

    private static IEnumerable<(string Title, string Abstract)> Generated(int count) =>
        Enumerable.Range(0, count).Select(i => ($"Paper number {i}", $"{Papers[i % 4].Abstract} It is the one with the number {i}."));

    private static RankingIndex Build(IEnumerable<(string Title, string Abstract)> papers) =>
        RankingIndex.Build([.. papers.Select(paper => (ContentOf(paper.Title), WordsOf(paper.Title, paper.Abstract)))]);

    private static Hash128 ContentOf(string title) => Hash128.Of(Encoding.UTF8.GetBytes(title));

    private static PaperWords WordsOf(string title, string summary) =>
        PaperWords.Compute(Encoding.UTF8.GetBytes(title), Encoding.UTF8.GetBytes(summary));
}
