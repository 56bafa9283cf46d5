using System.Text;
using static DigestLsp.Similarity.Tests.Papers;

namespace DigestLsp.Similarity.Tests;

public class PaperFactsTests
{
    [Theory]
    [InlineData("What a Bell Remembers", "what a bell remembers", 0)]
    [InlineData("What a Bell Remembers", "What a Bell Remember", 1)]
    [InlineData("What a Bell Remembers", "What a Bell Remembres", 2)]
    [InlineData("What a Bell Remembers", "What a Ball Remembres!", null)]
    [InlineData("What a Bell Remembers", "What a Bell Remembers: A Study", PaperFacts.TitleContinues)]
    [InlineData("What a Bell Remembers", "What a Lake Forgets", null)]
    [InlineData("Owls", "Owls", 0)]
    [InlineData("Owls", "Owl", null)]
    [InlineData("", "", null)]
    public void Titles_differ_by_so_many_letters(string left, string right, int? difference)
    {
        var (a, b) = (Title(left), Title(right));

        Assert.Equal((difference, difference), (a.TitleDifference(b), b.TitleDifference(a)));

        static PaperFacts Title(string title) => PaperFacts.Compute(System.Text.Encoding.UTF8.GetBytes(title), []);
    }

    [Fact]
    public void Content_is_the_exact_text()
    {
        Assert.Equal(Facts(Title, Abstract).Content, Facts(Title, Abstract).Content);
        Assert.NotEqual(Facts(Title, Abstract).Content, Facts(Title, Abstract + " ").Content);
        Assert.NotEqual(Facts(Title, Abstract).Content, Facts(Title.ToLowerInvariant(), Abstract).Content);
    }

    [Fact]
    public void Text_cannot_move_between_the_parts_unseen()
    {
        Assert.NotEqual(Facts("ab", "c").Content, Facts("a", "bc").Content);
        Assert.NotEqual(Facts("", "abc").Content, Facts("abc", "").Content);
        Assert.NotEqual(Facts(Title, Abstract).Content, Facts(Title, Abstract, arxiv: "2401.01234").Content);
        Assert.NotEqual(Facts(Title, Abstract, doi: "10.1000/a").Content, Facts(Title, Abstract, doi: "10.1000/b").Content);
    }

    [Fact]
    public void Keys_ignore_case_punctuation_space_and_markup()
    {
        PaperFacts plain = Facts("Rafts of Ice: a \"slow\" study", "Ice - thin ice - drifts. It's naïve to wait.");
        PaperFacts noisy = Facts("RAFTS OF ICE: A “SLOW” STUDY.", "Ice — \\emph{thin} ice – drifts.  It’s na\\\"ive to wait");
        Assert.Equal(plain.TitleKey, noisy.TitleKey);
        Assert.Equal(plain.AbstractKey, noisy.AbstractKey);
        Assert.NotEqual(plain.Content, noisy.Content);
    }

    [Fact]
    public void Keys_do_not_ignore_addresses() =>
        Assert.NotEqual(Facts(Title, Abstract).AbstractKey, Facts(Title, Abstract.Replace("example.org", "example.net")).AbstractKey);

    [Theory]
    [InlineData("")]
    [InlineData(" — … ")]
    public void Text_without_words_has_an_empty_key(string nothing)
    {
        PaperFacts facts = Facts(nothing, nothing);
        Assert.True(facts.TitleKey.IsEmpty);
        Assert.True(facts.AbstractKey.IsEmpty);
        Assert.Equal(0, facts.TitleWordCount);
        Assert.Equal(0, facts.AbstractWordCount);
        Assert.True(facts.Shingles.IsEmpty);
    }

    [Fact]
    public void Shingles_are_the_different_pairs_of_neighbouring_words()
    {
        PaperFacts facts = Facts("", "the tide and the tide and the ebb");
        Assert.Equal(8, facts.AbstractWordCount);
        Assert.Equal(4, facts.Shingles.Length);
        Assert.Equal(facts.Shingles.ToArray().Order(), facts.Shingles.ToArray());
        Assert.Equal(facts.Shingles.ToArray(), Facts("", "And the tide, and THE ebb.").Shingles.ToArray());
    }

    [Fact]
    public void A_single_word_is_a_shingle() => Assert.Equal(1, Facts("", "withdrawn").Shingles.Length);

    [Fact]
    public void Lone_surrogates_and_broken_bytes_do_no_harm()
    {
        byte[] broken = [.. Encoding.UTF8.GetBytes(Abstract), 0xED, 0xB2, 0x80, 0xFF, 0xC3];
        PaperFacts facts = PaperFacts.Compute([0xED, 0xA0, 0xBD, .. Encoding.UTF8.GetBytes(Title)], broken);
        Assert.Equal(Facts(Title, Abstract).TitleKey, facts.TitleKey);
        Assert.Equal(Facts(Title, Abstract).AbstractKey, facts.AbstractKey);
    }

    [Fact]
    public void A_monster_keeps_bounded_facts_and_an_exact_key()
    {
        string monster = string.Join(' ', Enumerable.Range(0, 300_000).Select(i => $"w{i}"));
        PaperFacts facts = Facts(Title, monster);
        Assert.Equal(300_000, facts.AbstractWordCount);
        Assert.True(facts.Shingles.Length < PaperFacts.WordLimit);
        Assert.NotEqual(facts.AbstractKey, Facts(Title, monster + " end").AbstractKey);
    }

    [Fact]
    public void A_paper_of_two_hundred_words_takes_less_than_one_and_a_half_kilobytes()
    {
        byte[] title = Encoding.UTF8.GetBytes(Title);
        byte[] summary = Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 200).Select(i => $"word{i}")));
        PaperFacts.Compute(title, summary);
        long before = GC.GetAllocatedBytesForCurrentThread();
        PaperFacts facts = PaperFacts.Compute(title, summary);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(199, facts.Shingles.Length);
        Assert.InRange(allocated, 1, 1536);
    }

    [Fact]
    public void Reading_a_long_text_allocates_no_more_than_its_facts()
    {
        byte[] title = Encoding.UTF8.GetBytes(Title);
        byte[] summary = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("the \\emph{tide} rises & falls; ", 2000)));
        PaperFacts.Compute(title, summary);
        long before = GC.GetAllocatedBytesForCurrentThread();
        PaperFacts facts = PaperFacts.Compute(title, summary);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(8000, facts.AbstractWordCount);
        Assert.InRange(allocated, 1, 512);
    }

    /// <summary>Facts are stored: when one of these changes, stored facts of the old kind must no longer be read.</summary>
    [Fact]
    public void Facts_are_the_same_on_every_machine()
    {
        PaperFacts facts = Facts(Title, Abstract, arxiv: "2401.01234");
        Assert.Equal("3f31e4234b8a12bb8a5fe85fb53c51cd", facts.Content.ToString());
        Assert.Equal("359b3352ecf8f66cbef19fd8c89f0ff3", facts.TitleKey.ToString());
        Assert.Equal("947bb813a7600152bd3955c7a7f53d64", facts.AbstractKey.ToString());
        Assert.Equal(227105522u, facts.Shingles.ToArray().Aggregate((hash, value) => hash * 31 + value));
        Assert.Equal(1332615056u, facts.BandKeys.ToArray().Aggregate((hash, value) => hash * 31 + value));
    }

    [Fact]
    public void Writes_the_signature_of_its_shingles()
    {
        PaperFacts facts = Facts(Title, Abstract);
        var signature = new uint[MinHash.Permutations];
        var expected = new uint[MinHash.Permutations];
        facts.WriteSignature(signature);
        MinHash.Sign(facts.Shingles, expected);
        Assert.Equal(expected, signature);
    }
}
