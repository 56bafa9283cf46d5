using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG5001.</summary>
public class AmbiguousAcronymRuleTests
{
    [Fact]
    public void The_second_meaning_in_a_digest_is_told_with_the_first()
    {
        var finding = Assert.Single(
            Check("A tide gauge network (TGN) talks.", "The true ground noise ({|DG5001:TGN|}) of a quay is loud.")
        );

        Assert.Equal("‘TGN’ stands for ‘true ground noise’ here, and for ‘tide gauge network’ at line 5", finding.Message);
        Assert.Equal(Workspaces.RuleSeverity.Silent, finding.Severity);
    }

    [Fact]
    public void A_meaning_is_told_once() =>
        Check(
            "A tide gauge network (TGN) talks, and true ground noise ({|DG5001:TGN|}) is heard.",
            "True ground noises (TGNs) and two gate names ({|DG5001:TGN|}) are heard."
        );

    [Theory]
    [InlineData("Tide-Gauge Networks (TGNs)")]
    [InlineData("tide gauge networking (TGN)")]
    [InlineData("talking tide gauge networks (TGN)")]
    [InlineData("tide gauging networks (TGN)")]
    [InlineData("tide-based gauge networks (TGN)")]
    [InlineData("tidal GN (TGN)")]
    public void A_variant_is_no_other_meaning(string variant) => Check("A tide gauge network (TGN) talks.", $"The {variant} talk.");

    [Fact]
    public void Another_digest_may_mean_something_else() =>
        RuleChecks.Check(
            ("a.digest", Digest("A tide gauge network (TGN) talks.", "It is old.")),
            (
                "b.digest",
                Digest("The true ground noise (TGN) of a quay is loud.", "It is old.")
                    .Replace("Mar 11", "Mar 12", StringComparison.Ordinal)
                    .Replace(Owls, Glaciers, StringComparison.Ordinal)
                    .Replace(Bells, Recipes, StringComparison.Ordinal)
                    .Replace("Gauges", "Quays", StringComparison.Ordinal)
                    .Replace("Noises", "Cranes", StringComparison.Ordinal)
            )
        );

    private static IEnumerable<Diagnostic> Check(string first, string second) => RuleChecks.Check(Digest(first, second));

    private static string Digest(string first, string second) =>
        $"Mar 11\n\nGauges on a Coast\n\n{first} {Owls}\n\nNoises at a Quay\n\n{second} {Bells}\n";
}
