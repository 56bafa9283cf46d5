using DigestLsp.Workspaces;
using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG2006.</summary>
public class RepeatedDigestRuleTests
{
    private static readonly (string Title, string Text)[] Papers =
    [
        ("Listening for Voles Under Snow", Owls),
        ("What a Bell Remembers of Its Founder", Bells),
        ("Lakes That Leave in July", Glaciers),
        ("The Reading Cook and Her Recipes", Recipes),
    ];

    [Fact]
    public void A_digest_that_is_repeated_says_so_at_its_date()
    {
        var finding = Check(("b.digest", Digest("{|DG2006:Mar 12|}", isRepeated: true)), ("a.digest", Digest("Mar 11", isRepeated: false)))
            .Single(IsOfRule);

        Assert.Equal("All 4 papers of this digest stand in an earlier one, a.digest", finding.Message);
        Assert.Equal(4, finding.Related.Length);
    }

    [Fact]
    public void Without_a_date_the_first_paper_says_so()
    {
        var finding = Assert.Single(Found(("2026-03-11.digest", Digest("")), ("2026-03-12.digest", Digest(""))), IsOfRule);

        Assert.Equal("All 4 papers of this digest stand in an earlier one, 2026-03-11.digest", finding.Message);
        Assert.Equal(4, finding.Range.Start.Line);
    }

    [Theory]
    [InlineData(9, 1, true)]
    [InlineData(19, 1, true)]
    [InlineData(8, 1, false)]
    [InlineData(3, 0, true)]
    [InlineData(2, 0, false)]
    public void Nine_in_ten_are_enough_and_three_at_least(int repeated, int added, bool isReported)
    {
        var earlier = "Mar 11\n\n" + Numbered(0, 20);
        var later = "Mar 12\n\n" + Numbered(0, repeated) + Numbered(100, added);

        var found = Found(("a", earlier), ("b", later)).Where(IsOfRule).ToList();

        Assert.Equal(isReported, found.Count == 1);
        Assert.True(
            !isReported
                || added == 0
                || found[0].Message == $"{repeated} of the {repeated + added} papers of this digest stand in an earlier one, a"
        );
    }

    [Fact]
    public void Papers_of_several_earlier_digests_make_a_review_and_no_repetition() =>
        Assert.DoesNotContain(
            Found(("a", "Mar 11\n\n" + Numbered(0, 3)), ("b", "Mar 12\n\n" + Numbered(3, 3)), ("c", "Mar 13\n\n" + Numbered(0, 6))),
            IsOfRule
        );

    [Fact]
    public void Of_two_files_with_one_name_the_folder_is_told_too() =>
        Assert.Contains(
            "an earlier one, first/a",
            Found(("/first/a", "Mar 11\n\n" + Numbered(0, 4)), ("/second/a", "Mar 12\n\n" + Numbered(0, 4))).Single(IsOfRule).Message
        );

    [Fact]
    public void Of_several_digests_the_earliest_is_named()
    {
        var found = Found(("a", "Mar 13\n\n" + Numbered(0, 4)), ("b", "Mar 12\n\n" + Numbered(0, 4)), ("c", "Mar 11\n\n" + Numbered(0, 4)))
            .Where(IsOfRule)
            .ToList();

        Assert.Equal(2, found.Count);
        Assert.All(found, finding => Assert.Contains("an earlier one, c", finding.Message));
    }

    [Fact]
    public void An_edit_of_either_digest_counts_at_once()
    {
        var workspace = new Workspace();
        workspace.Open("a", 1, "Mar 11\n\n" + Numbered(0, 3));
        workspace.Open("b", 1, "Mar 12\n\n" + Numbered(0, 3));
        Assert.True(IsReported());

        var before = workspace.Current;
        workspace.Change("a", 2, [new(null, "Mar 11\n\n" + Numbered(0, 2))]);
        Assert.Contains("b", workspace.Current.PathsAffectedSince(before));
        Assert.False(IsReported());

        workspace.Change("a", 3, [new(null, "Mar 11\n\n" + Numbered(0, 3))]);
        Assert.True(IsReported());
        before = workspace.Current;
        workspace.Change("a", 4, [new(null, "Mar 13\n\n" + Numbered(0, 3))]);
        Assert.Contains("b", workspace.Current.PathsAffectedSince(before));
        Assert.False(IsReported());

        bool IsReported() => DocumentAnalysis.Diagnose(workspace.Current, workspace.Current.GetDocument("b")!).Any(IsOfRule);
    }

    private static string Digest(string date, bool? isRepeated = null) =>
        $"Subscribe\n\n{date}\n\n"
        + string.Join(
            "\n\n",
            Papers.Select(paper => $"{(isRepeated == true ? $"{{|DG2001:{paper.Title}|}}" : paper.Title)}\n\n{paper.Text}")
        )
        + "\n";

    /// <summary>Papers that have a number of their own, and little else in common.</summary>
    private static string Numbered(int first, int count) =>
        string.Concat(
            Enumerable
                .Range(first, count)
                .Select(i =>
                {
                    var random = new Random(i);
                    var words = Owls.Split(' ').Concat(Bells.Split(' ')).Concat(Glaciers.Split(' ')).Concat(Recipes.Split(' ')).ToArray();
                    random.Shuffle(words);
                    return $"The {words[0]} and {words[1]} of {words[2]} {i}\n\n{string.Join(' ', words[..60])}. It ends. So it does.\n\n";
                })
        );

    private static IEnumerable<Diagnostic> Found(params (string Path, string Text)[] digests)
    {
        var workspace = new Workspace();
        foreach (var (path, text) in digests)
        {
            workspace.Open(path, 1, text);
        }
        return workspace.Current.Documents.SelectMany(document => DocumentAnalysis.Diagnose(workspace.Current, document));
    }

    private static bool IsOfRule(Diagnostic finding) => finding.Descriptor.Id == "DG2006";
}
