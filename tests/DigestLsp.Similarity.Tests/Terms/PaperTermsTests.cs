using DigestLsp.Text;

namespace DigestLsp.Similarity.Tests;

public class PaperTermsTests
{
    private const string Summary =
        "We present Heron and OwlNet-2. Heron reads a tide gauge network (TGN). A TGN-based map and non-TGN maps differ; TGNs, TGN-4 and XTGN do, "
        + "too. Owl 3 and a GPT-4-sized heronry of Herons follow. It is 2024.";

    [Fact]
    public void Holds_what_the_paper_introduces()
    {
        TermDefinition[] found = [.. Compute("Heron: A Bird", Summary).Definitions];

        Assert.Equal([("Heron", null), ("TGN", "tide gauge network")], found.Select(found => (found.Name, found.Expansion)));
        Assert.Equal(new TextSpan(0, 5), found[0].NameSpan);
        Assert.Equal("TGN", ("Heron: A Bird\n" + Summary).Substring(found[1].NameSpan.Start, found[1].NameSpan.Length));
    }

    [Fact]
    public void Surrogates_and_line_breaks_keep_their_places()
    {
        TermDefinition found = Assert.Single(Compute("\U0001D11E A", "\uD83C Tide\r\ngauge \U0001D11E network (TGN)s").Definitions);

        Assert.Equal(
            (new TextSpan(31, 3), "Tide  gauge \U0001D11E network", new TextSpan(7, 22)),
            (found.NameSpan, found.Expansion, found.ExpansionSpan)
        );
    }

    [Theory]
    [InlineData("TGN", 4)]
    [InlineData("TGNs", 4)]
    [InlineData("Heron", 3)]
    [InlineData("OwlNet-2", 1)]
    [InlineData("OwlNet", 0)]
    [InlineData("TGN-4", 1)]
    [InlineData("GPT-4", 1)]
    [InlineData("Owl 3", 1)]
    [InlineData("We", 0)]
    [InlineData("It", 0)]
    [InlineData("2024", 0)]
    public void Knows_where_names_stand(string name, int times) => Assert.Equal(times, Count(Compute("Heron: A Bird", Summary), name));

    [Fact]
    public void A_paper_without_names_shares_one_value() =>
        Assert.Same(PaperTerms.Empty, Compute("Quiet rivers", "They carry sand and nothing else."));

    [Fact]
    public void Text_where_nothing_is_found_allocates_nothing()
    {
        var text = "Quiet rivers\nThey carry sand (and, rarely, gold) and nothing else.";
        PaperTerms.Compute(text, new(0, 12), [new(13, text.Length - 13)]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        PaperTerms.Compute(text, new(0, 12), [new(13, text.Length - 13)]);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>However it is written, a definition that is read back has the keys by which it is found.</summary>
    [Fact]
    public void Keys_are_those_of_what_is_read_back()
    {
        string[] pieces =
        [
            .. "TGN|TGNs|(|)| (|, |. |\n|\r\n|\t|\u2028|\u00A0| |-|'s|’s|s|\uD83C|\uDFDE|é|Ü\u0308|tide|gauge|networks|Tide Gauge|of|G|T4|:".Split(
                '|'
            ),
        ];
        var random = new Random(20);
        int seen = 0;
        for (int round = 0; round < 20_000; round++)
        {
            string[] chosen = random.GetItems(pieces, 10);
            string text =
                random.Next(2) == 0
                    ? "A Map\n" + string.Concat(chosen)
                    : $"A Map\ntide{chosen[0]}gauge{chosen[1]}networks (T{chosen[2]}G{chosen[3]}N{chosen[4]}{chosen[5]})";
            var terms = PaperTerms.Compute(text, new(0, 5), [new(6, text.Length - 6)]);
            var keys = new List<(uint, uint)>();
            for (var key = terms.DefinitionKeys; key.MoveNext(); )
            {
                keys.Add((key.Name, key.Expansion));
            }
            Assert.Equal(keys, terms.Definitions.Select(found => (TermKeys.OfName(found.Name), found.ExpansionKey)));
            seen += keys.Count;
        }
        Assert.True(seen > 300, $"{seen} definitions");
    }

    private static PaperTerms Compute(string title, string summary) =>
        PaperTerms.Compute($"{title}\n{summary}", new(0, title.Length), [new(title.Length + 1, summary.Length)]);

    private static int Count(PaperTerms terms, string name)
    {
        uint key = TermKeys.OfName(name);
        int count = 0;
        for (PaperTerms.MentionEnumerator mention = terms.Mentions; mention.MoveNext(); )
        {
            count += mention.Key == key ? 1 : 0;
        }

        return count;
    }
}
