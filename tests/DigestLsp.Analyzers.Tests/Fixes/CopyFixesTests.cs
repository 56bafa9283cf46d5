using System.Collections.Frozen;
using DigestLsp.Testing;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Fixes that take text from another copy, or a copy away.</summary>
public class CopyFixesTests
{
    private const string Title = "What Owls Hear Below the Snow of a Field";
    private const string OtherTitle = "Four Microphones and a Vole Under Snow";
    private const string Bells = $"The Inner Shape of Bells\n\n{Abstracts.Bells}\n";

    /// <summary>The same abstract with a few other words, so that it is near and no copy.</summary>
    private static readonly string NearOwls = Abstracts.Owls.Replace("half a metre", "two metres");
    private static readonly string CutOwls =
        Abstracts.Owls[..Abstracts.Owls.IndexOf("Owls do better", StringComparison.Ordinal)] + "Owls do…";

    private static string First(string title, string text) => $"Mar 11\n\n{title}\n\n{text}\n\n{Bells}";

    [Fact]
    public void A_copy_is_removed_with_its_blank_lines() =>
        FixChecks.Check(
            [("a.digest", First(Title, Abstracts.Owls)), ("b.digest", $"Mar 12\n\n{{|fix:{Title}|}}\n\n{Abstracts.Owls}\n\nMar 13\n")],
            ["Remove this copy; keep a.digest, line 3"],
            0,
            ("b.digest", "Mar 12\n\nMar 13\n")
        );

    [Theory]
    [InlineData("No abstract available.")]
    [InlineData("This paper has been withdrawn by the author.")]
    public void A_placeholder_gives_way_to_the_abstract_of_another_copy(string placeholder) =>
        FixChecks.Check(
            [
                ("a.digest", $"Mar 11\n\n{Title}\n\n{{|fix:{placeholder}|}}\n\n{Bells}"),
                ("b.digest", $"Mar 12\n\n{Title}\n\nTBD\n"),
                ("c.digest", $"Mar 13\n\n{Title}\n\n{Abstracts.Owls}\n"),
            ],
            ["Take the abstract of c.digest, line 3"],
            0,
            ("a.digest", $"Mar 11\n\n{Title}\n\n{Abstracts.Owls}\n\n{Bells}")
        );

    [Fact]
    public void A_placeholder_stays_where_no_copy_has_more() =>
        FixChecks.Check(
            [
                ("a.digest", $"Mar 11\n\n{Title}\n\n{{|fix:No abstract available.|}}\n\n{Bells}"),
                ("b.digest", $"Mar 12\n\n{Title}\n\nTBD\n"),
            ],
            [],
            0
        );

    [Theory]
    [InlineData("No abstract available.", true)]
    [InlineData("This paper has been withdrawn by the author.", false)]
    public void Only_what_says_nothing_is_written_over_unseen(string placeholder, bool isFilled)
    {
        var workspace = new Workspace();
        workspace.Open("/a.digest", 1, $"Mar 11\n\n{Title}\n\n{placeholder}\n");
        workspace.Open("/b.digest", 1, $"Mar 12\n\n{Title}\n\n{Abstracts.Owls}\n");

        var plan = Repairs.Plan(workspace.Current, static _ => true, FrozenSet.Create("DG3010"));

        Assert.Equal(isFilled ? ["/a.digest"] : [], plan.Edit.Documents.Select(part => part.Document.Path));
        Assert.DoesNotContain(
            placeholder,
            isFilled ? plan.After.GetDocument("/a.digest")!.GetTree()!.Text.ToString() : "",
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\n", "\n")]
    [InlineData("", "")]
    [InlineData("\n\n\n", "\n\n\n")]
    public void Where_the_last_paper_is_removed_the_file_ends_as_it_did(string end, string expected) =>
        FixChecks.Check(
            [("a.digest", First(Title, Abstracts.Owls)), ("b.digest", $"Mar 12\n\n{{|fix:{Title}|}}\n\n{Abstracts.Owls}{end}")],
            ["Remove this copy; keep a.digest, line 3"],
            0,
            ("b.digest", "Mar 12" + expected)
        );

    [Fact]
    public void Papers_around_a_removed_one_stay_apart() =>
        FixChecks.Check(
            [
                ("a.digest", First(Title, Abstracts.Owls)),
                ("b.digest", $"Mar 12\n{{|fix:{Title}|}}\n\n{Abstracts.Owls}\n\nLakes on Ice\n\n{Abstracts.Glaciers}\n"),
            ],
            ["Remove this copy; keep a.digest, line 3"],
            0,
            ("b.digest", $"Mar 12\n\nLakes on Ice\n\n{Abstracts.Glaciers}\n")
        );

    [Fact]
    public void The_copy_that_stays_takes_over_metadata_that_only_the_removed_one_has() =>
        FixChecks.Check(
            [
                ("a.digest", $"Mar 11\n\n{Title}\n\n{Abstracts.Owls}\ntags: birds\n\n{Bells}"),
                ("b.digest", $"Mar 12\n\n{{|fix:{Title}|}}\nnote: ask Ada\n\n{Abstracts.Owls}\ntags: birds\n"),
            ],
            ["Remove this copy; keep a.digest, line 3, with a metadata line of this"],
            0,
            // What is added is written first.
            ("a.digest", $"Mar 11\n\n{Title}\n\n{Abstracts.Owls}\ntags: birds\nnote: ask Ada\n\n{Bells}"),
            ("b.digest", "Mar 12\n")
        );

    [Fact]
    public void Of_two_unlike_copies_in_one_digest_either_can_go() =>
        FixChecks.Check(
            [("a.digest", $"Mar 11\n\n{Title}\n\n{Abstracts.Owls}\n\n{Bells}\n{{|fix:{Title}|}}\n\n{NearOwls}\n")],
            ["Remove this copy; keep that at line 3", "Keep this copy; remove that at line 3"],
            1,
            ("a.digest", $"Mar 11\n\n{Bells}\n{Title}\n\n{NearOwls}\n")
        );

    [Fact]
    public void A_title_that_a_see_line_names_is_not_removed() =>
        FixChecks.Check(
            [
                (
                    "a.digest",
                    $"Mar 11\n\n{Title}\n\n{Abstracts.Owls}\n\n{Bells.TrimEnd()}\nsee: {OtherTitle}\n\n{{|fix:{OtherTitle}|}}\n\n{Abstracts.Owls}\n"
                ),
            ],
            ["Keep this copy; remove that at line 3"],
            0,
            ("a.digest", $"Mar 11\n\n{Bells.TrimEnd()}\nsee: {OtherTitle}\n\n{OtherTitle}\n\n{Abstracts.Owls}\n")
        );

    [Fact]
    public void Of_near_copies_either_text_can_be_taken_and_what_differs_is_shown()
    {
        (string, string)[] digests =
        [
            ("a.digest", $"Mar 11\n\n{Title}\nnote: first\n\n{Abstracts.Owls}\ntags: birds\n"),
            ("b.digest", $"Mar 12\n\n{{|fix:{Title}|}}\n\n{NearOwls}\nurl: https://example.org/owls\n"),
        ];
        string[] titles =
        [
            "Take the text of a.digest, line 3 (“two metres” here, “half a metre” there)",
            "Write this text to a.digest, line 3",
        ];
        FixChecks.Check(digests, titles, 0, ("b.digest", $"Mar 12\n\n{Title}\n\n{Abstracts.Owls}\nurl: https://example.org/owls\n"));
        FixChecks.Check(digests, titles, 1, ("a.digest", $"Mar 11\n\n{Title}\nnote: first\n\n{NearOwls}\ntags: birds\n"));
    }

    [Fact]
    public void A_text_that_is_taken_comes_as_one_line()
    {
        var wrapped = Abstracts.Owls.Replace(". A small", ".\nA small");
        FixChecks.Check(
            [("a.digest", First(Title, wrapped)), ("b.digest", $"Mar 12\n\n{{|fix:{Title}|}}\n\n{NearOwls}\n")],
            ["Take the text of a.digest, line 3 (“two metres” here, “half a metre” there)", "Write this text to a.digest, line 3"],
            0,
            ("b.digest", First(Title, Abstracts.Owls).Replace("Mar 11", "Mar 12")[..^(Bells.Length + 1)])
        );
    }

    [Fact]
    public void Of_two_titles_either_can_be_taken() =>
        FixChecks.Check(
            [("a.digest", First(Title, Abstracts.Owls)), ("b.digest", $"Mar 12\n\n{{|fix:{OtherTitle}|}}\n\n{Abstracts.Owls}\n")],
            [
                "Take the title of a.digest, line 3 (“Four Microphones and a …” here, “What Owls Hear Below the …” there)",
                "Write this title to a.digest, line 3",
            ],
            0,
            ("b.digest", $"Mar 12\n\n{Title}\n\n{Abstracts.Owls}\n")
        );

    [Fact]
    public void An_abstract_that_is_missing_is_taken_from_a_copy() =>
        FixChecks.Check(
            [
                ("a.digest", $"Mar 11\n\n{{|fix:{Title}|}}\nnote: soon\n\n{Bells}"),
                ("b.digest", First(Title, Abstracts.Owls).Replace("Mar 11", "Mar 12")),
            ],
            ["Take the abstract of b.digest, line 3"],
            0,
            ("a.digest", $"Mar 11\n\n{Title}\nnote: soon\n\n{Abstracts.Owls}\n\n{Bells}")
        );

    [Fact]
    public void A_title_without_abstract_can_be_removed() =>
        FixChecks.Check(
            [("a.digest", $"Mar 11\n\n{{|fix:{Title}|}}\n\n{Bells}")],
            ["Remove this title"],
            0,
            ("a.digest", $"Mar 11\n\n{Bells}")
        );

    [Fact]
    public void A_title_that_is_missing_is_taken_from_a_copy() =>
        FixChecks.Check(
            [
                ("a.digest", $"Mar 11\n\n{{|fix:Barn owls|}}{Abstracts.Owls["Barn owls".Length..]}\n\n{Bells}"),
                ("b.digest", First(Title, Abstracts.Owls).Replace("Mar 11", "Mar 12")),
            ],
            ["Take the title of b.digest, line 3"],
            0,
            ("a.digest", First(Title, Abstracts.Owls))
        );

    [Fact]
    public void A_cut_abstract_is_completed_from_the_longest_copy() =>
        FixChecks.Check(
            [
                ("a.digest", $"Mar 11\n\n{Title}\n\n{CutOwls[..^"do…".Length]}{{|fix:do…|}}\ntags: birds\n"),
                ("b.digest", First(Title, Abstracts.Owls).Replace("Mar 11", "Mar 12")),
            ],
            ["Complete it from b.digest, line 3"],
            0,
            ("a.digest", $"Mar 11\n\n{Title}\n\n{Abstracts.Owls}\ntags: birds\n")
        );

    [Theory]
    [InlineData("2026-03-11.digest", "Mar 11, 2026")]
    [InlineData("papers-2025-12-01-evening.digest", "Dec 1, 2025")]
    public void A_date_line_is_inserted_where_the_name_holds_a_date(string name, string line) =>
        FixChecks.Check(
            [(name, $"new\n\nSubscribe\n\n{{|fix:The Inner Shape|}}{Bells["The Inner Shape".Length..]}")],
            [$"Insert ‘{line}’, the date in the file's name"],
            0,
            (name, $"new\n\nSubscribe\n\n{line}\n\n{Bells}")
        );

    [Fact]
    public void A_date_line_is_not_made_up() =>
        FixChecks.Check([("march.digest", $"{{|fix:The Inner|}}{Bells["The Inner".Length..]}")], []);
}
