using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Similarity.Tests;

public class SortedSetsTests
{
    /// <summary>Sizes on both sides of every switch of method, values with many repetitions and with none.</summary>
    private static readonly Arbitrary<uint[]> Values = Gen.Elements(3, 30, 60, 300, 3000)
        .SelectMany(size =>
            Gen.Elements(5u, 1000u, uint.MaxValue)
                .SelectMany(bound => Gen.Choose(0, int.MaxValue).Select(v => (uint)((uint)v * 2654435761u % bound)).ArrayOf(size))
        )
        .ToArbitrary();

    [Fact]
    public void Sorting_leaves_each_member_once_in_order() =>
        Prop.ForAll(
                Values,
                values =>
                {
                    uint[] sorted = [.. values];
                    int count = SortedSets.SortDistinct(sorted);
                    Assert.Equal(values.Distinct().Order(), sorted[..count]);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_shared_members_is_the_size_of_the_intersection() =>
        Prop.ForAll(
                Values,
                Values,
                (a, b) =>
                {
                    uint[] x = [.. a.Distinct().Order()];
                    uint[] y = [.. b.Distinct().Order()];
                    Assert.Equal(x.Intersect(y).Count(), SortedSets.CountShared(x, y));
                }
            )
            .QuickCheckThrowOnFailure();
}
