using DigestLsp.Parsing;
using DigestLsp.Text;
using static DigestLsp.Syntax.SyntaxFacts;
using static DigestLsp.Syntax.Tests.Parsing.DigestCheck;

namespace DigestLsp.Syntax.Tests.Parsing;

public class MetadataTests
{
    [Fact]
    public void Metadata_lines_follow_a_title_or_an_abstract() =>
        Parses(
            $$"""
            {|Title:Rivers of Sand
            {|Metadata:arxiv: 2501.00001|}
            {|Metadata:authors: A. Grain, B. Bed|}|}

            {|Abstract:{{LongAbstract}}
            {|Metadata:see: Deltas of Silt|}|}

            {|Title:Deltas of Silt|}

            {|Abstract:{{LongAbstract}}
            {|Metadata:doi: 10.1000/1|}
            {|Metadata:url: https://example.org|}
            {|Metadata:tags: sand, silt|}
            {|Metadata:note: read twice|}|}
            """
        );

    [Fact]
    public void An_unknown_key_is_metadata_next_to_a_known_one() =>
        Parses(
            $$"""
            {|Title:Rivers of Sand
            {|Metadata:arxiv: 2501.00001|}
            {|Metadata:colour: blue|}
            {|Metadata:tags:|}|}

            {|Abstract:{{LongAbstract}}|}
            """
        );

    [Fact]
    public void An_unknown_key_elsewhere_is_prose() =>
        Parses($$"""{|Title:Rivers of Sand{{"\n"}}colour: blue|}{{"\n\n"}}{|Abstract:{{LongAbstract}}|}""", HardWrapped);

    [Theory]
    [InlineData("arxvi: 2501.00001")]
    [InlineData("arXiv:2501.00001v2")]
    [InlineData("DOI: 10.1000/1")]
    [InlineData("ulr: https://example.org")]
    [InlineData("Authors: A. Grain, B. Bed")]
    [InlineData("tag: sand")]
    public void A_misspelt_key_is_metadata_where_its_value_leaves_no_doubt(string line) =>
        Parses(
            $$"""
            {|Title:Rivers of Sand
            {|Metadata:{{line}}|}|}

            {|Abstract:{{LongAbstract}}
            {|Metadata:{{line}}|}|}
            """
        );

    [Theory]
    [InlineData("arxvi: as everyone knows")]
    [InlineData("doing: nothing at all")]
    [InlineData("Note: that nothing follows")]
    [InlineData("sea: a lake")]
    [InlineData("author: that is what we call the person who writes.")]
    [InlineData("results: we show")]
    public void A_misspelt_key_over_any_other_value_is_prose(string line) =>
        Parses($$"""{|Title:Rivers of Sand{{"\n"}}{{line}}|}{{"\n\n"}}{|Abstract:{{LongAbstract}}|}""", HardWrapped);

    [Theory]
    [InlineData("arxiv", "arxiv")]
    [InlineData("ARXIV", "arxiv")]
    [InlineData("arxvi", "arxiv")]
    [InlineData("axiv", "arxiv")]
    [InlineData("arrxiv", "arxiv")]
    [InlineData("arxib", "arxiv")]
    [InlineData("Ulr", "url")]
    [InlineData("tag", "tags")]
    [InlineData("do", null)]
    [InlineData("axvi", null)]
    [InlineData("colour", null)]
    public void A_word_is_near_the_one_key_that_a_slip_makes_of_it(string word, string? key) =>
        Assert.Equal(key, MetadataKeys.Nearest(System.Text.Encoding.ASCII.GetBytes(word)));

    [Fact]
    public void A_block_does_not_begin_with_metadata() =>
        Parses($$"""{|Title:note: Rivers of Sand|}{{"\n\n"}}{|Abstract:{{LongAbstract}}|}""");

    [Fact]
    public void What_follows_metadata_without_a_blank_line_is_a_block_of_its_own() =>
        Parses(
            $$"""
            {|Title:Rivers of Sand
            {|Metadata:arxiv: 2501.00001|}|}
            {|Abstract:{{LongAbstract}}|}
            """,
            MissingBlankLine
        );

    [Theory]
    [InlineData("arxiv: 2501.00001", "arxiv", "2501.00001")]
    [InlineData("arxiv:2501.00001", "arxiv", "2501.00001")]
    [InlineData("tags:", "tags", "")]
    [InlineData("see:   Rivers: of Sand", "see", "Rivers: of Sand")]
    [InlineData("note: Fluß 🏞", "note", "Fluß 🏞")]
    public void A_line_has_a_key_and_a_value(string line, string key, string value)
    {
        var tree = SyntaxTree.Parse(SourceText.From($"Rivers of Sand\n  {line}  \n"));

        var metadata = Assert.Single(Assert.Single(tree.Root.Papers).Metadata);
        Assert.Equal((key, value), (metadata.Key, metadata.Value));
        Assert.Equal((key, value), (tree.Text.ToString(metadata.KeySpan), tree.Text.ToString(metadata.ValueSpan)));
        Assert.Equal(line, metadata.ToString());
    }
}
