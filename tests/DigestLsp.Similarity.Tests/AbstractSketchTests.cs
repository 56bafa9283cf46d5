using System.Text;

namespace DigestLsp.Similarity.Tests;

/// <summary>Sketches say what the exact comparison says, and are the same for ever.</summary>
public sealed class AbstractSketchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(60)]
    public void The_estimate_is_near_the_exact_similarity(int replaced)
    {
        var random = new Random(replaced);
        var words = Enumerable.Range(0, 200).Select(i => $"w{i}").ToArray();
        var changed = (string[])words.Clone();
        for (var i = 0; i < replaced; i++)
        {
            changed[random.Next(changed.Length)] = $"x{i}";
        }
        var (a, b) = (FactsOf(string.Join(' ', words)), FactsOf(string.Join(' ', changed)));
        var shared = a.Shingles.ToArray().Intersect(b.Shingles.ToArray()).Count();
        var exact = (double)shared / (a.Shingles.Length + b.Shingles.Length - shared);

        Assert.InRange(AbstractSketch.Of(a).SimilarityTo(AbstractSketch.Of(b)), exact - 0.15, exact + 0.15);
    }

    [Fact]
    public void Case_and_punctuation_make_no_difference() =>
        Assert.Equal(AbstractSketch.Of(FactsOf("Owls hear voles, under snow.")), AbstractSketch.Of(FactsOf("owls hear voles under SNOW")));

    [Fact]
    public void Without_words_it_equals_only_its_like()
    {
        var empty = AbstractSketch.Of(FactsOf("…"));

        Assert.True(empty.IsEmpty);
        Assert.Equal(1, empty.SimilarityTo(AbstractSketch.Empty));
        Assert.Equal(0, empty.SimilarityTo(AbstractSketch.Of(FactsOf("owls"))));
    }

    [Fact]
    public void What_is_written_is_read_again_and_stays_what_it_was()
    {
        var sketch = AbstractSketch.Of(FactsOf("Owls hear voles under snow."));

        Assert.Equal(sketch, AbstractSketch.TryParse(sketch.ToString()));
        Assert.Equal(AbstractSketch.Empty, AbstractSketch.TryParse(""));
        // Files hold this: another value would be another form, and another version of the file.
        Assert.StartsWith("MpuPj0HxSUiaqQ6CxWUy_VI_AEaRo4fZ", sketch.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("not base64 at all!")]
    [InlineData("AAAA")]
    public void What_is_no_sketch_is_none(string text) => Assert.Null(AbstractSketch.TryParse(text));

    private static PaperFacts FactsOf(string text) => PaperFacts.Compute("A Title"u8, Encoding.UTF8.GetBytes(text));
}
