using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

public class WorkspaceSymbolsTests
{
    private static readonly string[] Titles =
    [
        "What a Bell Remembers",
        "Tide Tables for Drifting Sensor Networks",
        "Bellwether: Sheep That Lead",
        "Sensors Under Snow",
        "A Network of Doorbells",
        "OwlNet: Listening for Voles",
        "Été in the Łódź of Schrödinger",
    ];

    [Theory]
    [InlineData("bell", "What a Bell Remembers", "Bellwether: Sheep That Lead", "A Network of Doorbells")]
    [InlineData("sensor", "Tide Tables for Drifting Sensor Networks", "Sensors Under Snow")]
    public void Whole_words_come_before_beginnings_and_those_before_pieces(string query, params string[] expected) =>
        Check(query, expected);

    [Theory]
    [InlineData("network sensor")]
    [InlineData("  SENSOR   network ")]
    [InlineData("sens netw drift")]
    public void Words_may_come_in_any_order_and_case(string query) => Check(query, "Tide Tables for Drifting Sensor Networks");

    [Theory]
    [InlineData("schrodinger ete")]
    [InlineData("SCHRÖDINGER")]
    [InlineData("łódz")]
    [InlineData("lodz")]
    [InlineData("eitlos")]
    public void Accents_do_not_matter(string query) => Check(query, "Été in the Łódź of Schrödinger");

    [Theory]
    [InlineData("bell sensor")]
    [InlineData("bell x")]
    [InlineData("glacier")]
    public void Every_word_must_occur(string query) => Check(query);

    [Theory]
    [InlineData("ttdsn", "Tide Tables for Drifting Sensor Networks")]
    [InlineData("ttfdsn", "Tide Tables for Drifting Sensor Networks")]
    [InlineData("onlv", "OwlNet: Listening for Voles")]
    [InlineData("wabr", "What a Bell Remembers")]
    public void Initials_in_their_order_find_a_title(string query, string expected) => Check(query, expected);

    [Fact]
    public void An_empty_query_matches_all_in_the_order_of_digests() => Check(" ", Titles);

    [Fact]
    public void The_limit_keeps_the_best()
    {
        Check("bell", limit: 1, "What a Bell Remembers");
        Check("", limit: 2, Titles[..2]);
        Check("bell", limit: 0);
        Check("bell", limit: int.MaxValue, "What a Bell Remembers", "Bellwether: Sheep That Lead", "A Network of Doorbells");
    }

    [Fact]
    public void A_symbol_tells_its_digest_and_place()
    {
        var scene = Scene.Of(("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}\n\n{Owls}")).First();

        Assert.Equal(
            [
                new FoundSymbol("What a Bell Remembers", "march.digest", new(Scene.PathOf("march.digest"), new(new(2, 0), new(2, 21)))),
                new FoundSymbol(
                    "Barn owls find voles under snow by ear alone.",
                    "march.digest",
                    new(Scene.PathOf("march.digest"), new(new(6, 0), new(6, Owls.Length)))
                ),
            ],
            WorkspaceSymbols.Find(scene.Snapshot, string.Empty, 10).AsEnumerable()
        );
    }

    [Fact]
    public void A_search_can_be_cancelled()
    {
        var scene = Scene.Of(("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}")).First();

        Assert.Throws<OperationCanceledException>(() => WorkspaceSymbols.Find(scene.Snapshot, "bell", 10, new CancellationToken(true)));
    }

    private static void Check(string query, params string[] expected) => Check(query, 10, expected);

    private static void Check(string query, int limit, params string[] expected)
    {
        var digests = Titles.Select((title, i) => ($"{9 - i}.digest", $"Mar {i + 1}\n\n{title}\n\nA bell rings. We listen.")).ToArray();
        foreach (var scene in Scene.Of(digests))
        {
            Assert.Equal(expected, WorkspaceSymbols.Find(scene.Snapshot, query, limit).Select(symbol => symbol.Name));
        }
    }
}
