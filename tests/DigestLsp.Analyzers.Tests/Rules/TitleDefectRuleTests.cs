using DigestLsp.Testing;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG4002.</summary>
public class TitleDefectRuleTests
{
    [Theory]
    [InlineData("Listening for Voles[|.|]", "Listening for Voles")]
    [InlineData("[|VoleNet:Listening|] for Small Animals", "VoleNet: Listening for Small Animals")]
    [InlineData("Owls in the [|Snow:A|] Study of Ears", "Owls in the Snow: A Study of Ears")]
    [InlineData("[|**VoleNet**|]: Listening for _Small_Animals", "VoleNet: Listening for _Small_Animals")]
    [InlineData("[|*VoleNet*|] and [|***Owls***|]", "VoleNet and Owls")]
    [InlineData("[|# |]Listening for Voles", "Listening for Voles")]
    [InlineData(@"Owl[|$\times$|]Vole, Top-[|$nσ$|], [|$OWL^2$|] and [|$\pi_{0}$|]", "Owl×Vole, Top-nσ, OWL² and π₀")]
    public void Defects_are_repaired(string marked, string repaired)
    {
        var text = MarkedText.Parse(marked);
        var findings = RuleChecks.CheckRepair(Digest(MarkedText.Format(text.Text, text.Spans.Select(Named))), Digest(repaired));

        Assert.All(findings, finding => Assert.True(finding.Repair?.IsSafe));
    }

    [Fact]
    public void Capitals_throughout_are_left_to_the_reader()
    {
        var finding = Assert.Single(RuleChecks.Check(Digest("{|DG4002:LISTENING FOR SMALL ANIMALS UNDER SNOW|}")));

        Assert.Equal("The whole title is in capitals, which hides its names and acronyms", finding.Message);
        Assert.Null(finding.Repair);
    }

    [Theory]
    [InlineData("Owls and Voles by Smith et al.")]
    [InlineData("Owls of the U.S.")]
    [InlineData("Owls and Voles Inc.")]
    [InlineData("What Do Owls Hear?")]
    [InlineData("And Then...")]
    [InlineData("From 10:30 to 11:00 with Ratios 1:1 in std::sort for Owls")]
    [InlineData("Owls under Ti:Sapphire Light of Morning")]
    [InlineData("Owls on PEDOT:PSS as a Layer of Snow")]
    [InlineData("See https://owls.org:8080/Owls for More of Them")]
    [InlineData("VoleNet: Listening for Small Animals")]
    [InlineData("BERT, GPT AND CLIP")]
    [InlineData("NASA OWL VOLE SNOW ICE")]
    [InlineData("A* Search over 2*3*4 Fields and max_depth_of_owls")]
    [InlineData(@"On $\mathbb{Z}_2^n$-Graded Owls and $5 Voles")]
    public void Titles_as_authors_write_them_are_fine(string title) => RuleChecks.Check(Digest(title));

    [Theory]
    [InlineData(":")]
    [InlineData("A:")]
    [InlineData("*")]
    [InlineData("*a")]
    [InlineData("_a ")]
    [InlineData("#")]
    [InlineData("$a$")]
    [InlineData("$")]
    [InlineData(".")]
    [InlineData("A ")]
    public void Any_title_is_read_and_repaired_within_its_findings(string piece)
    {
        for (var count = 1; count < 200; count++)
        {
            var text = string.Concat(Enumerable.Repeat(piece, count)).Trim();
            new TitleDefectRule().Analyze(
                new(text, ProseKind.Title, isFirst: true, isLast: true),
                (span, _, repair) =>
                {
                    Assert.InRange(span.Start, 0, text.Length);
                    Assert.InRange(span.End, span.Start, text.Length);
                    Assert.All(
                        repair?.Changes ?? [],
                        change => Assert.True(change.Span.Start >= span.Start && change.Span.End <= span.End)
                    );
                }
            );
        }
    }

    private static MarkedSpan Named(MarkedSpan span) => span with { Name = "DG4002" };

    private static string Digest(string title) => $"Mar 11\n\n{title}\n\n{Owls}\n\nWhat a Bell Remembers\n\n{Bells}\n";
}
