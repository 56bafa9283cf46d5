using static DigestLsp.Features.Tests.NavigationChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>Acronyms and names of systems: where they are introduced, where they stand, what is told of them.</summary>
public class TermNavigationTests
{
    private const string Later =
        "Mar 12\n\nListening at the Quay\n\n"
        + "A quay is loud. We put a hydrophone under it for a year and heard cranes, crabs and the tide. Tide gauge networks ([|TGNs|]) miss the "
        + "crabs. The true ground noise ([|TGN|]) of a quay is that of its cranes, and TideNet hears it. We let the crabs have the last word.";

    private static string Earlier(string definition, string singular, string plural, string compound) =>
        "Mar 11\n\nTideNet: Gauges That Talk\n\n"
        + $"Gauges on one coast seldom talk to each other. A tide gauge network ({definition}) lets them. {plural} need little power, and TideNet "
        + $"needs less. Whether a {compound}-based forecast beats {singular} is open; TGNX is another thing. We measured it for a year, and it is.";

    [Theory]
    [InlineData("[|TGN|]", "TG{|caret:|}N", "TGNs", "TGN")]
    [InlineData("[|TGN|]", "{|caret:|}TGN", "TGNs", "TGN")]
    [InlineData("[|TGN|]", "TGN{|caret:|}", "TGNs", "TGN")]
    [InlineData("[|TGN|]", "TGN", "TGN{|caret:|}s", "TGN")]
    [InlineData("[|TGN|]", "TGN", "TGNs{|caret:|}", "TGN")]
    [InlineData("[|TGN|]", "TGN", "TGNs", "T{|caret:|}GN")]
    [InlineData("[|T{|caret:|}GN|]", "TGN", "TGNs", "TGN")]
    public void The_definition_of_a_term_is_where_it_is_introduced_first(
        string definition,
        string singular,
        string plural,
        string compound
    ) =>
        CheckDefinition(
            ("later.digest", Later.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)),
            ("earlier.digest", Earlier(definition, singular, plural, compound))
        );

    [Fact]
    public void The_references_of_a_term_are_its_mentions_in_all_papers() =>
        CheckReferences(("later.digest", Later), ("earlier.digest", Earlier("[|TGN|]", "[|TG{|caret:|}N|]", "[|TGNs|]", "[|TGN|]")));

    [Fact]
    public void A_name_that_a_title_coins_is_a_term_in_titles_and_abstracts()
    {
        (string, string)[] digests =
        [
            ("a.digest", "Mar 1\n\n[|TideNet|]: Gauges That Talk\n\nWe let gauges talk. [|TideNet|] needs little power."),
            ("b.digest", "Mar 2\n\nWhat [|Tide{|caret:|}Net|] Heard\n\nWe listened to [|TideNet|] for a year. It heard crabs."),
        ];
        CheckReferences(digests);
        CheckDefinition([
            .. digests.Select((digest, i) => (digest.Item1, i == 0 ? UnmarkBut(digest.Item2, 1) : UnmarkBut(digest.Item2, 0))),
        ]);
    }

    [Fact]
    public void Beside_a_term_there_is_the_paper() =>
        CheckDefinition(
            ("a.digest", "Mar 1\n\n[|TideNet: Gauges That Talk|]\n\nWe let gau{|caret:|}ges talk. TideNet needs little power.")
        );

    [Fact]
    public void A_word_that_nobody_introduces_is_no_term() =>
        CheckDefinition(("a.digest", $"Mar 1\n\n[|What a GP{{|caret:|}}U Remembers|]\n\n{Bells}"));

    [Fact]
    public void A_cross_reference_is_to_a_paper_whatever_names_are_in_it() =>
        CheckDefinition(
            ("a.digest", $"Mar 1\n\n[|TideNet: Gauges That Talk|]\n\nWe let gauges talk. TideNet needs little power."),
            ("b.digest", $"Mar 2\n\nLakes That Leave\n\n{Glaciers}\nsee: Tide{{|caret:|}}Net: Gauges That Talk")
        );

    [Fact]
    public void The_longest_name_at_a_place_counts() =>
        CheckReferences(
            ("a.digest", "Mar 1\n\nTideNet: Gauges That Talk\n\nWe let gauges talk. TideNet needs little power."),
            (
                "b.digest",
                "Mar 2\n\n[|TideNet 2|]: Gauges That Sing\n\nWe let gauges sing. [|TideNet {|caret:|}2|] sings where TideNet talks."
            )
        );

    [Fact]
    public void A_term_shows_what_it_stands_for_where_it_is_introduced_and_how_often_it_is_used() =>
        CheckHover(
            "**TideNet**\n\nIntroduced in [a\\.digest, line 3](<test:/digests/a.digest#3>): TideNet\\: Gauges That Talk\n\n2 mentions in 1 paper",
            "TideNet\n\nIntroduced in a.digest, line 3: TideNet: Gauges That Talk\n\n2 mentions in 1 paper",
            ("a.digest", "Mar 1\n\nTideNet: Gauges That Talk\n\nWe let gauges talk. [|Tide{|caret:|}Net|] needs little power.")
        );

    [Fact]
    public void An_acronym_shows_its_expansion() =>
        CheckHover(
            "**TGN**: tide gauge network\n\nIntroduced in [a\\.digest, line 5](<test:/digests/a.digest#5>): TideNet\\: Gauges That Talk\n\n"
                + "4 mentions in 1 paper",
            "TGN: tide gauge network\n\nIntroduced in a.digest, line 5: TideNet: Gauges That Talk\n\n4 mentions in 1 paper",
            ("a.digest", Earlier("TGN", "[|{|caret:|}TGN|]", "TGNs", "TGN"))
        );

    [Fact]
    public void Several_expansions_are_listed_in_the_order_of_digests() =>
        CheckHover(
            "**TGN**\n- tide gauge network ([a\\.digest, line 5](<test:/digests/a.digest#5>))"
                + "\n- true ground noise ([b\\.digest, line 5](<test:/digests/b.digest#5>))\n\n6 mentions in 2 papers",
            "TGN\n- tide gauge network (a.digest, line 5)\n- true ground noise (b.digest, line 5)\n\n6 mentions in 2 papers",
            ("b.digest", UnmarkBut(Later, -1)),
            ("a.digest", Earlier("TGN", "TGN", "[|T{|caret:|}GNs|]", "TGN"))
        );

    private static string UnmarkBut(string marked, int kept)
    {
        for (var i = 0; ; i++)
        {
            var start = marked.IndexOf("[|", StringComparison.Ordinal);
            if (start < 0)
            {
                return marked.Replace("<<", "[|", StringComparison.Ordinal).Replace(">>", "|]", StringComparison.Ordinal);
            }
            var end = marked.IndexOf("|]", start, StringComparison.Ordinal);
            var inner = marked[(start + 2)..end];
            marked = marked[..start] + (i + 1 == kept ? $"<<{inner}>>" : inner) + marked[(end + 2)..];
        }
    }

    private static void CheckHover(string markdown, string plain, params (string Name, string Marked)[] digests)
    {
        foreach (var scene in Scene.Of(digests))
        {
            foreach (var (format, expected) in new[] { (HoverFormat.Markdown, markdown), (HoverFormat.Plain, plain) })
            {
                var hover = HoverText.At(scene.Snapshot, scene.Document, scene.Caret, format, LinkTo)!;

                Assert.Equal(expected, hover.Text);
                scene.AssertMarked([new(scene.Document.Path, hover.Range)]);
            }
        }
    }

    private static string LinkTo(DocumentRange place) => $"test:{place.Path}#{place.Range.Start.Line + 1}";
}
