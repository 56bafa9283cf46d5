namespace DigestLsp.Similarity.Tests;

public class CoinedNameTests
{
    private const string Summary =
        "Rivers carry sand. We present Marram, which counts grains, and Delta Walk 2, which follows them. Part 2 of this work looks at "
        + "Reed-Light lamps. The sluice is open, and a Sluice is a door.";

    [Theory]
    [InlineData("TideBERT: Reading Tide Tables", "TideBERT")]
    [InlineData("REED — Reeds in the Evening", "REED")]
    [InlineData("OwlNet - a map of owls", "OwlNet")]
    [InlineData("Tide4: A Fourth Tide", "Tide4")]
    [InlineData("eBell2: Bells that Answer", "eBell2")]
    public void Capitals_and_digits_within_tell_a_name(string title, string name) => Assert.Equal(name, Find(title, string.Empty));

    [Theory]
    [InlineData("Marram: Counting Grains", "Marram")]
    [InlineData("Reed-Light: Lamps at Dusk", "Reed-Light")]
    [InlineData("Delta Walk 2: Following Grains", "Delta Walk 2")]
    public void A_plain_word_is_a_name_if_the_abstract_uses_it_as_one(string title, string name) =>
        Assert.Equal(name, Find(title, Summary));

    [Theory]
    [InlineData("Part I: Rivers of Sand")]
    [InlineData("Part 2: Rivers of Sand")]
    [InlineData("Case Study: A River")]
    [InlineData("Towards Quiet Bells: A Survey")]
    [InlineData("Rivers: What They Carry")]
    [InlineData("Sluice: A Door")]
    [InlineData("Heron: A Bird That the Abstract Does Not Name")]
    [InlineData("III: The Third Part")]
    [InlineData("LLMs: What They Are")]
    [InlineData("2024: A Year of Sand")]
    [InlineData("Chain-of-Bells: Ringing in Order")]
    [InlineData("BELLS: ALL IN CAPITALS")]
    [InlineData("Ratio 3:1 in REED beds")]
    [InlineData("A title of words alone")]
    [InlineData(": REED")]
    [InlineData("")]
    public void Plain_words_before_a_colon_are_none(string title) => Assert.Null(Find(title, Summary));

    private static string? Find(string title, string summary) =>
        CoinedName.TryFind(title, summary, out var name) ? title.Substring(name.Start, name.Length) : null;
}
