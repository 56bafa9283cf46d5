using DigestLsp.Similarity;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Workspaces.Tests;

public class ContentPathsTests
{
    private static readonly string[] Paths = ["a", "b", "c"];

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public void Any_sequence_of_changes_is_that_of_a_dictionary(int expected)
    {
        var place = Gen.Choose(0, 9).Zip(Gen.Elements(Paths), (content, path) => (Content: new Hash128(0, (ulong)content), path));
        var step = place.ListOf().Zip(Gen.Elements(0, expected), (places, size) => (places, size));
        Prop.ForAll(
                step.ListOf().ToArbitrary(),
                steps =>
                {
                    var model = new Dictionary<Hash128, List<string>>();
                    var states = new List<(ContentPaths Paths, string Expected)>();
                    var paths = ContentPaths.None;
                    foreach (var (places, size) in steps)
                    {
                        var builder = paths.ToBuilder(size);
                        foreach (var (content, path) in places)
                        {
                            Toggle(model, builder, content, path);
                        }
                        paths = builder.ToImmutable();
                        states.Add((paths, Describe(model)));
                        Assert.Equal(model.Count, paths.Count);
                    }
                    // Later changes did not reach earlier values.
                    Assert.All(states, state => Assert.Equal(state.Expected, Describe(state.Paths)));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static void Toggle(Dictionary<Hash128, List<string>> model, ContentPaths.Builder builder, Hash128 content, string path)
    {
        if (model.TryGetValue(content, out var known) && known.Remove(path))
        {
            builder.Remove(content, path);
            if (known.Count == 0)
            {
                model.Remove(content);
            }
        }
        else
        {
            model.TryAdd(content, []);
            model[content].Add(path);
            builder.Add(content, [path]);
        }
        Assert.Equal(model.ContainsKey(content), builder.ContainsKey(content));
        Assert.Equal(model.Count, builder.Count);
    }

    private static string Describe(Dictionary<Hash128, List<string>> model) =>
        string.Join(' ', Contents.Select(content => string.Join(',', model.GetValueOrDefault(content, []))));

    private static string Describe(ContentPaths paths) =>
        string.Join(' ', Contents.Select(content => paths.TryGetValue(content, out var known) ? string.Join(',', known) : ""));

    private static IEnumerable<Hash128> Contents => Enumerable.Range(0, 10).Select(content => new Hash128(0, (ulong)content));
}
