using DigestLsp.Syntax;
using DigestLsp.Testing;
using DigestLsp.Text;
using FsCheck.Fluent;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>How digests are laid out.</summary>
public class DigestLayoutTests
{
    private const string Tidy =
        $"new\n\nSubscribe\n\nMar 11\n\nListening for Voles\narxiv: 2501.00001\n\n{Owls}\nnote: a\n\nA Bell\n\n{Bells}\n";

    [Fact]
    public void A_tidy_digest_stays_as_it_is() => Check(Tidy, Tidy);

    [Fact]
    public void Lines_of_a_banner_may_stand_together() =>
        Check("new\nSubscribe\nMar 11\n\nA Bell\n", "new\nSubscribe\n\nMar 11\n\nA Bell\n");

    [Fact]
    public void White_space_at_both_ends_of_a_line_and_blank_lines_too_many_go() =>
        Check(
            $"\n \n  new \t\n\n\n\n Subscribe\n\nMar 11\n \n \nListening for Voles \n arxiv: 2501.00001\n\n\n{Owls}\u00A0\nnote: a\n\n\n\u3000A Bell\n\n{Bells} \n\n\n",
            Tidy
        );

    [Fact]
    public void A_blank_line_stands_between_dates_titles_abstracts_and_papers() =>
        Check($"new\n\nSubscribe\n\nMar 11\nListening for Voles\narxiv: 2501.00001\n\n{Owls}\nnote: a\n\nA Bell\n{Bells}\n", Tidy);

    [Fact]
    public void Lines_of_one_title_or_abstract_stay_as_they_are() =>
        Check(
            $"Mar 11\n\nListening\nfor Voles\n\n{Owls.Replace(". ", ".\n")}\n",
            $"Mar 11\n\nListening\nfor Voles\n\n{Owls.Replace(". ", ".\n")}\n"
        );

    [Theory]
    [InlineData("A Bell", false, "A Bell")]
    [InlineData("A Bell\n\nA bell rings. We listen.", true, "A Bell\n\nA bell rings. We listen.\n")]
    [InlineData("A Bell\n", true, "A Bell\n")]
    [InlineData("A Bell\n\n\n", false, "A Bell\n")]
    [InlineData("A Bell  ", false, "A Bell")]
    [InlineData("", true, "")]
    [InlineData(" \n", true, " \n")]
    [InlineData("\uFEFF  A Bell\n", true, "\uFEFFA Bell\n")]
    public void The_last_line_has_one_end_or_none(string digest, bool insert, string expected) => Check(digest, expected, insert);

    [Fact]
    public void An_end_that_is_put_to_the_only_line_is_LF() => Assert.Equal("A Bell\n", Laid("A Bell", insertFinalLineEnd: true));

    [Fact]
    public void Lines_end_as_most_do() => Assert.Equal("A Bell\r\n\r\n" + Bells + "\r\n", Laid("A Bell\r\n\n" + Bells + "\r\n"));

    [Fact]
    public void A_stretch_is_laid_out_by_itself()
    {
        var tree = SyntaxTree.Parse(SourceText.From($"A Bell \n\n\n{Bells}\n\n\n\nA Lake \n\n\n{Glaciers} \n"));
        var lake = tree.Text.ToString().IndexOf("A Lake", StringComparison.Ordinal);

        var after = tree.WithChanges([.. DigestLayout.ChangesOf(tree, within: new(lake, "A Lake \n".Length))]);

        Assert.Equal($"A Bell \n\n\n{Bells}\n\n\n\nA Lake\n\n{Glaciers} \n", after.Text.ToString());
    }

    [Fact]
    public void Nothing_but_white_space_changes_and_a_second_time_nothing() =>
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                DigestGenerators.Edited(pieces: 14, edits: 2),
                digest =>
                {
                    var text = digest.Edits.Aggregate(digest.Text, (current, edit) => RelativeEdit.Apply(current, edit.In(current)));
                    var before = SyntaxTree.Parse(SourceText.From(text));
                    var after = before.WithChanges([.. DigestLayout.ChangesOf(before)]);
                    Assert.Equal(Words(before), Words(after));
                    Assert.Equal(Papers(before), Papers(after));
                    Assert.Empty(DigestLayout.ChangesOf(after));
                    Assert.Empty(DigestLayout.ChangesOf(SyntaxTree.Parse(after.Text)));
                }
            )
        );

    /// <summary>Where a blank line would make a banner a title there is none; line ends become one kind all the same.</summary>
    [Theory]
    [InlineData("\nDaily Papers\r\r")]
    [InlineData("\n\nDaily Papers\r\nDaily Papers\r\r")]
    public void What_is_left_as_it_is_is_left_a_second_time(string end)
    {
        var before = SyntaxTree.Parse(SourceText.From(Bells + end));
        var after = before.WithChanges([.. DigestLayout.ChangesOf(before)]);
        Assert.Empty(DigestLayout.ChangesOf(after));
    }

    private static IEnumerable<string> Words(SyntaxTree tree) =>
        tree.Root.DescendantTokens().Select(token => tree.Text.ToString(token.Span)).Where(line => line.Length > 0);

    private static IEnumerable<string> Papers(SyntaxTree tree) =>
        tree.Root.Papers.Select(paper =>
            $"{paper.Title?.Text}|{paper.Abstract?.Text}|{string.Join(';', paper.Metadata.Select(line => line.ToString()))}"
        );

    private static void Check(string digest, string expected, bool insertFinalLineEnd = false)
    {
        foreach (var ending in MarkedText.LineEndings)
        {
            Assert.Equal(expected.Replace("\n", ending), Laid(digest.Replace("\n", ending), insertFinalLineEnd));
        }
    }

    private static string Laid(string digest, bool insertFinalLineEnd = false)
    {
        var tree = SyntaxTree.Parse(SourceText.From(digest));
        return tree.WithChanges([.. DigestLayout.ChangesOf(tree, insertFinalLineEnd)]).Text.ToString();
    }
}
