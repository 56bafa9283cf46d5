namespace DigestLsp.Similarity.Tests;

/// <summary>
/// What is computed many at a time equals what a plain loop computes, for every length around those of vectors: stored hashes depend on
/// it. The loops here are the definitions.
/// </summary>
public class VectorsTests
{
    private const int Longest = 150;

    [Fact]
    public void Signatures_hold_the_least_value_of_each_permutation()
    {
        uint[] multipliers = Randoms(0x6d696e68617368, lowestBit: 1);
        uint[] increments = Randoms(0x7065726d757465, lowestBit: 0);
        var random = new Random(1);
        for (int count = 0; count < Longest; count++)
        {
            uint[] members = UIntsOf(count, random);
            uint[] expected =
            [
                .. Enumerable
                    .Range(0, MinHash.Permutations)
                    .Select(i =>
                        members.Select(member => unchecked((Mix(member) * multipliers[i]) + increments[i])).Append(uint.MaxValue).Min()
                    ),
            ];

            Assert.Equal(expected, Signed(MinHash.Sign, members));
            Assert.Equal(expected, Signed(MinHash.SignWide, members));
            Assert.Equal(expected, Signed(MinHash.SignNarrow, members));
        }
    }

    [Fact]
    public void Shingles_hash_a_word_and_the_next()
    {
        var random = new Random(2);
        for (int count = 0; count < Longest; count++)
        {
            ulong[] words = [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
            uint[] expected = count == 1 ? [ShingleOf(words[0], 0)] : [.. words.Zip(words.Skip(1), ShingleOf)];
            var shingles = new uint[count];

            Assert.Equal(expected.Length, Shingles.Write(words, shingles));
            Assert.Equal(expected, shingles[..expected.Length]);
        }
    }

    [Fact]
    public void Sorting_networks_and_buckets_sort()
    {
        var random = new Random(3);
        for (int count = SortingNetwork.Lanes; count < 70 * SortingNetwork.Lanes; count += SortingNetwork.Lanes)
        {
            foreach (uint bound in (uint[])[3, 300, uint.MaxValue])
            {
                uint[] values = [.. UIntsOf(count, random).Select(value => value % bound * (uint.MaxValue / bound))];
                uint[] network = [.. values];
                var buckets = new uint[count];
                SortingNetwork.Sort(network);
                SortedSets.SortByBuckets(values, buckets);

                Assert.Equal(values.Order(), network);
                Assert.Equal(values.Order(), buckets);
            }
        }
    }

    private static uint[] Signed(SignatureMethod sign, uint[] members)
    {
        var signature = new uint[MinHash.Permutations];
        sign(members, signature);
        return signature;
    }

    private delegate void SignatureMethod(ReadOnlySpan<uint> members, Span<uint> signature);

    private static uint[] UIntsOf(int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(1L << 32))];

    private static uint ShingleOf(ulong first, ulong second) =>
        ((uint)(first >> 32) & 0xffff0000) | (uint)(Finish(unchecked((first * 0x9e3779b97f4a7c15) + second)) >> 48);

    private static uint[] Randoms(ulong seed, uint lowestBit) =>
        [
            .. Enumerable
                .Range(1, MinHash.Permutations)
                .Select(i => (uint)(Finish(unchecked(seed + ((ulong)i * 0x9e3779b97f4a7c15))) >> 32) | lowestBit),
        ];

    private static uint Mix(uint h)
    {
        h = unchecked((h ^ (h >> 16)) * 0x85ebca6b);
        h = unchecked((h ^ (h >> 13)) * 0xc2b2ae35);
        return h ^ (h >> 16);
    }

    private static ulong Finish(ulong k)
    {
        k = unchecked((k ^ (k >> 33)) * 0xff51afd7ed558ccd);
        k = unchecked((k ^ (k >> 33)) * 0xc4ceb9fe1a85ec53);
        return k ^ (k >> 33);
    }
}
