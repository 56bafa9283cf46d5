namespace DigestLsp.Similarity.Tests;

public class TermKeysTests
{
    [Theory]
    [InlineData("Tide Gauge Network", "tide gauge networks")]
    [InlineData("tide-gauge network", "Tide Gauge Network")]
    [InlineData("behaviour modelling", "behavior modeling")]
    [InlineData("optimised centre", "optimized center")]
    [InlineData("marsh bird optimisation", "marsh bird optimization")]
    [InlineData("learning from owls", "learning with owls")]
    [InlineData("body batteries", "body battery")]
    [InlineData("multi-layer boxes", "multilayer box")]
    public void Variants_of_an_expansion_are_equal(string left, string right) =>
        Assert.Equal(TermKeys.OfExpansion(left), TermKeys.OfExpansion(right));

    [Theory]
    [InlineData("tide gauge network", "true ground noise")]
    [InlineData("mass", "mas")]
    [InlineData("axis", "axi")]
    [InlineData("hour", "hor")]
    [InlineData("rise", "rize of a bell")]
    public void Other_expansions_are_not(string left, string right) =>
        Assert.NotEqual(TermKeys.OfExpansion(left), TermKeys.OfExpansion(right));

    [Theory]
    [InlineData("TGNs", "TGN")]
    [InlineData("TGN's", "TGN")]
    [InlineData("TGNs's", "TGN")]
    [InlineData("GPT4s", "GPT4")]
    [InlineData("GAS", "GAS")]
    [InlineData("Atlas", "Atlas")]
    public void A_plurals_s_does_not_belong_to_a_name(string written, string name)
    {
        Assert.Equal(name, TermKeys.Singular(written).ToString());
        Assert.Equal(TermKeys.OfName(name), TermKeys.OfName(written));
    }

    [Fact]
    public void Keys_are_the_same_in_every_process() =>
        Assert.Equal((10991168u, 99684803u), (TermKeys.OfName("TGN"), TermKeys.OfExpansion("tide gauge network")));
}
