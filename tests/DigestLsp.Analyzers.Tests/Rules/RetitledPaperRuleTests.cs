using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG2005.</summary>
public class RetitledPaperRuleTests
{
    [Fact]
    public void The_same_abstract_under_another_title_tells_the_title()
    {
        var finding = Assert.Single(
            Check(
                ("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}"),
                ("april.digest", $"Apr 2\n\n{{|DG2005:Hearing Walls|}}\n\n{Bells}")
            )
        );
        Assert.Equal("The same abstract stands under another title, ‘What a Bell Remembers’, in march.digest, line 3", finding.Message);
        Assert.Equal("the same abstract under another title", Assert.Single(finding.Related).Message);
    }

    [Fact]
    public void An_abstract_that_lost_its_title_is_told_it()
    {
        var findings = Check(
            ("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}"),
            ("april.digest", $"Apr 2\n\n{{|DG2005:{{|DG1004:{First}|}}{Bells[First.Length..]}|}}")
        );
        Assert.Equal(
            "The same abstract stands with its title, ‘What a Bell Remembers’, in march.digest, line 3",
            findings.Single(finding => finding.Descriptor.Id == "DG2005").Message
        );
    }

    [Fact]
    public void An_abstract_whose_first_place_has_no_title_tells_that_and_repeats_no_abstract()
    {
        var findings = Check(
            ("march.digest", $"Mar 11\n\n{{|DG1004:{First}|}}{Bells[First.Length..]}"),
            ("april.digest", $"Apr 2\n\n{{|DG2005:What a Bell Remembers|}}\n\n{Bells}")
        );
        Assert.Equal("The same abstract stands without a title in march.digest, line 3", findings[1].Message);
    }

    [Fact]
    public void A_placeholder_is_no_abstract() =>
        Check(
            ("march.digest", $"Mar 11\n\nListening for Voles\n\n{{|DG3010:No abstract available.|}}"),
            ("april.digest", $"Apr 2\n\nLakes That Leave\n\n{{|DG3010:No abstract available.|}}")
        );

    private const string First = "A cast bell rings at partials that its founder chose by hand.";
}
