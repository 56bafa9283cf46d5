using DigestLsp.Testing;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>Other names for titles and terms.</summary>
public class RenamingTests
{
    private const string Reference = $"Mar 2\n\nLakes That Leave\n\n{Glaciers}\nsee: what a bell remembers";

    [Theory]
    [InlineData("What a Bell{|caret:|} Remembers", "Mar 1")]
    [InlineData("{|caret:|}What a Bell Remembers", "Mar 1, 2025")]
    [InlineData("What a Bell Remembers{|caret:|}", "Mar 1")]
    public void A_title_is_renamed_at_all_its_places_and_in_the_references_to_it(string title, string date) =>
        Check(
            "What a Bell Forgets",
            [
                ("a.digest", $"{date}\n\n{title}\n\n{Bells}\n\nWhat a bell remembers.\n\n{Recipes}\n\nHearing Walls\n\n{Bells}"),
                ("b.digest", Reference),
            ],
            [
                ("a.digest", $"{date}\n\nWhat a Bell Forgets\n\n{Bells}\n\nWhat a Bell Forgets\n\n{Recipes}\n\nHearing Walls\n\n{Bells}"),
                ("b.digest", Reference.Replace("what a bell remembers", "What a Bell Forgets", StringComparison.Ordinal)),
            ]
        );

    [Fact]
    public void From_a_reference_the_paper_is_renamed_that_it_names() =>
        Check(
            " What a Bell Forgets ",
            [
                ("a.digest", $"Mar 1\n\nWhat a Bell Remembers\narxiv: 2501.00001\n\n{Bells}"),
                ("b.digest", Reference.Replace("what", "wh{|caret:|}at", StringComparison.Ordinal)),
            ],
            [
                ("a.digest", $"Mar 1\n\nWhat a Bell Forgets\narxiv: 2501.00001\n\n{Bells}"),
                ("b.digest", Reference.Replace("what a bell remembers", "What a Bell Forgets", StringComparison.Ordinal)),
            ]
        );

    [Fact]
    public void A_title_may_be_spelled_otherwise() =>
        Check(
            "What a Bell Remembers",
            [("a.digest", $"Mar 1\n\nWHAT A {{|caret:|}}BELL REMEMBERS\n\n{Bells}"), ("b.digest", Reference)],
            [
                ("a.digest", $"Mar 1\n\nWhat a Bell Remembers\n\n{Bells}"),
                ("b.digest", Reference.Replace("what a bell remembers", "What a Bell Remembers", StringComparison.Ordinal)),
            ]
        );

    [Theory]
    [InlineData("", "A title cannot be empty")]
    [InlineData(" \t ", "A title cannot be empty")]
    [InlineData("Two\nLines", "A title stands on one line, without tabs")]
    [InlineData("Two\rLines", "A title stands on one line, without tabs")]
    [InlineData("Two\tColumns", "A title stands on one line, without tabs")]
    [InlineData("?!", "‘?!’ has no words")]
    [InlineData("lakes that leave", "Another paper has this title: b.digest, line 3")]
    [InlineData("Mar 11", "‘Mar 11’ would not be read as a title in a.digest")]
    [InlineData("Subscribe", "‘Subscribe’ would not be read as a title in a.digest")]
    [InlineData(
        "Bells ring. Walls hear. Nobody listens.",
        "‘Bells ring. Walls hear. Nobody listens.’ would not be read as a title in a.digest"
    )]
    public void A_title_that_is_none_or_another_papers_is_refused(string title, string problem) =>
        CheckRefused(problem, title, ("a.digest", $"Mar 1\n\nWhat a {{|caret:|}}Bell Remembers\n\n{Bells}"), ("b.digest", Reference));

    [Theory]
    [InlineData("Mar 1\n\nWhat a Bell Remembers\n\nA bell {|caret:|}rings. We listen.")]
    [InlineData("Ma{|caret:|}r 1\n\nWhat a Bell Remembers\n\nA bell rings. We listen.")]
    [InlineData("Mar 1\n\nWhat a Bell Remembers\n\nA bell rings. We listen.\nsee: Lo{|caret:|}st")]
    [InlineData("{|caret:|}")]
    public void Elsewhere_nothing_is_renamed(string digest)
    {
        foreach (var scene in Scene.Of(("a.digest", digest)))
        {
            Assert.Null(Renaming.Prepare(scene.Snapshot, scene.Document, scene.Caret));
            Assert.Null(Renaming.Compute(scene.Snapshot, scene.Document, scene.Caret, "What a Bell Forgets"));
        }
    }

    [Theory]
    [InlineData("Mar 1\n\n[|What a {|caret:|}Bell Remembers|]\n\nA bell rings. We listen.", "What a Bell Remembers")]
    [InlineData("Mar 1\n\nBells\n\nA bell rings. We listen.\nsee: [|be{|caret:|}lls|]", "Bells")]
    [InlineData("Mar 1\n\n[|Tide{|caret:|}Net|]: Gauges That Talk\n\nWe let gauges talk.", "TideNet")]
    [InlineData("Mar 1\n\nGauges\n\nA tide gauge network (TGN) lets gauges talk. [|TGN|]s{|caret:|} need power.", "TGN")]
    public void What_will_be_renamed_is_told_before(string digest, string name)
    {
        foreach (var scene in Scene.Of(("a.digest", digest)))
        {
            var target = Renaming.Prepare(scene.Snapshot, scene.Document, scene.Caret)!;

            scene.AssertMarked([new(scene.Document.Path, target.Range)]);
            Assert.Equal(name, target.Name);
        }
    }

    [Fact]
    public void A_term_is_renamed_at_all_mentions_and_plurals_stay_plurals()
    {
        const string text =
            "Mar 1\n\nTideNet: Gauges That Talk\n\nA tide gauge network (@TGN) lets gauges talk. TGNs need power, and a TGN-based forecast does not. "
            + "TGNX is another thing.\n\nAgain\n\nOf TGNs and others. It is all about a TGN.";
        Check(
            "GT",
            [("a.digest", text.Replace("@", "{|caret:|}", StringComparison.Ordinal)), ("b.digest", "Mar 2\n\nGauges\n\nNo TGN talks.")],
            [
                (
                    "a.digest",
                    text.Replace("@", "", StringComparison.Ordinal)
                        .Replace("TGN", "GT", StringComparison.Ordinal)
                        .Replace("GTX", "TGNX", StringComparison.Ordinal)
                ),
                ("b.digest", "Mar 2\n\nGauges\n\nNo GT talks."),
            ]
        );
    }

    [Fact]
    public void References_follow_a_title_that_changes_with_a_term() =>
        Check(
            "SeaNet",
            [
                ("a.digest", "Mar 1\n\nTide{|caret:|}Net: Gauges That Talk\n\nWe let gauges talk. TideNet needs little power."),
                ("b.digest", $"Mar 2\n\nLakes That Leave\n\n{Glaciers}\nsee: tidenet: gauges that talk"),
            ],
            [
                ("a.digest", "Mar 1\n\nSeaNet: Gauges That Talk\n\nWe let gauges talk. SeaNet needs little power."),
                ("b.digest", $"Mar 2\n\nLakes That Leave\n\n{Glaciers}\nsee: SeaNet: Gauges That Talk"),
            ]
        );

    [Fact]
    public void A_longer_name_that_is_a_term_itself_stays() =>
        Check(
            "SeaNet",
            [
                ("a.digest", "Mar 1\n\nTide{|caret:|}Net: Gauges That Talk\n\nWe let gauges talk. TideNet needs little power."),
                ("b.digest", "Mar 2\n\nTideNet 2: Gauges That Sing\n\nWe let gauges sing. TideNet 2 sings where TideNet talks."),
            ],
            [
                ("a.digest", "Mar 1\n\nSeaNet: Gauges That Talk\n\nWe let gauges talk. SeaNet needs little power."),
                ("b.digest", "Mar 2\n\nTideNet 2: Gauges That Sing\n\nWe let gauges sing. TideNet 2 sings where SeaNet talks."),
            ]
        );

    [Theory]
    [InlineData("", "‘’ is not one word of letters, digits and hyphens")]
    [InlineData("Sea Net", "‘Sea Net’ is not one word of letters, digits and hyphens")]
    [InlineData("Sea\nNet", "‘Sea\nNet’ is not one word of letters, digits and hyphens")]
    [InlineData("-SeaNet", "‘-SeaNet’ is not one word of letters, digits and hyphens")]
    [InlineData("Sea--Net", "‘Sea--Net’ is not one word of letters, digits and hyphens")]
    [InlineData("seanet", "‘seanet’ has neither a capital nor a digit, and would not be known for a name")]
    [InlineData("SNs", "‘SNs’ is a plural")]
    [InlineData("QUAY", "‘QUAY’ has a meaning already: b.digest, line 5")]
    [InlineData("Sea", "‘Sea: Gauges That Talk’ would be the title of two papers; the other is b.digest, line 7")]
    public void A_name_that_is_none_or_has_a_meaning_is_refused(string name, string problem) =>
        CheckRefused(
            problem,
            name,
            ("a.digest", "Mar 1\n\nTide{|caret:|}Net: Gauges That Talk\n\nWe let gauges talk. TideNet needs little power."),
            (
                "b.digest",
                "Mar 2\n\nCranes\n\nCranes on a QUAY are loud. We listened. TideNet did too.\n\nsea: gauges that talk!\n\nAnother paper. It is another."
            )
        );

    [Fact]
    public void A_file_that_changed_on_the_disk_is_not_edited()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.digest", $"Mar 1\n\nWhat a Bell Remembers\n\n{Bells}");
        var workspace = new Workspace();
        workspace.Load([folder.FullName]);
        var document = workspace.Open("b", 1, $"Mar 2\n\nWhat a Bell Remembers\n\n{Recipes}").GetDocument("b")!;
        Assert.Equal(2, Renaming.Compute(workspace.Current, document, new(2, 0), "Bells")!.Edit.Documents.Length);

        folder.Write("a.digest", "Mar 1\n\nGone\n\nIt is gone.");

        var refused = Renaming.Compute(workspace.Current, document, new(2, 0), "Bells")!;
        Assert.Equal("a.digest has changed on the disk and is not yet read again", refused.Problem);
        Assert.True(refused.Edit.IsEmpty);
    }

    /// <summary>Whatever is renamed to whatever: no paper comes, goes or becomes another's twin, and no reference is lost.</summary>
    [Fact]
    public void Renaming_keeps_papers_apart_and_references_whole()
    {
        string[] names = ["Rivers of Mud", "rivers of sand", "Do rivers remember?", "Mar 11", "MUD", "see: Rivers of Sand", "new"];
        var renamed = 0;
        Prop.ForAll(
                DigestGenerators.Edited(pieces: 24, edits: 1),
                digest =>
                {
                    var workspace = new Workspace();
                    workspace.Open("a", 1, digest.Text);
                    workspace.Open("b", 1, Known);
                    var before = workspace.Current;
                    var document = before.GetDocument(digest.Edits[0].At % 2 == 0 ? "a" : "b")!;
                    var caret = document.GetTree()!.Text.GetLinePosition(digest.Edits[0].At % (document.GetTree()!.Text.Length + 1));
                    var result = Renaming.Compute(before, document, caret, names[digest.Edits[0].At % names.Length]);
                    foreach (var edit in result?.Edit.Documents ?? [])
                    {
                        var text = edit.Document.GetTree()!.Text.WithChanges([.. edit.Changes]).ToString();
                        workspace.Change(edit.Document.Path, 2, [new(null, text)]);
                        renamed++;
                    }
                    Assert.Equal(TitlesOf(before), TitlesOf(workspace.Current));
                    Assert.Equal(ResolvedIn(before), ResolvedIn(workspace.Current));
                }
            )
            .QuickCheckThrowOnFailure();
        Assert.True(renamed > 0, $"{renamed} documents were edited");
    }

    private const string Known =
        "Mar 1\n\nRivers of Sand\n\nA sand river network (SRN) moves. SRNs do not rest.\n\n"
        + "SandNet: Slow Maps\n\nWe let sand move. SandNet maps it.\nsee: Rivers of Sand\n\n"
        + "Counting Grains\n\nGrains are counted. SandNet counts them.\nsee: sandnet: slow maps\n";

    /// <summary>How often each title stands, without the titles themselves.</summary>
    private static IEnumerable<int> TitlesOf(Snapshot snapshot) =>
        snapshot
            .Documents.SelectMany(document => document.Papers)
            .Select(paper => paper.Facts.TitleKey)
            .GroupBy(key => key)
            .Select(same => same.Count())
            .Order();

    private static IEnumerable<int> ResolvedIn(Snapshot snapshot) =>
        snapshot
            .Documents.OrderBy(document => document.Order)
            .SelectMany(document => document.References)
            .Select(reference => snapshot.FindByTitle(reference.TitleKey).Length)
            .Order();

    private static void CheckRefused(string problem, string newName, params (string Name, string Marked)[] digests)
    {
        foreach (var scene in Scene.Of(digests))
        {
            var result = Renaming.Compute(scene.Snapshot, scene.Document, scene.Caret, newName)!;

            Assert.Equal(problem, result.Problem);
            Assert.True(result.Edit.IsEmpty);
        }
    }

    private static void Check(string newName, (string Name, string Marked)[] digests, (string Name, string Text)[] expected)
    {
        foreach (var scene in Scene.Of(digests))
        {
            var result = Renaming.Compute(scene.Snapshot, scene.Document, scene.Caret, newName)!;

            Assert.Null(result.Problem);
            foreach (var (name, text) in expected)
            {
                var document = scene.DocumentOf(name);
                var changes = result.Edit.Documents.SingleOrDefault(edit => edit.Document == document)?.Changes ?? [];
                var after = document.GetTree()!.Text.WithChanges([.. changes]);
                Assert.Equal(text, Scene.Normalize(after.ToString()));
            }
        }
    }
}
