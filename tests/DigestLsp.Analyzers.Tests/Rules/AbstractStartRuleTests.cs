using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3002: headings and half sentences, and sentences that begin like them.</summary>
public class AbstractStartRuleTests
{
    [Theory]
    [InlineData("Abstract: ")]
    [InlineData("Abstract. ")]
    [InlineData("Abstract—")]
    [InlineData("ABSTRACT ")]
    [InlineData("Abstract ")]
    [InlineData("Abstract - ")]
    [InlineData("**Abstract** ")]
    [InlineData("[Abstract] ")]
    [InlineData("Summary: ")]
    [InlineData("Summary. ")]
    [InlineData("SUMMARY: ")]
    [InlineData("abstract: ")]
    public void A_heading_goes(string heading)
    {
        var findings = RuleChecks.CheckRepair(
            $"Mar 11\n\nListening for Voles\n\n{{|DG3002:{heading}|}}In this work we listen. {Owls}",
            $"Mar 11\n\nListening for Voles\n\nIn this work we listen. {Owls}"
        );
        Assert.True(Assert.Single(findings).Repair!.IsSafe);
    }

    [Fact]
    public void An_acronym_tells_that_the_word_does_not_belong_to_the_phrase() =>
        RuleChecks.CheckRepair(
            $"Mar 11\n\nListening for Voles\n\n{{|DG3002:Abstract |}}Vole Finders (VFs) listen well. {Owls}",
            $"Mar 11\n\nListening for Voles\n\nVole Finders (VFs) listen well. {Owls}"
        );

    [Fact]
    public void Nothing_mends_half_a_sentence()
    {
        var findings = RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{{|DG3002:and|}} so they listen. {Owls}");
        Assert.Equal("This abstract begins mid-sentence: no sentence begins with a small ‘and’", findings[0].Message);
        Assert.Null(findings[0].Repair);
        RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{{|DG3002:,|}} so they listen. {Owls}");
    }

    [Theory]
    [InlineData("Abstract reasoning is hard for owls.")]
    [InlineData("Abstract Meaning Representation (AMR) is a graph of what owls say.")]
    [InlineData("Abstract Syntax Trees are climbed by owls.")]
    [InlineData("Abstractive owls summarise.")]
    [InlineData("Summary statistics of owls are known.")]
    [InlineData("iPhone users hear owls.")]
    [InlineData("eBERT hears owls.")]
    [InlineData("arXiv has papers about owls.")]
    [InlineData("mRNA of owls is known.")]
    [InlineData("k-means finds owls.")]
    [InlineData("gsplat is a library for owls.")]
    [InlineData("$n$-grams of owls are known.")]
    [InlineData("\"And\" is a word for owls.")]
    [InlineData("...and yet the owls listen.")]
    public void Sentences_begin_like_that(string start) => RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{start} {Owls}");
}
