using DigestLsp.Text;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>What can be written at <c>{|caret:|}</c>, and what the digest is then.</summary>
public class CompletionsTests
{
    private const string Library =
        $"Mar 10\n\nLakes That Leave\ntags: ice, radar\n\n{Glaciers}\n\nListening for Voles\nauthors: Ada Finch, Grace Heron\n\n{Owls}\n\n"
        + $"Reasons in Recipes\nauthors: Ada Finch\ntags: cooking\n\n{Recipes}";

    private static readonly DateOnly Today = new(2026, 3, 11);

    [Theory]
    [InlineData("see: {|caret:|}", "Lakes That Leave", "Listening for Voles", "Reasons in Recipes")]
    [InlineData("see: li{|caret:|}", "Listening for Voles")]
    [InlineData("see: voles listening{|caret:|}", "Listening for Voles")]
    [InlineData("see: vôlés{|caret:|}", "Listening for Voles")]
    [InlineData("see: L{|caret:|}akes of Old", "Lakes That Leave", "Listening for Voles")]
    [InlineData("see: Lakes That Leave\nsee: {|caret:|}", "Listening for Voles", "Reasons in Recipes")]
    [InlineData("see: Lakes{|caret:|} That Leave", "Lakes That Leave")]
    [InlineData("see: bell{|caret:|}")]
    [InlineData("se{|caret:|}e: L")]
    public void Titles_of_other_papers_follow_see(string metadata, params string[] expected) => CheckBelow(metadata, expected);

    [Theory]
    [InlineData("see:{|caret:|}", "see: Lakes That Leave")]
    [InlineData("see: {|caret:|}", "see: Lakes That Leave")]
    [InlineData("see:   {|caret:|}", "see:   Lakes That Leave")]
    [InlineData("see: lakes{|caret:|} of old", "see: Lakes That Leave")]
    [InlineData("see: {|caret:|}lakes", "see: Lakes That Leave")]
    [InlineData("tags: r{|caret:|}", "tags: radar")]
    [InlineData("tags:{|caret:|}", "tags: cooking")]
    [InlineData("tags: ice,{|caret:|}", "tags: ice, cooking")]
    [InlineData("tags: ic{|caret:|}y , radar", "tags: ice , radar")]
    [InlineData("tags: ice, {|caret:|}, cooking", "tags: ice, radar, cooking")]
    [InlineData("authors: her{|caret:|}", "authors: Grace Heron")]
    public void The_best_one_takes_the_place_of_what_stands_there(string metadata, string expected) =>
        CheckApplied($"Mar 11\n\nWhat a Bell Remembers\n{metadata}\n\n{Bells}", $"Mar 11\n\nWhat a Bell Remembers\n{expected}\n\n{Bells}");

    [Theory]
    [InlineData("tags: {|caret:|}", "cooking", "ice", "radar")]
    [InlineData("tags: ICE, {|caret:|}", "cooking", "radar")]
    [InlineData("tags: bronze{|caret:|}")]
    [InlineData("authors: {|caret:|}", "Ada Finch", "Grace Heron")]
    [InlineData("authors: Ada Finch, H{|caret:|}", "Grace Heron")]
    [InlineData("authors: inch{|caret:|}")]
    [InlineData("note: {|caret:|}")]
    [InlineData("arxiv: {|caret:|}")]
    public void Tags_and_authors_are_those_of_the_workspace(string metadata, params string[] expected) => CheckBelow(metadata, expected);

    [Fact]
    public void Tags_that_more_digests_have_come_first() =>
        CheckLabels(
            ["ice", "bronze"],
            ("a.digest", $"Mar 1\n\nLakes That Leave\ntags: bronze, ice\n\n{Glaciers}"),
            ("b.digest", $"Mar 2\n\nListening for Voles\ntags: ice\n\n{Owls}"),
            ("c.digest", $"Mar 3\n\nWhat a Bell Remembers\ntags: {{|caret:|}}\n\n{Bells}")
        );

    [Fact]
    public void A_title_comes_once_and_from_the_latest_digest()
    {
        foreach (
            var scene in Scene.Of(
                ("a.digest", $"Mar 1\n\nLakes That Leave\n\n{Glaciers}"),
                ("b.digest", $"Mar 2\n\nLakes that leave\n\n{Glaciers}"),
                ("c.digest", $"Mar 3\n\nWhat a Bell Remembers\nsee: la{{|caret:|}}\n\n{Bells}")
            )
        )
        {
            var item = Assert.Single(ItemsOf(scene));
            Assert.Equal(("Lakes that leave", "b.digest", CompletionKind.Title), (item.Label, item.Detail, item.Kind));
            Assert.StartsWith(
                "**Lakes that leave**\n\nMeltwater lakes on glaciers drain",
                Completions.Describe(scene.Snapshot, item.Title!.Value),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Titles_are_so_many_that_a_list_can_be_read()
    {
        var papers = string.Concat(Enumerable.Range(0, 120).Select(i => $"The Sound of Bell Number {i}\n\n{Bells} It is bell {i}.\n\n"));
        foreach (var typed in new[] { "", "bell ", "bell number 7" })
        {
            foreach (
                var scene in Scene.Of(
                    ("a.digest", $"Mar 1\n\n{papers}"),
                    ("b.digest", $"Mar 2\n\nLakes That Leave\nsee: {typed}{{|caret:|}}\n\n{Glaciers}")
                )
            )
            {
                var result = Completions.At(scene.Snapshot, scene.Document, scene.Caret, Today);
                Assert.True(result.IsIncomplete);
                Assert.Equal(typed.EndsWith('7') ? 11 : Completions.Limit, result.Items.Length);
                Assert.All(result.Items, item => Assert.StartsWith($"{typed} ", item.FilterText, StringComparison.Ordinal));
            }
        }
        foreach (
            var scene in Scene.Of(("a.digest", papers), ("b.digest", $"Lakes That Leave\nsee: bell number 7{{|caret:|}}\n\n{Glaciers}"))
        )
        {
            Assert.Equal("The Sound of Bell Number 7", ItemsOf(scene)[0].Label);
        }
    }

    [Theory]
    [InlineData("{|caret:|}")]
    [InlineData("a{|caret:|}")]
    [InlineData("  a{|caret:|}")]
    public void Keys_stand_below_a_title(string line) => CheckBelow(line, "arxiv", "doi", "url", "authors", "tags", "see", "note");

    [Fact]
    public void Keys_stand_below_other_metadata_and_come_once_but_for_those_that_may_come_again() =>
        CheckBelow("tags: a\nurl: https://example.org\n{|caret:|}", "arxiv", "doi", "authors", "see", "note", "url");

    [Fact]
    public void Keys_stand_below_the_end_of_an_abstract() =>
        CheckApplied(
            $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}\nar{{|caret:|}}\n\nLakes That Leave\n\n{Glaciers}",
            $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}\narxiv: \n\nLakes That Leave\n\n{Glaciers}"
        );

    [Theory]
    [InlineData("Mar 11\n\nWhat a B{|caret:|}\n\n" + Bells)]
    [InlineData("Mar 11\n\nWhat a Bell Remembers\n{|caret:|}The second line of it\n\n" + Bells)]
    [InlineData("Mar 11\n\nWhat a Bell Remembers\nthe second{|caret:|}\n\n" + Bells)]
    [InlineData("Mar 11\n\nWhat a Bell Remembers\n\nA bell rings, and:{|caret:|}\n")]
    [InlineData("Mar 11\n\nWhat a Bell Remembers\n\nA bell rings. It rings again at partials that its\nf{|caret:|}")]
    [InlineData("Mar 11\n\nWhat a Bell Remembers\n\n" + Bells + "{|caret:|}")]
    [InlineData("Mar 11\n\nWhat a Bell Remembers\n\nn{|caret:|}")]
    [InlineData("Mar 11\n\nWhat a Bell Remembers\n{|caret:|}\nLakes\n\n" + Bells, "keys")]
    [InlineData("Mar 11\n\nWhat a Bell Remembers\n\n{|caret:|}\n" + Bells)]
    [InlineData("Mar 1{|caret:|}1\n\nWhat a Bell Remembers\n\n" + Bells)]
    [InlineData("new\ns{|caret:|}\n\nMar 11\n")]
    public void Titles_and_abstracts_are_left_in_peace(string digest, string? keys = null)
    {
        foreach (var scene in Scene.Of(("march.digest", digest)))
        {
            Assert.All(ItemsOf(scene), item => Assert.True(keys is not null && item.Kind == CompletionKind.Key));
        }
    }

    [Theory]
    [InlineData("{|caret:|}", "Mar 11, 2026")]
    [InlineData("{|caret:|}\nWhat a Bell Remembers\n\n" + Bells, "Mar 11, 2026\n\nWhat a Bell Remembers\n\n" + Bells)]
    [InlineData("new\nSubscribe\n{|caret:|}", "new\nSubscribe\n\nMar 11, 2026")]
    [InlineData("new\n\n  {|caret:|}\n\nWhat a Bell Remembers\n", "new\n\nMar 11, 2026\n\nWhat a Bell Remembers\n")]
    public void At_the_top_the_date_comes_first(string digest, string expected) => CheckApplied(digest, expected);

    [Theory]
    [InlineData("Mar 10", "Mar 11")]
    [InlineData("March 10", "March 11")]
    [InlineData("Mar 10, 2026", "Mar 11, 2026")]
    [InlineData("2026-03-10", "2026-03-11")]
    public void Another_section_is_dated_as_the_others_are(string last, string expected) =>
        CheckApplied(
            $"{last}\n\nWhat a Bell Remembers\n\n{Bells}\n\n{{|caret:|}}",
            $"{last}\n\nWhat a Bell Remembers\n\n{Bells}\n\n{expected}",
            2
        );

    [Theory]
    [InlineData(Bells + "\n\n{|caret:|}", Bells + "\n\n${1:Title}\n\n${2:Abstract.}")]
    [InlineData(Bells + "\n\n{|caret:|}\n", Bells + "\n\n${1:Title}\n\n${2:Abstract.}\n")]
    [InlineData(Bells + "\n\n{|caret:|}\nLakes That Leave\n", Bells + "\n\n${1:Title}\n\n${2:Abstract.}\n\nLakes That Leave\n")]
    public void A_new_paper_stands_apart_from_the_others(string rest, string expected)
    {
        var head = "Mar 11\n\nWhat a Bell Remembers\n\n";
        CheckApplied(head + rest, head + expected);
        CheckApplied(
            head + rest,
            head + expected.Replace("${1:Title}", "${1:Title}\narxiv: ${2:2501.00001}").Replace("${2:Abstract.}", "${3:Abstract.}"),
            1
        );
    }

    [Fact]
    public void Right_below_an_abstract_a_blank_line_is_put_above_a_new_paper()
    {
        foreach (var scene in Scene.Of(("march.digest", $"What a Bell Remembers\n\n{Bells}\n{{|caret:|}}")))
        {
            var items = ItemsOf(scene);
            Assert.Equal(CompletionKind.Key, items[0].Kind);
            var entry = items.First(item => item.Kind == CompletionKind.Entry);
            Assert.Equal($"What a Bell Remembers\n\n{Bells}\n\n${{1:Title}}\n\n${{2:Abstract.}}", Applied(scene, entry));
        }
    }

    [Theory]
    [InlineData("${1:Title}\n\n${2:Abstract.}", "Title\n\nAbstract.")]
    [InlineData("a $1 {b} ${", "a $1 {b} ${")]
    public void A_snippet_reads_as_plain_text_where_there_are_no_places(string snippet, string expected) =>
        Assert.Equal(expected, SnippetText.Plain(snippet));

    [Fact]
    public void Keywords_follow_what_is_typed_in_other_papers()
    {
        var workspace = new Workspaces.Workspace();
        workspace.Open("a", 1, $"Lakes That Leave\ntags: ice\n\n{Glaciers}\n\nWhat a Bell Remembers\ntags: \n\n{Bells}");
        Assert.Equal(["ice"], Labels());

        workspace.Change("a", 2, [new(new(new(1, 6), new(1, 9)), "iron")]);

        Assert.Equal(["iron"], Labels());

        IEnumerable<string> Labels() =>
            Completions.At(workspace.Current, workspace.Current.GetDocument("a")!, new(6, 6), Today).Items.Select(item => item.Label);
    }

    private static void CheckBelow(string metadata, params string[] expected) =>
        CheckLabels(expected, ("library.digest", Library), ("march.digest", $"Mar 11\n\nWhat a Bell Remembers\n{metadata}\n\n{Bells}"));

    private static void CheckLabels(string[] expected, params (string Name, string Marked)[] digests)
    {
        foreach (var scene in Scene.Of(digests))
        {
            Assert.Equal(expected, ItemsOf(scene).Select(item => item.Label));
        }
    }

    private static void CheckApplied(string digest, string expected, int index = 0)
    {
        foreach (var scene in Scene.Of(("library.digest", Library), ("march.digest", digest)))
        {
            Assert.Equal(expected, Applied(scene, ItemsOf(scene)[index]));
        }
    }

    private static IReadOnlyList<CompletionItem> ItemsOf(Scene scene)
    {
        var items = Completions.At(scene.Snapshot, scene.Document, scene.Caret, Today).Items;
        Assert.All(
            items,
            item =>
            {
                // As the protocol wants it: on the caret's line, and holding the caret.
                Assert.Equal((scene.Caret.Line, scene.Caret.Line), (item.Range.Start.Line, item.Range.End.Line));
                Assert.InRange(scene.Caret.Character, item.Range.Start.Character, item.Range.End.Character);
            }
        );
        return items;
    }

    private static string Applied(Scene scene, CompletionItem item)
    {
        var text = scene.Document.GetTree()!.Text;
        var span = TextSpan.FromBounds(text.GetPosition(item.Range.Start), text.GetPosition(item.Range.End));
        return text.WithChanges(new TextChange(span, item.NewText)).ToString().Replace("\r\n", "\n").Replace('\r', '\n');
    }
}
