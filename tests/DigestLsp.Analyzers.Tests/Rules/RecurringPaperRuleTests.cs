using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG2001, and what 'earlier' means.</summary>
public class RecurringPaperRuleTests
{
    [Fact]
    public void The_later_copy_tells_and_the_first_carries_nothing()
    {
        var finding = Assert.Single(
            Check(
                (
                    "march.digest",
                    $$"""
                    Mar 11

                    Listening for Voles

                    {{Owls}}

                    What a Bell Remembers

                    {{Bells}}
                    """
                ),
                (
                    "april.digest",
                    $$"""
                    Apr 2

                    {|DG2001:What a Bell Remembers|}

                    {{Bells}}
                    """
                )
            )
        );
        Assert.Equal("This paper stands in an earlier digest too: march.digest, line 7", finding.Message);
        var related = Assert.Single(finding.Related);
        Assert.Equal((PathOf("march.digest"), "6:0-6:21", "the same paper"), (related.Path, related.Range.ToString(), related.Message));
        Assert.True(finding.Descriptor.IsRedundancy);
    }

    [Fact]
    public void Where_both_digests_have_one_name_the_folder_of_the_other_is_told()
    {
        var finding = Assert.Single(
            Check(
                ("2025/week-1.digest", $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}\n"),
                ("2026/week-1.digest", $"Apr 2\n\n{{|DG2001:What a Bell Remembers|}}\n\n{Bells}\n\nListening for Voles\n\n{Owls}\n")
            )
        );
        Assert.Equal("This paper stands in an earlier digest too: 2025/week-1.digest, line 3", finding.Message);
    }

    [Fact]
    public void Of_three_copies_the_later_two_tell_and_link_to_all_others()
    {
        var findings = Check(
            ("a.digest", Bell("Mar 1")),
            ("b.digest", Bell("Mar 2", later: true)),
            ("c.digest", Bell("Mar 3", later: true))
        );

        Assert.Equal(
            [
                "This paper stands in an earlier digest too: a.digest, line 3 and in 1 more place",
                "This paper stands in an earlier digest too: a.digest, line 3 and in 1 more place",
            ],
            findings.Select(finding => finding.Message)
        );
        Assert.Equal(
            [
                [PathOf("a.digest"), PathOf("c.digest")],
                [PathOf("a.digest"), PathOf("b.digest")],
            ],
            findings.Select(finding => finding.Related.Select(related => related.Path))
        );
    }

    [Fact]
    public void Many_copies_are_counted_but_not_all_linked()
    {
        var digests = Enumerable.Range(1, 20).Select(day => ($"{day}.digest", Bell($"Mar {day}", later: day > 1))).ToArray();

        var last = Check(digests)[^1];

        Assert.Equal("This paper stands in an earlier digest too: 1.digest, line 3 and in 18 more places", last.Message);
        Assert.Equal(16, last.Related.Length);
    }

    [Fact]
    public void Dates_order_digests_whatever_their_names() =>
        Check(("a.digest", Bell("Mar 12", later: true)), ("b.digest", Bell("Mar 11")));

    [Fact]
    public void Years_come_before_months() => Check(("a.digest", Bell("Jan 5, 2026", later: true)), ("b.digest", Bell("Dec 30, 2025")));

    [Fact]
    public void The_year_may_stand_in_the_name() =>
        Check(("daily-2026-01-05.digest", Bell("Jan 5", later: true)), ("daily-2025-12-30.digest", Bell("Dec 30")));

    [Fact]
    public void The_year_in_the_date_line_beats_the_one_in_the_name() =>
        Check(("2024-01-05.digest", Bell("Jan 5, 2026", later: true)), ("2025-12-30.digest", Bell("Dec 30")));

    [Fact]
    public void Without_any_date_paths_order_digests() => Check(("a.digest", Undated(later: false)), ("b.digest", Undated(later: true)));

    [Fact]
    public void A_digest_without_a_date_has_the_one_in_its_name() =>
        Check(("b-2026-03-11.digest", Undated(later: false)), ("a-2026-03-12.digest", Undated(later: true)));

    [Fact]
    public void A_digest_without_a_year_is_earlier_than_any_with_one() =>
        Check(("a.digest", Bell("Jan 5, 2026", later: true)), ("b.digest", Bell("Dec 30")));

    [Theory]
    [InlineData("WHAT A BELL REMEMBERS")]
    [InlineData("What a{|DG3008:  |}Bell{|DG3008:   |}Remembers")]
    [InlineData("What a Bell Remembers!")]
    public void Case_punctuation_and_white_space_make_no_other_paper(string title) =>
        Check(("a.digest", Bell("Mar 11")), ("b.digest", $"Mar 12\n\n{{|DG2001:{title}|}}\n\n{Bells}"));

    [Fact]
    public void Papers_on_one_subject_are_two_papers() =>
        Check(
            ("a.digest", Bell("Mar 11")),
            (
                "b.digest",
                """
                Mar 12

                What a Drum Remembers

                A drum rings at partials that nobody chose. We recover the tension of its skin from the sound of one strike, using a model of membranes that is fitted by hand, and find on ten drums that were also measured that the tension is right to three percent.
                """
            )
        );

    private static string Bell(string date, bool later = false) =>
        $"{date}\n\n{(later ? "{|DG2001:What a Bell Remembers|}" : "What a Bell Remembers")}\n\n{Bells}";

    /// <summary>The bell paper in a digest without a date line, which is a finding of its own on the same title.</summary>
    private static string Undated(bool later)
    {
        var title = "{|DG1002:What a Bell Remembers|}";
        return (later ? $"{{|DG2001:{title}|}}" : title) + $"\n\n{Bells}";
    }
}
