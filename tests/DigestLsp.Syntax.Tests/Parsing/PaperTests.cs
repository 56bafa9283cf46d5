using DigestLsp.Text;
using static DigestLsp.Syntax.SyntaxFacts;
using static DigestLsp.Syntax.Tests.Parsing.DigestCheck;

namespace DigestLsp.Syntax.Tests.Parsing;

public class PaperTests
{
    [Fact]
    public void A_paper_is_a_title_and_an_abstract() =>
        Parses(
            $$"""
            {|Title:Rivers of Sand|}

            {|Abstract:{{LongAbstract}}|}

            {|Title:Deltas of Silt|}

            {|Abstract:{{ShortAbstract}}|}

            """
        );

    [Fact]
    public void The_last_line_needs_no_end() => Parses($$"""{|Title:Rivers of Sand|}{{"\n\n"}}{|Abstract:{{ShortAbstract}}|}""");

    [Theory]
    [InlineData("Counting Grains: Slow Maps of Fast Rivers")]
    [InlineData("Do rivers remember?")]
    [InlineData("What moves? What stays? A census of river beds")]
    [InlineData("Sand!")]
    [InlineData("A title that ends in a period.")]
    [InlineData("grains, counted in lower case")]
    [InlineData("RIVERS")]
    [InlineData("X")]
    [InlineData("川は砂を運ぶ")]
    [InlineData("Rivers vs. Lakes: Where Does the Sand of J. Doe et al. Go?")]
    [InlineData("We Never Step Twice: On the Beds of Rivers")]
    [InlineData("Sand is all that a river needs")]
    [InlineData("Comment on \"Grains that Rest\" by A. Grain and B. Bed, River Lett. Ser. Minor 12, 34 (1999)")]
    [InlineData("The Life of Rivers. III. Deltas. With a Map")]
    [InlineData("$O(n \\log n)$ Grains")]
    [InlineData(
        "A very long title about the beds of rivers, the sand on the beds, the grains in the sand, the paint on the grains, the colour of the"
            + " paint, the names of the colours, the people who named them, and the rivers by which those people used to live when young"
    )]
    public void Titles_come_in_many_shapes(string title) =>
        Parses(
            $$"""{|Title:{{title}}|}{{"\n\n"}}{|Abstract:{{LongAbstract}}|}{{"\n\n"}}{|Title:{{title}}|}{{"\n\n"}}{|Abstract:{{LongAbstract}}|}"""
        );

    [Theory]
    [InlineData("Sand moves in rivers, and this note says how much of it does.")]
    [InlineData("We count the grains of sand that a river carries in one year.")]
    [InlineData("No abstract available.")]
    [InlineData("Withdrawn")]
    [InlineData("We count all the grains that a river carries, see https://example.org/grains")]
    [InlineData("This paper counts the grains of a river and then ...")]
    [InlineData("A simple law of moving sand is stated and proved for all rivers")]
    [InlineData("The aim of this note is to count grains")]
    public void Abstracts_may_be_short(string text) =>
        Parses(
            $$"""{|Title:Rivers of Sand|}{{"\n\n"}}{|Abstract:{{text}}|}{{"\n\n"}}{|Title:Deltas of Silt|}{{"\n\n"}}{|Abstract:{{LongAbstract}}|}"""
        );

    [Theory]
    [InlineData("This note is about grains of sand in rivers")]
    [InlineData("In the present note some grains of sand are counted")]
    public void They_may_lack_their_period(string text) =>
        Parses(
            $$"""{|Title:Rivers of Sand|}{{"\n\n"}}{|Abstract:{{text}}|}{{"\n\n"}}{|Title:Deltas of Silt|}{{"\n\n"}}{|Abstract:{{LongAbstract}}|}"""
        );

    [Theory]
    [InlineData("There are no infinite rivers of sand")]
    [InlineData("It is not sand that rivers carry")]
    public void A_title_may_be_a_statement_over_a_short_abstract(string title) =>
        Parses(
            $$"""
            {|Title:Rivers of Sand|}

            {|Abstract:{{LongAbstract}}|}

            {|Title:{{title}}|}

            {|Abstract:We count the grains of sand that three rivers carry.|}

            {|Title:Lakes of Clay|}

            {|Abstract:{{LongAbstract}}|}
            """
        );

    [Fact]
    public void A_title_without_abstract_does_not_flip_what_follows() =>
        Parses(
            $$"""
            {|Title:Rivers of Sand|}

            {|Title:Deltas of Silt|}

            {|Abstract:{{LongAbstract}}|}

            {|Title:Lakes of Clay|}

            {|Abstract:{{LongAbstract}}|}

            {|Title:Seas of Mud|}
            """,
            TitleWithoutAbstract,
            TitleWithoutAbstract
        );

    [Fact]
    public void An_abstract_without_title_does_not_flip_what_follows() =>
        Parses(
            $$"""
            {|Date:Mar 11|}

            {|Abstract:{{LongAbstract}}|}

            {|Title:Deltas of Silt|}

            {|Abstract:{{LongAbstract}}|}

            {|Abstract:{{LongAbstract}}|}

            {|Title:Lakes of Clay|}

            {|Abstract:{{LongAbstract}}|}
            """,
            AbstractWithoutTitle,
            AbstractWithoutTitle
        );

    [Fact]
    public void A_stray_line_does_not_flip_what_follows() =>
        Parses(
            $$"""
            {|Title:Rivers of Sand|}

            {|Abstract:{{LongAbstract}}|}

            {|Skipped:* * *|}

            {|Title:Deltas of Silt|}

            {|Abstract:{{LongAbstract}}|}

            {|Title:Around the house|}

            {|Title:Lakes of Clay|}

            {|Abstract:{{LongAbstract}}|}
            """,
            SkippedText,
            TitleWithoutAbstract
        );

    [Fact]
    public void A_fragment_goes_on_with_the_sentence_that_broke_off() =>
        Parses(
            $$"""
            {|Title:Rivers of Sand|}

            {|Abstract:{{LongAbstract}} It is small,

            and it is fast.|}

            {|Title:Deltas of Silt|}

            {|Abstract:{{LongAbstract}}|}
            """,
            SplitAbstract
        );

    [Fact]
    public void A_blank_line_within_an_abstract_splits_it() =>
        Parses(
            $$"""
            {|Title:Rivers of Sand|}

            {|Abstract:{{LongAbstract}} It is small,

            and it is fast. {{LongAbstract}}|}

            {|Title:Deltas of Silt|}

            {|Abstract:{{LongAbstract}}

            However, nothing lasts. {{LongAbstract}}|}
            """,
            SplitAbstract,
            SplitAbstract
        );

    [Fact]
    public void An_abstract_may_be_wrapped_into_short_lines() =>
        Parses(
            """
            {|Title:Rivers of Sand|}

            {|Abstract:The bed of a river moves, and we count how often it does. We follow
            forty thousand painted grains through a flume for a year. Three numbers
            explain most of what they do.|}

            {|Title:Deltas of Silt|}

            {|Abstract:The mouth of a river moves as well, and it is slower than the bed. We
            wait. Nothing much happens for a while.|}
            """,
            HardWrapped,
            HardWrapped
        );

    [Fact]
    public void A_title_may_be_wrapped() =>
        Parses(
            $$"""
            {|Title:Counting Grains: Slow Maps of Fast Rivers
            and of the Lakes Where They End|}

            {|Abstract:{{LongAbstract}}|}
            """,
            HardWrapped
        );

    [Fact]
    public void A_title_may_stand_right_over_its_abstract() =>
        Parses(
            $$"""
            {|Title:Rivers of Sand|}
            {|Abstract:{{LongAbstract}}|}

            {|Title:Deltas of Silt|}
            {|Abstract:{{LongAbstract}}|}
            {|Title:Lakes of Clay|}
            {|Abstract:{{LongAbstract}}|}
            """,
            MissingBlankLine,
            MissingBlankLine,
            MissingBlankLine
        );

    [Fact]
    public void A_title_may_stand_right_over_a_wrapped_abstract() =>
        Parses(
            """
            {|Title:Rivers of Sand|}
            {|Abstract:The bed of a river moves, and we count how often it does. We follow
            forty thousand painted grains through a flume for a year. Three numbers
            explain most of what they do.|}
            """,
            HardWrapped,
            MissingBlankLine
        );

    [Theory]
    [InlineData(" ")]
    [InlineData("\t \t")]
    [InlineData("\u00A0")]
    [InlineData("\u3000\uFEFF\u200B")]
    public void A_line_of_white_space_is_a_blank_line(string blank) =>
        Parses($$"""{|Title:Rivers of Sand|}{{$"\n{blank}\n"}}{|Abstract:{{LongAbstract}}|}{{$"\n{blank}\n{blank}"}}""");

    [Fact]
    public void White_space_around_lines_is_trivia() =>
        Parses($$"""{{" \n\t"}}{|Title:Rivers of Sand|}{{"  \n \n  "}}{|Abstract:{{ShortAbstract}}|}{{"\u00A0\n\n"}}""");

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\uFEFF")]
    [InlineData(" \n\t\n\n  ")]
    public void A_digest_may_be_empty(string text) => Parses(text);

    [Theory]
    [InlineData("***")]
    [InlineData("-----------")]
    [InlineData("|")]
    [InlineData("\0\0")]
    public void A_line_without_letters_is_skipped(string line) => Parses($$"""{|Skipped:{{line}}|}{{"\n"}}""", SkippedText);

    [Fact]
    public void NUL_and_lone_surrogates_are_characters_like_others() =>
        Parses($$"""{|Title:Rivers{{"\0"}} of {{"\uD83C"}} Sand|}{{"\n\n"}}{|Abstract:{{"\uDFDE"}} {{LongAbstract}}{{"\0"}}|}""");

    [Fact]
    public void A_node_gives_its_text_on_one_line()
    {
        var tree = SyntaxTree.Parse(
            SourceText.From(
                $"Counting Grains: Slow Maps \r\n  of Fast Rivers\r\narxiv: 2501.00001\r\n\r\n{LongAbstract} It is small,\r\n\r\n and fast.\r\n"
            )
        );

        var paper = Assert.Single(tree.Root.Papers);
        Assert.Equal("Counting Grains: Slow Maps of Fast Rivers", paper.Title!.Text);
        Assert.Equal(LongAbstract + " It is small, and fast.", paper.Abstract!.Text);
        Assert.Equal("Counting Grains: Slow Maps \r\n  of Fast Rivers", tree.Text.ToString(paper.HeadSpan));
        Assert.Equal(["arxiv"], paper.Metadata.Select(line => line.Key));
    }

    [Fact]
    public void Papers_are_found_by_place_and_by_number()
    {
        var text = $"Mar 11\n\nRivers of Sand\n\n{LongAbstract}\n\nDeltas of Silt\n\n{LongAbstract}\n";
        var root = SyntaxTree.Parse(SourceText.From(text)).Root;

        Assert.IsType<DateLineSyntax>(root.FindEntry(0));
        Assert.Equal(
            "Rivers of Sand",
            Assert.IsType<PaperSyntax>(root.FindEntry(text.IndexOf("Rivers", StringComparison.Ordinal))).Title!.Text
        );
        Assert.Equal("Deltas of Silt", Assert.IsType<PaperSyntax>(root.FindEntry(text.Length)).Title!.Text);
        Assert.Equal("Deltas of Silt", root.GetPaper(1).Title!.Text);
        Assert.Throws<ArgumentOutOfRangeException>(() => root.GetPaper(2));
        Assert.Null(SyntaxTree.Parse(SourceText.Empty).Root.FindEntry(0));
    }
}
