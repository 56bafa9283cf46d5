using static DigestLsp.Syntax.SyntaxFacts;
using static DigestLsp.Syntax.Tests.Parsing.DigestCheck;

namespace DigestLsp.Syntax.Tests.Parsing;

public class BannerTests
{
    [Fact]
    public void Banner_lines_stand_in_any_order() =>
        Parses(
            $$"""
            {|Banner:Subscribe|}

            {|Banner:Daily Papers|}

            {|Banner:new|}

            {|Banner:Get trending papers in your email inbox!|}

            {|Banner:byAK and the research community|}

            {|Date:Mar 11|}

            {|Title:Rivers of Sand|}

            {|Abstract:{{LongAbstract}}|}

            """
        );

    [Fact]
    public void Banner_lines_may_stand_without_blank_lines_between() =>
        Parses(
            """
            {|Banner:new|}
            {|Banner:Subscribe|}
            {|Banner:by AK and the research community|}
            {|Date:Mar 11|}
            """
        );

    [Fact]
    public void Letter_case_does_not_matter() => Parses("{|Banner:NEW|}\n\n{|Banner:daily papers|}\n");

    [Fact]
    public void A_banner_among_the_papers_does_not_turn_titles_into_abstracts() =>
        Parses(
            $$"""
            {|Title:Rivers of Sand|}

            {|Abstract:{{LongAbstract}}|}

            {|Banner:Subscribe|}

            {|Title:Deltas of Silt|}

            {|Abstract:{{LongAbstract}}|}
            """
        );

    [Fact]
    public void A_line_that_only_begins_like_a_banner_is_a_title() =>
        Parses($$"""{|Title:New Rivers|}{{"\n\n"}}{|Abstract:{{LongAbstract}}|}""");

    [Fact]
    public void A_banner_alone_is_a_digest() => Parses("{|Banner:new|}");

    [Fact]
    public void A_byte_order_mark_before_the_banner_is_trivia() => Parses("\uFEFF{|Banner:new|}\n");

    [Fact]
    public void A_banner_word_under_a_title_is_part_of_the_title() =>
        Parses("{|Title:Rivers of Sand\nnew|}\n", TitleWithoutAbstract, HardWrapped);
}
