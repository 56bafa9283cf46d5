using static DigestLsp.Similarity.Tests.Papers;

namespace DigestLsp.Similarity.Tests;

public class DuplicateDecisionTests
{
    [Fact]
    public void A_copy_is_exact() => Check(DuplicateKind.Exact, Facts(Title, Abstract), Facts(Title, Abstract));

    [Fact]
    public void Another_abstract_under_the_same_title_is_a_revision() =>
        Check(
            DuplicateKind.Revised,
            Facts(Title, Abstract),
            Facts(Title, "Buoys fall silent when the water turns. This note explains why, and what a better timetable does for them.")
        );

    private static void Check(DuplicateKind expected, PaperFacts a, PaperFacts b)
    {
        DuplicateMatch match = DuplicateDecision.Compare(a, b);
        Assert.Equal(expected, match.Kind);
        Assert.Equal(match, DuplicateDecision.Compare(b, a));
    }
}
