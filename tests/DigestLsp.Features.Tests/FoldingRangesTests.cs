using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

public class FoldingRangesTests
{
    [Fact]
    public void Banner_sections_and_papers_fold() =>
        Check(
            ["1-3", "5-13", "7-9", "11-13", "15-19", "17-19"],
            $$"""
            new

            Subscribe

            Mar 11

            What a Bell Remembers

            {{Bells}}

            Lakes That Leave

            {{Glaciers}}

            Mar 12

            Listening for Voles

            {{Owls}}

            """
        );

    [Fact]
    public void What_stands_on_one_line_does_not_fold() => Check([], "new\n\nMar 11\n\nMar 12\n");

    [Fact]
    public void A_title_alone_does_not_fold_but_its_section_does() => Check(["1-3"], "Mar 11\n\nWhat a Bell Remembers\n");

    [Fact]
    public void Metadata_folds_with_its_paper() => Check(["1-4"], "What a Bell Remembers\narxiv: 2603.90001\n\nA bell rings. We listen.\n");

    [Fact]
    public void Banner_lines_among_papers_fold_nothing() =>
        Check(
            ["1-3", "7-9"],
            "What a Bell Remembers\n\nA bell rings. We listen.\n\nSubscribe\n\nLakes That Leave\n\nA lake drains. We watch."
        );

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    public void An_empty_digest_has_nothing_to_fold(string digest) => Check([], digest);

    /// <param name="expected">First and last lines, from 1.</param>
    /// <param name="digest">The digest.</param>
    private static void Check(string[] expected, string digest)
    {
        foreach (var scene in Scene.Of(("paper.digest", digest)))
        {
            var ranges = FoldingRanges.Of(scene.DocumentOf("paper.digest"));

            Assert.Equal(expected, ranges.Select(range => $"{range.StartLine + 1}-{range.EndLine + 1}"));
        }
    }
}
