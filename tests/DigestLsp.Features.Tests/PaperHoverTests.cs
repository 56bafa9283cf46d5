using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

public class PaperHoverTests
{
    private static readonly string BellsShown = Bells.Replace(".", "\\.", StringComparison.Ordinal);

    [Fact]
    public void A_paper_shows_title_date_and_abstract() =>
        Check(
            $"**What a Bell Remembers**  \nMar 11\n\n{BellsShown}",
            $$"""
            Mar 11

            [|What a {|caret:|}Bell Remembers|]

            {{Bells}}
            """
        );

    [Fact]
    public void The_abstract_shows_the_same_over_its_own_range() =>
        Check(
            $"**What a Bell Remembers**  \nMar 12\n\n{BellsShown}",
            $$"""
            Mar 11

            Lakes That Leave

            {{Glaciers}}

            Mar 12

            What a Bell Remembers

            [|{|caret:|}{{Bells}}|]
            """
        );

    [Fact]
    public void Metadata_belongs_to_what_it_stands_under() =>
        Check(
            $"**What a Bell Remembers**  \nMar 11\n\n{BellsShown}",
            $$"""
            Mar 11

            [|What a Bell Remembers
            arxiv: 26{|caret:|}03.90001|]

            {{Bells}}
            """
        );

    [Fact]
    public void A_cross_reference_shows_the_paper_that_it_names_and_its_places() =>
        Check(
            "**What a Bell Remembers**  \nFeb 1\n\n"
                + "Stands in:\n"
                + "- [february\\.digest, line 3](<test:/digests/february.digest#3>)\n"
                + "- [this digest, line 8](<test:/digests/paper.digest#8>)\n\n"
                + BellsShown,
            $$"""
            Mar 11

            Lakes That Leave
            see: [|what a {|caret:|}bell remembers|]

            {{Glaciers}}

            What a Bell Remembers

            {{Bells}}
            """,
            ("february.digest", $"Feb 1\n\nWhat a Bell Remembers\n\n{Bells}")
        );

    [Fact]
    public void A_cross_reference_to_no_paper_shows_nothing() =>
        Check(
            null,
            $$"""
            Lakes That Leave
            see: What a Horn {|caret:|}Remembers

            {{Glaciers}}
            """
        );

    [Fact]
    public void The_last_characters_of_the_file_are_the_papers() =>
        Check(
            "**What a Bell Remembers**\n\nA bell rings\\. We listen\\.",
            """
            What a Bell Remembers

            [|A bell rings. We listen.{|caret:|}|]
            """
        );

    [Fact]
    public void Other_places_are_linked_in_the_order_of_digests() =>
        Check(
            "**What a Bell Remembers of Its Founder**  \nMar 11\n\n"
                + "Also stands in:\n"
                + "- [february\\.digest, line 3](<test:/digests/february.digest#3>)\n"
                + "- [this digest, line 7](<test:/digests/paper.digest#7>): the same title over another abstract\n"
                + "- [april\\.digest, line 3](<test:/digests/april.digest#3>): the same abstract under another title\n\n"
                + BellsShown,
            $$"""
            Mar 11

            [|What a Bell{|caret:|} Remembers of Its Founder|]

            {{Bells}}

            What a Bell Remembers of Its Founder

            {{Recipes}}
            """,
            ("february.digest", $"Feb 1\n\nWhat a Bell Remembers of Its Founder\n\n{Bells}"),
            ("april.digest", $"Apr 2\n\nHearing Walls\n\n{Bells}")
        );

    [Fact]
    public void Many_other_places_are_counted() =>
        Assert.EndsWith(
            "](<test:/digests/8.digest#3>)\n- and 4 more\n\n" + BellsShown,
            Single(
                $$"""
                Mar 31

                {|caret:|}What a Bell Remembers

                {{Bells}}
                """,
                [.. Enumerable.Range(1, 12).Select(day => ($"{day}.digest", $"Mar {day}\n\nWhat a Bell Remembers\n\n{Bells}"))]
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_title_without_abstract_says_so() =>
        Check(
            "**What a Bell Remembers**  \nMar 11\n\n*No abstract.*",
            """
            Mar 11

            [|What a Bell Remembers{|caret:|}|]
            """
        );

    [Fact]
    public void An_abstract_without_title_says_so() =>
        Check(
            $"**Paper without a title**  \nMar 11\n\n{BellsShown}",
            $$"""
            Mar 11

            [|A{|caret:|}{{Bells[1..]}}|]
            """
        );

    [Theory]
    [InlineData("# Bells <script>alert(1)</script>", @"\# Bells \<script\>alert\(1\)\</script\>")]
    [InlineData("[Bells](command:evil) and ![x](y)", @"\[Bells\]\(command\:evil\) and \!\[x\]\(y\)")]
    [InlineData("Bells** and _walls_ `ls`", @"Bells\*\* and \_walls\_ \`ls\`")]
    [InlineData("https://example.org/bells", @"https\://example\.org/bells")]
    [InlineData("bells@example.org &amp; $5", @"bells\@example\.org \&amp; \$5")]
    [InlineData(@"A \* Bell | A ~~Wall~~", @"A \\\* Bell \| A \~\~Wall\~\~")]
    public void What_a_title_holds_is_text_and_not_markup(string title, string shown) =>
        Check($"**{shown}**  \nMar 11\n\n{BellsShown}", $"Mar 11\n\n[|{{|caret:|}}{title}|]\n\n{Bells}");

    [Theory]
    [InlineData("n{|caret:|}ew\n\nSubscribe\n\nMar 11\n\nWhat a Bell Remembers\n\nA bell rings. We listen.")]
    [InlineData("Ma{|caret:|}r 11\n\nWhat a Bell Remembers\n\nA bell rings. We listen.")]
    [InlineData("Mar 11\n{|caret:|}\nWhat a Bell Remembers\n\nA bell rings. We listen.")]
    [InlineData("Mar 11\n\nWhat a Bell Remembers\n{|caret:|}\nA bell rings. We listen.")]
    [InlineData("Mar 11\n\nWhat a Bell Remembers\n\nA bell rings. We listen.\n{|caret:|}")]
    [InlineData("Mar 11\n\n* {|caret:|}* *\n\nWhat a Bell Remembers\n\nA bell rings. We listen.")]
    [InlineData("{|caret:|}")]
    [InlineData("\n{|caret:|}\n")]
    public void Elsewhere_nothing_is_shown(string digest) => Check(null, digest);

    [Fact]
    public void Of_a_long_abstract_whole_sentences_are_shown()
    {
        var first = Bells[..Bells.LastIndexOf(" The method", StringComparison.Ordinal)].Replace(".", "\\.", StringComparison.Ordinal);
        var longer = Bells.Replace(
            "a quiet church",
            "a church that is quiet while the bell rings and for a while after",
            StringComparison.Ordinal
        );

        Assert.EndsWith($"\n\n{first}", Single($"{{|caret:|}}What a Bell Remembers\n\n{longer}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_first_sentence_is_shown_up_to_a_word()
    {
        var words = string.Join(' ', Enumerable.Repeat("bell", 100));

        Assert.EndsWith(
            $"\n\n{string.Join(' ', Enumerable.Repeat("bell", 80))} …",
            Single($"{{|caret:|}}What a Bell Remembers\n\n{words}."),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Text_without_spaces_is_never_cut_within_a_character()
    {
        var notes = string.Concat(Enumerable.Repeat("\U0001D11E", 300));

        Assert.EndsWith($"\n\nx{notes[..398]} …", Single($"{{|caret:|}}What a Bell Remembers\n\nx{notes}"), StringComparison.Ordinal);
    }

    private static string Single(string marked, params (string Name, string Marked)[] others)
    {
        var scene = Scene.Of([("paper.digest", marked), .. others]).First();
        return HoverText.At(scene.Snapshot, scene.Document, scene.Caret, HoverFormat.Markdown, LinkTo)!.Text;
    }

    private static void Check(string? expected, string marked, params (string Name, string Marked)[] others)
    {
        foreach (var scene in Scene.Of([("paper.digest", marked), .. others]))
        {
            var hover = HoverText.At(scene.Snapshot, scene.Document, scene.Caret, HoverFormat.Markdown, LinkTo);

            Assert.Equal(expected, hover?.Text);
            Assert.Equal(scene.Marks("paper.digest"), hover is null ? [] : [hover.Range]);
        }
    }

    private static string LinkTo(DocumentRange place) => $"test:{place.Path}#{place.Range.Start.Line + 1}";
}
