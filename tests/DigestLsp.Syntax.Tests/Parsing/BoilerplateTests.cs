using System.Text;
using DigestLsp.Parsing;
using static DigestLsp.Syntax.SyntaxFacts;
using static DigestLsp.Syntax.Tests.Parsing.DigestCheck;

namespace DigestLsp.Syntax.Tests.Parsing;

public class BoilerplateTests
{
    [Theory]
    [InlineData("Upvote 12")]
    [InlineData("UPVOTE")]
    [InlineData("Upvote\n+8")]
    [InlineData("Read more")]
    [InlineData("Share")]
    [InlineData("Published on Mar 11")]
    [InlineData("Published on Mar 11, 2026")]
    [InlineData("Submitted by akhaliq")]
    [InlineData("Submitted by\nJane van Doe")]
    [InlineData("#1 Paper of the day")]
    [InlineData("8 authors")]
    [InlineData("Page 3 of 12")]
    [InlineData("12")]
    [InlineData("* * *")]
    [InlineData("---")]
    [InlineData("Abstract")]
    [InlineData("ABSTRACT:")]
    [InlineData("Abstract.")]
    public void What_pages_put_between_entries_belongs_to_no_paper(string line) =>
        Parses(
            $$"""
            {|Title:Rivers of Sand|}

            {|Abstract:{{LongAbstract}}|}

            {|Skipped:{{line}}|}

            {|Title:Deltas of Silt|}

            {|Abstract:{{LongAbstract}}|}
            """,
            SkippedText
        );

    [Theory]
    [InlineData("Upvote the Bells")]
    [InlineData("Sharing")]
    [InlineData("Read More, Write Less")]
    [InlineData("Published on Paper")]
    [InlineData("Submitted by Nobody, Read by Everyone")]
    [InlineData("1984")]
    [InlineData("P = NP?")]
    [InlineData("Muonium")]
    public void A_title_that_looks_odd_is_a_title(string title) =>
        Parses($$"""{|Title:{{title}}|}{{"\n\n"}}{|Abstract:{{LongAbstract}}|}""");

    [Theory]
    [InlineData("---", true)]
    [InlineData("* * *", true)]
    [InlineData("Upvote 12", true)]
    [InlineData("--", false)]
    [InlineData("?!", false)]
    [InlineData("12", false)]
    [InlineData("Submitted by akhaliq", false)]
    [InlineData("", false)]
    public void Some_can_be_nothing_else(string line, bool isCertain) =>
        Assert.Equal(isCertain, BoilerplateLines.IsBoilerplate(Encoding.UTF8.GetBytes(line)));

    [Fact]
    public void A_line_of_the_banner_that_nobody_knows_is_no_title() =>
        Parses(
            $$"""
            {|Skipped:The Weekly Owl|}

            {|Banner:Subscribe|}

            {|Skipped:Papers that we liked.|}

            {|Date:Mar 11|}

            {|Title:Rivers of Sand|}

            {|Abstract:{{LongAbstract}}|}
            """,
            SkippedText,
            SkippedText
        );

    [Fact]
    public void A_title_above_the_date_with_an_abstract_is_one() =>
        Parses($$"""{|Title:Rivers of Sand|}{{"\n\n"}}{|Abstract:{{LongAbstract}}|}{{"\n\n"}}{|Date:Mar 11|}""");

    [Fact]
    public void A_title_without_abstract_before_the_next_date_is_one() =>
        Parses(
            $$"""
            {|Date:Mar 11|}

            {|Title:Rivers of Sand|}

            {|Date:Mar 12|}
            """,
            TitleWithoutAbstract
        );
}
