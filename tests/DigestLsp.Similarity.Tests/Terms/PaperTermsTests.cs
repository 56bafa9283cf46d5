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
