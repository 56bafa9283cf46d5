using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3010: what stands where an abstract should, and short abstracts that are some.</summary>
public class PlaceholderRuleTests
{
    [Theory]
    [InlineData("No abstract available.", "‘No abstract available.’ stands in place of an abstract")]
    [InlineData("N/A", "‘N/A’ stands in place of an abstract")]
    [InlineData("TBD", "‘TBD’ stands in place of an abstract")]
    [InlineData("[No abstract]", "‘[No abstract]’ stands in place of an abstract")]
    [InlineData("This paper has been withdrawn by the author.", "This is a notice of withdrawal and no abstract")]
    [InlineData("This paper has been withdrawn due to a mistake in the second lemma.", "This is a notice of withdrawal and no abstract")]
    [InlineData("The article was temporarily withdrawn because an owl was hurt.", "This is a notice of withdrawal and no abstract")]
    [InlineData("Withdrawn", "This is a notice of withdrawal and no abstract")]
    [InlineData("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.", "This abstract is filler text")]
    public void No_abstract(string text, string message)
    {
        var findings = RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{{|DG3010:{text}|}}\n\nWhat a Bell Remembers\n\n{Bells}");
        Assert.Equal(message, Assert.Single(findings).Message);
        Assert.Null(findings[0].Repair);
    }

    [Theory]
    [InlineData("We prove the statement in the title of this paper for all of the owls.")]
    [InlineData("The owls were withdrawn from the study, which then had few voles left to hear.")]
    [InlineData("This paper shows why papers about owls are withdrawn by their authors so often.")]
    [InlineData("We list placeholders such as N/A and TBD in forty digests about owls.")]
    public void A_short_abstract(string text) =>
        RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{text}\n\nWhat a Bell Remembers\n\n{Bells}");
}
