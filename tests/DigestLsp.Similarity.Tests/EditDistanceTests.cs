using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Similarity.Tests;

public class EditDistanceTests
{
    [Fact]
    public void Equals_the_distance_by_dynamic_programming()
    {
        Arbitrary<string> words = Gen.Elements('a', 'b', 'c').ArrayOf().Select(letters => new string(letters)).Resize(8).ToArbitrary();
        Prop.ForAll(
                words,
                words,
                (a, b) =>
                {
                    for (int bound = 0; bound <= 3; bound++)
                    {
                        Assert.Equal(
                            Distance(a, b) <= bound,
                            EditDistance.IsWithin(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b), bound)
                        );
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
