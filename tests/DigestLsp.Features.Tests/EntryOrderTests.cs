using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Testing;
using DigestLsp.Text;
using FsCheck.Fluent;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>Papers sorted by title, and sections by date.</summary>
public class EntryOrderTests
{
    private const string Bell = $"What a Bell Remembers\n\n{Bells}\nnote: a";
    private const string Lake = $"lakes that leave\narxiv: 2501.00001\n\n{Glaciers}";
    private const string Owl = $"“Listening” for Voles\n\n{Owls}";

    [Fact]
    public void Papers_are_sorted_within_their_sections() =>
        Check(
            TitleOrder.ChangesOf,
            $"new\n\n{Bell}\n\n{Owl}\n\nMar 11\n\n{Bell}\n\n\n{Owl}\n\n{Lake}\n\nMar 10\n\n{Owl}\n\n{Lake}",
            $"new\n\n{Owl}\n\n{Bell}\n\nMar 11\n\n{Lake}\n\n\n{Owl}\n\n{Bell}\n\nMar 10\n\n{Lake}\n\n{Owl}"
        );

    [Fact]
    public void What_is_no_paper_stays_and_papers_without_title_come_last() =>
        Check(
            TitleOrder.ChangesOf,
            $"Mar 11\n\n{Recipes}\n\n{Owl}\n\nUpvote 12\n\n{Lake}\n",
            $"Mar 11\n\n{Lake}\n\n{Owl}\n\nUpvote 12\n\n{Recipes}\n"
        );

    [Theory]
    [InlineData("Part 2", "Part 10")]
    [InlineData("Éclairs", "Eclipses")]
    [InlineData("a bell", "A Lake")]
    [InlineData("$k$-Means", "K-Means Again")]
    [InlineData("Bell", "Bell Tower")]
    [InlineData("Bell: A Tower", "Bells")]
    public void Titles_are_compared_as_people_do(string first, string second) =>
        Assert.True(string.CompareOrdinal(TitleOrder.KeyOf(first), TitleOrder.KeyOf(second)) < 0);

    [Fact]
    public void Titles_that_differ_in_case_alone_are_equal_and_stay() =>
        Check(
            TitleOrder.ChangesOf,
            $"Mar 11\n\nA Lake\n\n{Glaciers}\n\nA LAKE\n\n{Owls}",
            $"Mar 11\n\nA Lake\n\n{Glaciers}\n\nA LAKE\n\n{Owls}"
        );

    [Fact]
    public void Sections_are_sorted_with_all_that_they_hold() =>
        Check(
            DateOrder.ChangesOf,
            $"new\n\n{Owl}\n\nMar 11\n\n{Bell}\n\nUpvote 12\n\nMar 9\n\n{Lake}\n\n{Owl}\n\nMar 10\n\n{Owl}\n\nMar 12\n",
            $"new\n\n{Owl}\n\nMar 9\n\n{Lake}\n\n{Owl}\n\nMar 10\n\n{Owl}\n\nMar 11\n\n{Bell}\n\nUpvote 12\n\nMar 12\n"
        );

    [Theory]
    [InlineData("Mar 1|Mar 3|Mar 2", "Mar 1|Mar 2|Mar 3")]
    [InlineData("Mar 3|Mar 2|Mar 4|Mar 1", "Mar 4|Mar 3|Mar 2|Mar 1")]
    [InlineData("Dec 30|Jan 2|Dec 31|Jan 3", "Dec 30|Dec 31|Jan 2|Jan 3")]
    [InlineData("Jan 3, 2026|Dec 30, 2025|Jan 4, 2026|Jan 5, 2026", "Dec 30, 2025|Jan 3, 2026|Jan 4, 2026|Jan 5, 2026")]
    [InlineData("2026-01-03|2025-12-30", "2026-01-03|2025-12-30")]
    [InlineData("2025-12-30|2026-01-03|Feb 1, 2026|Jan 31, 2026", "2025-12-30|2026-01-03|Jan 31, 2026|Feb 1, 2026")]
    [InlineData("Mar 2|Mar 1, 2026|Mar 3", "Mar 2|Mar 1, 2026|Mar 3")]
    [InlineData("Feb 30|Feb 1|Feb 2", "Feb 30|Feb 1|Feb 2")]
    [InlineData("Mar 2|Mar 1|Mar 1|Mar 3|Mar 4", "Mar 1|Mar 1|Mar 2|Mar 3|Mar 4")]
    public void Dates_follow_the_direction_of_most(string before, string after)
    {
        string[] papers = [Bell, Lake, Owl, $"Recipes\n\n{Recipes}", $"Two Recipes\n\n{Recipes}"];
        var dates = before.Split('|');
        var sections = dates.Zip(papers).ToList();
        // Equal dates keep their order.
        var expected = after.Split('|').Select(date => TakeFirst(date)).ToList();
        Check(DateOrder.ChangesOf, Digest(dates.Zip(papers)), Digest(expected));

        (string, string) TakeFirst(string date)
        {
            var index = sections.FindIndex(section => section.First == date);
            var section = sections[index];
            sections.RemoveAt(index);
            return section;
        }

        static string Digest(IEnumerable<(string Date, string Paper)> parts) =>
            string.Join("\n\n", parts.Select(part => $"{part.Date}\n\n{part.Paper}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("new\n\nWhat a Bell Remembers\n")]
    public void Where_there_is_nothing_to_sort_nothing_changes(string digest)
    {
        Check(TitleOrder.ChangesOf, digest, digest);
        Check(DateOrder.ChangesOf, digest, digest);
    }

    [Fact]
    public void Every_paper_and_every_line_is_there_again_and_a_second_time_nothing_moves() =>
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                DigestGenerators.Edited(pieces: 20, edits: 2),
                digest =>
                {
                    var text = digest.Edits.Aggregate(digest.Text, (current, edit) => RelativeEdit.Apply(current, edit.In(current)));
                    foreach (
                        var sort in new Func<SyntaxTree, IEnumerable<TextChange>>[]
                        {
                            t => TitleOrder.ChangesOf(t),
                            t => DateOrder.ChangesOf(t),
                        }
                    )
                    {
                        var before = SyntaxTree.Parse(SourceText.From(text));
                        var after = before.WithChanges([.. sort(before)]);
                        Assert.Equal(Entries(before), Entries(after));
                        Assert.Equal(Characters(before), Characters(after));
                        Assert.Empty(sort(SyntaxTree.Parse(SourceText.From(after.Text.ToString()))));
                    }
                }
            )
        );

    /// <summary>Papers with their metadata, and all other lines, whatever their order.</summary>
    private static IEnumerable<string> Entries(SyntaxTree tree) =>
        tree
            .Root.ChildNodes()
            .Select(entry => $"{entry.Kind}|{(entry as PaperSyntax)?.Title?.Text}|{(entry as PaperSyntax)?.Abstract?.Text}|{entry}")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<char> Characters(SyntaxTree tree) => tree.Text.ToString().Order();

    private static void Check(Func<SyntaxTree, ImmutableArray<TextChange>> sort, string digest, string expected)
    {
        foreach (var ending in MarkedText.LineEndings)
        {
            var tree = SyntaxTree.Parse(SourceText.From(digest.Replace("\n", ending, StringComparison.Ordinal)));
            var sorted = tree.WithChanges([.. sort(tree)]).Text.ToString();
            Assert.Equal(expected, sorted.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        }
    }
}
