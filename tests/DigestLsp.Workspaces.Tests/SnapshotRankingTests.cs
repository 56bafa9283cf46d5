using DigestLsp.Similarity;
using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests;

/// <summary>The index by which a snapshot's papers are ranked.</summary>
public class SnapshotRankingTests
{
    private static readonly string March = $"Mar 1\n\nListening for Voles\n\n{Abstracts.Owls}\n\nLakes on Ice\n\n{Abstracts.Glaciers}";

    [Fact]
    public void All_who_ask_at_once_get_one_index()
    {
        var workspace = new Workspace();
        var snapshot = workspace.Open("/march.digest", 1, March);
        var indexes = new RankingIndex[16];

        Parallel.For(0, indexes.Length, i => indexes[i] = snapshot.GetRanking());

        Assert.Single(indexes.Distinct());
    }

    [Fact]
    public void One_that_could_not_be_made_is_made_when_somebody_asks_again()
    {
        var workspace = new Workspace();
        var march = workspace.Open("/march.digest", 1, March);
        Assert.ThrowsAny<Exception>(() => march.GetRanking(1, () => throw new InvalidOperationException("Nobody expects this")));
        var both = workspace.Open("/april.digest", 1, $"Apr 1\n\nThe Inner Shape of Bells\n\n{Abstracts.Bells}");
        Assert.False(march.IsRankingReady || both.IsRankingReady);

        both.GetRanking();
        march.GetRanking();

        Assert.True(march.IsRankingReady && both.IsRankingReady);
    }

    [Fact]
    public void An_index_is_handed_on_and_knows_what_came_and_went_since()
    {
        var workspace = new Workspace();
        var march = workspace.Open("/march.digest", 1, March);
        Assert.Equal(2, Count(march));

        var both = workspace.Open("/april.digest", 1, $"Apr 1\n\nThe Inner Shape of Bells\n\n{Abstracts.Bells}");
        Assert.Equal(3, Count(both));
        Assert.Equal(2, Count(march));

        var typed = workspace.Change("/march.digest", 2, [new(new(new(2, 0), new(2, 1)), "l")]);
        Assert.Equal(3, Count(typed));
        Assert.Same(typed.GetRanking(), typed.WithConfiguration(new()).GetRanking());

        static int Count(Snapshot snapshot) => snapshot.GetRanking().Rank(PaperWords.Compute("ice"u8, []), 10).Length;
    }
}
