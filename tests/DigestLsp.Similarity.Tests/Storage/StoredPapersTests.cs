using DigestLsp.Similarity.Storage;
using DigestLsp.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Similarity.Tests.Storage;

public sealed class StoredPapersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Papers_and_their_index_are_read_as_they_were_written_however_they_came_about()
    {
        PaperFacts[] world = DuplicateIndexProperties.World;
        Gen<int[]> places = Gen.Choose(0, world.Length - 1).ArrayOf();
        Prop.ForAll(
                places.Zip(places, (added, removed) => (added, removed)).ListOf().ToArbitrary(),
                steps =>
                {
                    DuplicateIndex index = steps.Aggregate(
                        DuplicateIndex.Empty,
                        (index, step) => index.Update(step.added.Select(place => world[place]), step.removed.Select(place => world[place]))
                    );

                    StoredPapers stored = RoundTrip(index);

                    DuplicateIndexProperties.AssertSame(index, stored.Index);
                    foreach (PaperFacts paper in index.Papers)
                    {
                        Assert.True(stored.Index.TryGetFacts(paper.Content, out PaperFacts? same));
                        AssertSame(paper, same);
                        Assert.Equal(index.Query(paper).AsEnumerable(), stored.Index.Query(paper).AsEnumerable());
                    }
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_stored_index_goes_on_as_any_other_does()
    {
        PaperFacts[] world = DuplicateIndexProperties.World;
        StoredPapers stored = RoundTrip(DuplicateIndex.Build(world[..^20]));

        DuplicateIndex updated = stored.Index.Update(world[^20..], world[..20]);

        DuplicateIndexProperties.AssertSame(DuplicateIndex.Build(world[20..]), updated);
    }

    [Fact]
    public void Identifiers_are_kept()
    {
        PaperFacts paper = Papers.Facts(Papers.Title, Papers.Abstract, "2401.01234", "10.1000/Xyz");
        StoredPapers stored = RoundTrip(DuplicateIndex.Build([paper, Papers.Facts("", "")]));

        Assert.True(stored.Index.TryGetFacts(paper.Content, out PaperFacts? same));
        AssertSame(paper, same);
        Assert.Equal("2401.01234", same.Identifiers.Arxiv);
        Assert.Equal("10.1000/xyz", same.Identifiers.Doi);
    }

    private static void AssertSame(PaperFacts expected, PaperFacts actual)
    {
        Assert.Equal(expected.Content, actual.Content);
        Assert.Equal(expected.Identifiers, actual.Identifiers);
        Assert.Equal(expected.Title, actual.Title);
        Assert.Equal(expected.Abstract, actual.Abstract);
        Assert.Equal(expected.TitleIsHardlyMentioned, actual.TitleIsHardlyMentioned);
        Assert.Equal(expected.BandKeys, actual.BandKeys);
        Assert.Equal(expected.ContentWords, actual.ContentWords);
        Assert.Equal(expected.Shingles, actual.Shingles);
        Assert.Equal(expected.FoldedTitle, actual.FoldedTitle);
    }

    private StoredPapers RoundTrip(DuplicateIndex index)
    {
        string path = _folder.PathOf("papers");
        IReadOnlyDictionary<Hash128, int> numbers;
        using (var writer = new StoredFileWriter(File.Create(path)))
        {
            numbers = StoredPapers.Write(writer, index);
            writer.Complete("");
        }

        using StoredFile file = StoredFile.Open(File.OpenHandle(path), "");
        StoredPapers stored = StoredPapers.Read(file);
        Assert.Equal(numbers.OrderBy(number => number.Value).Select(number => number.Key), stored.Papers.Select(paper => paper.Content));
        return stored;
    }
}
