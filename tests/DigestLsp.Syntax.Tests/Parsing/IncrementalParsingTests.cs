using DigestLsp.Testing;
using DigestLsp.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Syntax.Tests.Parsing;

/// <summary>Whatever is typed, the tree is the one that reading the whole text afresh gives; and what was not touched is shared.</summary>
public class IncrementalParsingTests
{
    /// <summary>2,000 digests with 50 edits each: a hundred thousand edits.</summary>
    [Fact]
    public void Every_edit_gives_the_tree_of_a_full_parse() =>
        ForAll(
            2_000,
            DigestGenerators.Edited(pieces: 12, edits: 50),
            digest =>
            {
                var plain = digest.Text;
                var tree = Parse(plain);
                foreach (var edit in digest.Edits)
                {
                    var change = edit.In(plain);
                    plain = RelativeEdit.Apply(plain, change);
                    tree = tree.WithChanges(change);
                    Assert.True(Parse(plain).HasSameShape(tree));
                }
                TreeCheck.Covers(tree, plain);
                TreeCheck.Equal(Parse(plain), tree);
            }
        );

    [Fact]
    public void So_do_edits_of_digests_of_many_papers() =>
        ForAll(
            100,
            DigestGenerators.Edited(pieces: 300, edits: 30),
            digest =>
            {
                var plain = digest.Text;
                var tree = Parse(plain);
                foreach (var edit in digest.Edits)
                {
                    var change = edit.In(plain);
                    plain = RelativeEdit.Apply(plain, change);
                    tree = tree.WithChanges(change);
                    Assert.True(Parse(plain).HasSameShape(tree));
                }
                TreeCheck.Equal(Parse(plain), tree);
            }
        );

    [Fact]
    public void So_do_several_changes_at_once() =>
        ForAll(
            2_000,
            DigestGenerators.Edited(pieces: 20, edits: 6),
            digest =>
            {
                var changes = RelativeEdit.In(digest.Text, digest.Edits);
                var edited = RelativeEdit.Apply(digest.Text, changes);

                TreeCheck.Equal(Parse(edited), Parse(digest.Text).WithChanges(changes));
            }
        );

    [Fact]
    public void Undoing_every_edit_brings_the_first_tree_back() =>
        ForAll(
            500,
            DigestGenerators.Edited(pieces: 12, edits: 20),
            digest =>
            {
                var plain = digest.Text;
                var tree = Parse(plain);
                var undo = new Stack<TextChange>();
                foreach (var edit in digest.Edits)
                {
                    var change = edit.In(plain);
                    undo.Push(new(new(change.Span.Start, change.NewText.Length), plain.Substring(change.Span.Start, change.Span.Length)));
                    plain = RelativeEdit.Apply(plain, change);
                    tree = tree.WithChanges(change);
                }
                foreach (var change in undo)
                {
                    tree = tree.WithChanges(change);
                }
                Assert.Equal(digest.Text, tree.Text.ToString());
                TreeCheck.Equal(Parse(digest.Text), tree);
            }
        );

    [Fact]
    public void A_text_read_in_one_go_gives_the_tree_that_its_halves_give() =>
        ForAll(
            60,
            DigestGenerators.Edited(pieces: 3_000, edits: 1),
            digest =>
            {
                var cut = digest.Edits[0].In(digest.Text).Span.Start;

                var first = Parse(digest.Text[..cut]);
                var both = first.WithChanges(new TextChange(new(cut, 0), digest.Text[cut..]));

                Assert.True(Parse(digest.Text).HasSameShape(both));
            }
        );

    [Fact]
    public void A_paste_of_ten_thousand_lines_and_its_removal_are_edits_like_any_other()
    {
        var text = Papers(100);
        var pasted = Papers(2_500, "Pasted");
        var middle = text.IndexOf("Title 50", StringComparison.Ordinal);
        var tree = Parse(text);

        var after = tree.WithChanges(new TextChange(new(middle, 0), pasted));
        TreeCheck.Equal(Parse(text.Insert(middle, pasted)), after);
        Assert.Equal(2_600, after.PaperCount);

        TreeCheck.Equal(tree, after.WithChanges(new TextChange(new(middle, pasted.Length), "")));
    }

    [Fact]
    public void Deleting_across_sections_joins_them()
    {
        var text = "Mar 11\n\n" + Papers(20, "First") + "Mar 12\n\n" + Papers(20, "Second");
        var from = text.IndexOf("First 15", StringComparison.Ordinal);
        var to = text.IndexOf("Second 5", StringComparison.Ordinal);

        var tree = Parse(text).WithChanges(new TextChange(TextSpan.FromBounds(from, to), ""));

        TreeCheck.Equal(Parse(text.Remove(from, to - from)), tree);
        Assert.Equal(30, Assert.Single(tree.Root.Sections()).Papers.Count);
    }

    [Fact]
    public void Typing_in_one_paper_keeps_all_others_as_they_are()
    {
        var text = Papers(1_000);
        var tree = Parse(text);
        var at = text.IndexOf("bed of a river", text.IndexOf("Title 500", StringComparison.Ordinal), StringComparison.Ordinal);

        var edited = tree.WithChanges(new TextChange(new(at, 0), "wide "));

        var shared = tree.Root.Papers.Zip(edited.Root.Papers, (before, after) => after.SharesContentWith(before)).ToList();
        Assert.Equal([499], Enumerable.Range(0, 1_000).Where(i => !shared[i]));
    }

    [Theory]
    [InlineData("Title 500", "Tidal")]
    [InlineData("The bed of a river moves. We count how often", "The bad")]
    [InlineData("of it.\n\nTitle 501", "of us")]
    public void A_letter_in_place_of_another_makes_another_paper(string place, string replacement)
    {
        var text = Papers(1_000);
        var tree = Parse(text);
        var at = text.IndexOf(place, text.IndexOf("Title 500", StringComparison.Ordinal), StringComparison.Ordinal);

        var edited = tree.WithChanges(new TextChange(new(at, replacement.Length), replacement));

        Assert.False(edited.Root.GetPaper(499).SharesContentWith(tree.Root.GetPaper(499)));
        Assert.True(edited.Root.GetPaper(498).SharesContentWith(tree.Root.GetPaper(498)));
        Assert.True(edited.Root.GetPaper(500).SharesContentWith(tree.Root.GetPaper(500)));
    }

    [Fact]
    public void Papers_that_are_shared_have_the_same_text() =>
        ForAll(
            500,
            DigestGenerators.Edited(pieces: 20, edits: 12),
            digest =>
            {
                var tree = Parse(digest.Text);
                foreach (var edit in digest.Edits)
                {
                    var before = tree.Root.Papers.ToList();
                    tree = tree.WithChanges(edit.In(tree.Text.ToString()));
                    foreach (var paper in tree.Root.Papers)
                    {
                        var shared = before.Where(paper.SharesContentWith).ToList();
                        Assert.All(shared, old => Assert.Equal(old.ToFullString(), paper.ToFullString()));
                    }
                }
            }
        );

    [Fact]
    public void A_new_paper_keeps_all_others_as_they_are()
    {
        var text = Papers(1_000);
        var tree = Parse(text);
        var at = text.IndexOf("Title 500", StringComparison.Ordinal);

        var edited = tree.WithChanges(new TextChange(new(at, 0), Papers(1, "New")));

        var others = edited.Root.Papers.Where((_, i) => i != 499).ToList();
        Assert.Equal(1_001, edited.PaperCount);
        Assert.All(tree.Root.Papers.Zip(others), pair => Assert.True(pair.First.SharesContentWith(pair.Second)));
    }

    [Fact]
    public void A_date_line_put_among_the_papers_keeps_them_as_they_are()
    {
        var text = Papers(100);
        var tree = Parse(text);

        var edited = tree.WithChanges(new TextChange(new(text.IndexOf("Title 50", StringComparison.Ordinal), 0), "Mar 12\n\n"));

        Assert.Equal([49, 51], edited.Root.Sections().Select(section => section.Papers.Count));
        Assert.All(tree.Root.Papers.Zip(edited.Root.Papers), pair => Assert.True(pair.First.SharesContentWith(pair.Second)));
    }

    [Fact]
    public void What_is_attached_to_a_paper_stays_with_it_until_its_text_changes()
    {
        var text = Papers(3);
        var tree = Parse(text);
        var computed = 0;
        string Title(PaperSyntax paper)
        {
            computed++;
            return paper.Title!.Text;
        }

        Assert.All(tree.Root.Papers, paper => paper.GetOrAttach(Title));
        Assert.All(tree.Root.Papers, paper => paper.GetOrAttach(Title));
        Assert.Equal(3, computed);

        var edited = tree.WithChanges(new TextChange(new(0, 0), "The "));
        Assert.Equal(
            ["The Title 1 of Rivers", "Title 2 of Rivers", "Title 3 of Rivers"],
            edited.Root.Papers.Select(p => p.GetOrAttach(Title))
        );
        Assert.Equal(4, computed);
    }

    private static string Papers(int count, string title = "Title") =>
        string.Concat(Enumerable.Range(1, count).Select(i => $"{title} {i} of Rivers\n\n{DigestCheck.ShortAbstract}\n\n"));

    private static SyntaxTree Parse(string text) => SyntaxTree.Parse(SourceText.From(text));

    private static void ForAll(int tests, Arbitrary<EditedDigest> digests, Action<EditedDigest> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(digests, check));
}
