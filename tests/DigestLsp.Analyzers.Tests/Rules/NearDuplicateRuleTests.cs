using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG2003.</summary>
public class NearDuplicateRuleTests
{
    [Fact]
    public void The_message_shows_how_much_is_equal_and_what_is_not()
    {
        var finding = Check(Bells.Replace("thirty bells", "forty-one bells", StringComparison.Ordinal));

        Assert.Matches(
            "^Nearly the same paper \\(9[0-9] % of the wording\\) stands in march.digest, line 3: “forty-one” here, “thirty” there$",
            finding.Message
        );
        Assert.Matches("^nearly the same paper \\(9[0-9] % of the wording\\)$", Assert.Single(finding.Related).Message);
        Assert.False(finding.Descriptor.IsRedundancy);
    }

    [Fact]
    public void Words_that_one_copy_lacks_are_shown()
    {
        var finding = Check(Bells.Replace("a model of thin shells", "a model of shells", StringComparison.Ordinal));

        Assert.EndsWith("line 3: here “thin” is missing", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_only_the_later_copy_has_are_shown()
    {
        var finding = Check(Bells.Replace("the sound of one strike", "the long sound of one strike", StringComparison.Ordinal));

        Assert.EndsWith("line 3: only here stands “long”", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_difference_is_shown_by_its_beginning()
    {
        var finding = Check(
            Bells.Replace("a quiet church", "somebody with a hammer who does not mind the stairs of the tower", StringComparison.Ordinal)
        );

        Assert.EndsWith(
            ": “somebody with a hammer who does not mind the stairs of the …” here, “a quiet church.” there",
            finding.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Another_title_over_almost_the_same_abstract_is_near_too()
    {
        var finding = Check(Bells.Replace("thirty", "forty", StringComparison.Ordinal), "Hearing the Wall of a Bell");

        Assert.EndsWith("“forty” here, “thirty” there", finding.Message, StringComparison.Ordinal);
    }

    private static Diagnostic Check(string text, string title = "What a Bell Remembers") =>
        Assert.Single(
            RuleChecks.Check(
                ("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}"),
                ("april.digest", $"Apr 2\n\n{{|DG2003:{title}|}}\n\n{text}")
            )
        );
}
