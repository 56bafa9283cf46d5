using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Workspaces.Tests;

public class DigestOrderTests
{
    [Theory]
    [InlineData("2025-03-11", "a.digest", "2025-03-11")]
    [InlineData("Mar 11, 2025", "a.digest", "2025-03-11")]
    [InlineData("Mar 11", "a.digest", "03-11")]
    [InlineData("Mar 11", "2025-03-12.digest", "2025-03-11")]
    [InlineData("Mar 11, 2024", "2025-03-12.digest", "2024-03-11")]
    [InlineData("What a Bell Remembers", "papers-2025-03-12_final.digest", "2025-03-12")]
    [InlineData("Feb 30\n\nMar 11", "a.digest", "03-11")]
    [InlineData("Mar 11\n\nFeb 2", "a.digest", "03-11")]
    [InlineData("Feb 30", "2025-03-12.digest", "2025-03-12")]
    [InlineData("", "2025-02-30.digest", "00-00")]
    [InlineData("", "12025-03-12.digest", "00-00")]
    [InlineData("", "2025-03-123.digest", "00-00")]
    [InlineData("", "２０２５-03-12.digest", "00-00")]
    [InlineData("", "2024-13-01-2025-03-12.digest", "2025-03-12")]
    public void The_date_is_that_of_the_first_date_line_and_else_that_in_the_name(string text, string name, string expected) =>
        Assert.Equal(expected, Of(name, text).Date.ToString());

    [Fact]
    public void A_date_in_the_name_of_a_folder_does_not_count() => Assert.Equal("00-00", Of("2025-03-12/a.digest", "").Date.ToString());

    [Fact]
    public void Digests_are_ordered_by_year_month_day_and_path()
    {
        DigestOrder[] ordered =
        [
            Of("z.digest", ""),
            Of("b.digest", "Jan 2"),
            Of("a.digest", "Mar 11"),
            Of("b.digest", "Mar 11"),
            Of("a.digest", "Dec 30, 2024"),
            Of("a.digest", "Jan 2, 2025"),
            Of("2025-01-03.digest", ""),
        ];

        Assert.Equal(ordered, ordered.Reverse().Order());
    }

    private static DigestOrder Of(string name, string text) => DigestOrder.Of("/digests/" + name, SyntaxTree.Parse(SourceText.From(text)));
}
