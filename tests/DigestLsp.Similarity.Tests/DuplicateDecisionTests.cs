using static DigestLsp.Similarity.Tests.Papers;

namespace DigestLsp.Similarity.Tests;

public class DuplicateDecisionTests
{
    private const string Rewritten =
        "Buoys that drift fall silent whenever the water carries them away from land. This paper asks how a node with little charge left "
        + "should choose its moments, proposes to plan by high and low water, and reports a field trial with forty floats.";

    private const string Unrelated =
        "Herons are counted by people with binoculars, which is slow. We count them by the sound of their wings, recorded at dusk by four "
        + "microphones on a pole, and compare the counts with those of two patient volunteers over a season.";

    private const string Withdrawn = "This paper has been withdrawn by the authors due to an error in the proof of the second lemma.";

    // Equal texts

    [Fact]
    public void A_copy_is_exact() => Check(DuplicateKind.Exact, Facts(Title, Abstract), Facts(Title, Abstract));

    [Fact]
    public void A_copy_with_other_punctuation_case_and_space_is_exact() =>
        Check(
            DuplicateKind.Exact,
            Facts(Title, Abstract),
            Facts(Title.ToUpperInvariant() + ".", Abstract.Replace(". ", ".  ").Replace("-", "–"))
        );

    [Fact]
    public void A_copy_with_another_address_is_near() =>
        Check(DuplicateKind.Near, Facts(Title, Abstract), Facts(Title, Abstract.Replace("https://example.org/tides", "this https URL")));

    [Fact]
    public void An_equal_abstract_under_another_title_is_retitled() =>
        Check(DuplicateKind.Retitled, Facts(Title, Abstract), Facts("When Should a Buoy Speak?", Abstract));

    [Fact]
    public void An_equal_abstract_without_title_is_retitled() => Check(DuplicateKind.Retitled, Facts(Title, Abstract), Facts("", Abstract));

    [Fact]
    public void A_formula_under_two_titles_is_nothing() =>
        Check(DuplicateKind.None, Facts(Title, Withdrawn), Facts("Counting Herons by the Sound of Their Wings", Withdrawn));

    [Fact]
    public void Two_titles_without_abstracts_are_exact_when_equal() => Check(DuplicateKind.Exact, Facts(Title, ""), Facts(Title, ""));

    [Theory]
    [InlineData(DuplicateKind.None, "", "")]
    [InlineData(DuplicateKind.Exact, Abstract, Abstract)]
    [InlineData(DuplicateKind.None, Abstract, Unrelated)]
    public void A_title_that_lost_its_spaces_is_one_word_whichever_paper_has_it(DuplicateKind expected, string one, string other)
    {
        var glued = Title.Replace(" ", "");
        Check(expected, Facts(Title, one), Facts(glued, other));
        Check(expected, Facts(glued, one), Facts(Title, other));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Editorial", "")]
    [InlineData("Editorial", "No abstract available.")]
    public void Texts_that_say_nothing_are_not_even_like_themselves(string title, string summary) =>
        Check(DuplicateKind.None, Facts(title, summary), Facts(title, summary));

    // Near texts

    [Fact]
    public void A_few_changed_words_are_near() =>
        Check(
            DuplicateKind.Near,
            Facts(Title, Abstract),
            Facts(Title, Abstract.Replace("hours", "days").Replace("forty", "thirty").Replace("readings", "samples"))
        );

    [Fact]
    public void An_abstract_cut_short_is_near() => Check(DuplicateKind.Near, Facts(Title, Abstract), Facts(Title, Abstract[..150]));

    [Fact]
    public void An_abstract_cut_short_under_another_title_is_nothing() =>
        Check(DuplicateKind.None, Facts(Title, Abstract), Facts("When Should a Buoy Speak?", Abstract[..150]));

    [Fact]
    public void Nearly_the_same_abstract_is_near_under_any_title() =>
        Check(DuplicateKind.Near, Facts(Title, Abstract), Facts("When Should a Buoy Speak?", Abstract.Replace("hours", "days")));

    [Fact]
    public void Half_an_abstract_that_authors_use_again_is_nothing() =>
        Check(
            DuplicateKind.None,
            Facts(Title, Abstract),
            Facts("Tide Tables for Sleeping Gulls", Abstract[..230] + " " + Unrelated[..120])
        );

    [Fact]
    public void A_misprint_in_the_title_makes_no_other_title() =>
        Check(DuplicateKind.Near, Facts(Title, Abstract), Facts("Tide Tables for Driftin Sensor Networks", Abstract[..200]));

    [Fact]
    public void An_abstract_without_title_is_near_by_its_text() =>
        Check(DuplicateKind.Near, Facts(Title, Abstract), Facts("", Abstract.Replace("hours", "days")));

    [Fact]
    public void Titles_that_name_the_difference_keep_papers_apart()
    {
        const string Formula =
            "We describe all units of finite order in the ring that the {0} lattice generates over the integers, and confirm for it the "
            + "conjecture on prime graphs, but for the prime seven, where the question remains open as it was.";
        Check(
            DuplicateKind.None,
            Facts("Units in the Ring of the Hexagonal Lattice", Formula.Replace("{0}", "hexagonal")),
            Facts("Units in the Ring of the Rhombic Lattice", Formula.Replace("{0}", "rhombic"))
        );
    }

    // Series

    [Theory]
    [InlineData("Rivers of Slow Ice, Part I", "Rivers of Slow Ice, Part II")]
    [InlineData("Rivers of Slow Ice. I. Measurement", "Rivers of Slow Ice. II. Theory")]
    [InlineData("Rivers of Slow Ice", "Rivers of Slow Ice II")]
    [InlineData("Rivers of Slow Ice (part a)", "Rivers of Slow Ice (part b)")]
    [InlineData("IceNet2 Technical Report", "IceNet3 Technical Report")]
    [InlineData("Findings of the 3rd Slow Ice Challenge", "Findings of the 4th Slow Ice Challenge")]
    public void Parts_of_a_series_are_two_papers_though_their_abstracts_overlap(string first, string second)
    {
        string other = Abstract.Replace("two years", "one winter").Replace("31 percent", "12 percent");
        Check(DuplicateKind.None, Facts(first, Abstract), Facts(second, other));
        Check(DuplicateKind.Near, Facts(first, Abstract), Facts(first, other));
    }

    [Fact]
    public void Parts_of_a_series_with_one_abstract_are_retitled() =>
        Check(DuplicateKind.Retitled, Facts("Rivers of Slow Ice, Part I", Abstract), Facts("Rivers of Slow Ice, Part II", Abstract));

    // Equal titles

    [Fact]
    public void Another_abstract_under_the_same_title_is_a_revision() =>
        Check(DuplicateKind.Revised, Facts(Title, Abstract), Facts(Title, Rewritten));

    [Fact]
    public void A_title_that_lost_its_abstract_is_a_revision() => Check(DuplicateKind.Revised, Facts(Title, Abstract), Facts(Title, ""));

    [Theory]
    [InlineData("Editorial")]
    [InlineData("Introduction")]
    [InlineData("Linear maps")]
    public void A_short_title_alone_makes_no_revision(string title)
    {
        Check(DuplicateKind.None, Facts(title, Abstract), Facts(title, Unrelated));
        Check(DuplicateKind.None, Facts(title, Abstract), Facts(title, ""));
    }

    [Fact]
    public void A_short_title_and_shared_phrases_make_a_revision() =>
        Check(DuplicateKind.Revised, Facts("Tide tables", Abstract), Facts("Tide tables", Abstract[..160] + " " + Unrelated));

    [Fact]
    public void Different_papers_are_nothing() =>
        Check(DuplicateKind.None, Facts(Title, Abstract), Facts("Counting Herons by the Sound of Their Wings", Unrelated));

    // Identifiers

    [Fact]
    public void An_identifier_makes_two_texts_one_paper() =>
        Check(DuplicateKind.Near, Facts(Title, Abstract, arxiv: "2401.01234"), Facts("Herons", Unrelated, arxiv: "2401.01234v2"));

    [Fact]
    public void An_identifier_leaves_the_kind_to_the_text()
    {
        Check(DuplicateKind.Exact, Facts(Title, Abstract, arxiv: "2401.01234"), Facts(Title, Abstract, arxiv: "2401.01234"));
        Check(DuplicateKind.Retitled, Facts("Herons", Abstract, doi: "10.1000/a"), Facts(Title, Abstract, doi: "10.1000/A"));
        Check(DuplicateKind.Revised, Facts("Herons", "", doi: "10.1000/a"), Facts("Herons", Abstract, doi: "10.1000/a"));
        Check(DuplicateKind.Revised, Facts("Herons", Unrelated, doi: "10.1000/a"), Facts("Herons", Abstract, doi: "10.1000/a"));
    }

    [Fact]
    public void Two_identifiers_make_equal_texts_two_papers() =>
        Check(DuplicateKind.None, Facts(Title, Abstract, arxiv: "2401.01234"), Facts(Title, Abstract, arxiv: "2401.01235"));

    [Fact]
    public void Identifiers_of_two_schemes_say_nothing() =>
        Check(DuplicateKind.Exact, Facts(Title, Abstract, arxiv: "2401.01234"), Facts(Title, Abstract, doi: "10.1000/a"));

    // Scores

    [Fact]
    public void The_score_is_the_exact_Jaccard_similarity()
    {
        PaperFacts a = Facts(Title, "a b c d e f g h i j k l m n o p q r s t u v w x y z");
        PaperFacts b = Facts(Title, "a b c d e f g h i j k l m n o p q r s t u v w x y");
        DuplicateMatch match = DuplicateDecision.Compare(a, b);
        Assert.Equal(new DuplicateMatch(DuplicateKind.Near, 24 / 25.0, 1), match);
    }

    [Fact]
    public void Equal_abstracts_score_one_and_absent_ones_nothing()
    {
        Assert.Equal(1, DuplicateDecision.Compare(Facts(Title, Abstract), Facts(Title, Abstract)).Score);
        Assert.Equal(0, DuplicateDecision.Compare(Facts(Title, Abstract), Facts(Title, "")).Score);
    }

    private static void Check(DuplicateKind expected, PaperFacts a, PaperFacts b)
    {
        DuplicateMatch match = DuplicateDecision.Compare(a, b);
        Assert.Equal(expected, match.Kind);
        Assert.Equal(match, DuplicateDecision.Compare(b, a));
    }
}
