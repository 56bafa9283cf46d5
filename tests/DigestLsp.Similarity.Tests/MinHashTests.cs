namespace DigestLsp.Similarity.Tests;

public class MinHashTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Agrees_in_as_many_values_as_the_sets_are_similar(double jaccard)
    {
        var random = new Random(11);
        double agreeing = 0;
        double squares = 0;
        const int Trials = 400;
        for (int trial = 0; trial < Trials; trial++)
        {
            (uint[] a, uint[] b) = SetsOf(jaccard, random);
            double share = SignatureOf(a).Zip(SignatureOf(b)).Count(pair => pair.First == pair.Second) / (double)MinHash.Permutations;
            agreeing += share;
            squares += (share - jaccard) * (share - jaccard);
        }

        // Independent permutations have a mean of j and a variance of j(1 - j)/128; the bounds are four standard errors and a third.
        double variance = jaccard * (1 - jaccard) / MinHash.Permutations;
        Assert.InRange(agreeing / Trials, jaccard - 4 * Math.Sqrt(variance / Trials), jaccard + 4 * Math.Sqrt(variance / Trials));
        Assert.InRange(squares / Trials, variance * 2 / 3, variance * 4 / 3);
    }

    [Fact]
    public void Shares_a_band_as_often_as_the_formula_says()
    {
        var random = new Random(12);
        const int Trials = 1000;
        int sharing = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            (uint[] a, uint[] b) = SetsOf(0.5, random);
            sharing += BandsOf(a).Intersect(BandsOf(b)).Any() ? 1 : 0;
        }

        double expected = 1 - Math.Pow(1 - Math.Pow(0.5, MinHash.Rows), MinHash.Bands);
        Assert.InRange(sharing / (double)Trials, expected - 0.04, expected + 0.04);
    }

    [Fact]
    public void Is_the_same_on_every_machine() =>
        Assert.Equal(2753080228, SignatureOf([1, 2, 3]).Aggregate((hash, value) => hash * 31 + value));

    [Fact]
    public void Does_not_depend_on_the_order_of_members() => Assert.Equal(SignatureOf([5, 6, 7, 8, 9]), SignatureOf([9, 7, 5, 6, 8, 5]));

    private static (uint[] A, uint[] B) SetsOf(double jaccard, Random random)
    {
        const int Union = 200;
        uint[] all = [.. Enumerable.Range(0, Union).Select(_ => (uint)random.NextInt64(1L << 32))];
        int shared = (int)(jaccard * Union);
        int half = shared + (Union - shared) / 2;
        return (all[..half], [.. all[..shared], .. all[half..]]);
    }

    private static uint[] SignatureOf(uint[] members)
    {
        var signature = new uint[MinHash.Permutations];
        MinHash.Sign(members, signature);
        return signature;
    }

    private static uint[] BandsOf(uint[] members)
    {
        var keys = new uint[MinHash.Bands];
        MinHash.WriteBandKeys(SignatureOf(members), keys);
        return keys;
    }
}
