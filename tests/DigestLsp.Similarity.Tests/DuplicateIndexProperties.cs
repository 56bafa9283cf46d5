using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Similarity.Tests;

public class DuplicateIndexProperties
{
    /// <summary>A small world of papers that overlap in every way: few titles, few abstracts, few words.</summary>
    internal static readonly PaperFacts[] World = CreateWorld();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void Any_sequence_of_updates_equals_building_the_final_set(int window)
    {
        Gen<int[]> places = Gen.Choose(0, World.Length - 1).ArrayOf();
        Gen<(int[] Added, int[] Removed)> step = places.Zip(places, (added, removed) => (added, removed));
        Prop.ForAll(
                step.ListOf().ToArbitrary(),
                steps =>
                {
                    DuplicateIndex index = DuplicateIndex.EmptyWith(window);
                    var present = new HashSet<int>();
                    foreach ((int[] added, int[] removed) in steps)
                    {
                        index = index.Update(added.Select(place => World[place]), removed.Select(place => World[place]));
                        present.ExceptWith(removed);
                        present.UnionWith(added);
                    }

                    DuplicateIndex built = DuplicateIndexBuilder.Build([.. present.Select(place => World[place])], window);
                    AssertSame(built, index);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    internal static void AssertSame(DuplicateIndex expected, DuplicateIndex actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (PaperFacts paper in World)
        {
            Assert.Equal(expected.TryGetFacts(paper.Content, out _), actual.TryGetFacts(paper.Content, out _));
            Assert.Equal(expected.EdgesOf(paper.Content).AsEnumerable(), actual.EdgesOf(paper.Content).AsEnumerable());
        }

        Assert.Equal(expected.Edges.Count, actual.Edges.Count);
    }

    private static PaperFacts[] CreateWorld()
    {
        var random = new Random(7);
        string[] words = [.. Enumerable.Range(0, 400).Select(i => $"w{(char)('a' + i % 26)}{i}")];
        string[] titles =
        [
            "Editorial",
            "Rafts of ice on a slow river, part one",
            "Rafts of ice on a slow river, part two",
            "Counting herons by the sound of wings",
        ];
        string[][] texts =
        [
            .. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, 60).Select(_ => words[random.Next(words.Length)]).ToArray()),
        ];
        return
        [
            .. Enumerable
                .Range(0, 120)
                .Select(i =>
                {
                    string[] text = [.. texts[random.Next(texts.Length)]];
                    for (int change = random.Next(12); change > 0; change--)
                    {
                        text[random.Next(text.Length)] = words[random.Next(words.Length)];
                    }

                    string summary = random.Next(8) == 0 ? "" : string.Join(' ', text.Take(random.Next(4) == 0 ? 30 : 60));
                    return Papers.Facts(
                        titles[random.Next(titles.Length)],
                        summary,
                        random.Next(10) == 0 ? $"2401.{random.Next(3):D5}" : null
                    );
                })
                .DistinctBy(paper => paper.Content),
        ];
    }
}
