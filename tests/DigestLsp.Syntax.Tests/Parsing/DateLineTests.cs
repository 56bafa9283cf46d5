using System.Text;
using DigestLsp.Parsing;
using DigestLsp.Text;
using static DigestLsp.Syntax.Tests.Parsing.DigestCheck;

namespace DigestLsp.Syntax.Tests.Parsing;

public class DateLineTests
{
    [Theory]
    [InlineData("Mar 11", 0, 3, 11, true)]
    [InlineData("March 1", 0, 3, 1, true)]
    [InlineData("May 5", 0, 5, 5, true)]
    [InlineData("Sep 30, 2025", 2025, 9, 30, true)]
    [InlineData("September 30, 2025", 2025, 9, 30, true)]
    [InlineData("2024-02-29", 2024, 2, 29, true)]
    [InlineData("Feb 29", 0, 2, 29, true)]
    [InlineData("Feb 29, 2023", 2023, 2, 29, false)]
    [InlineData("Feb 30", 0, 2, 30, false)]
    [InlineData("Apr 31, 2025", 2025, 4, 31, false)]
    [InlineData("2025-13-01", 2025, 13, 1, false)]
    [InlineData("2025-00-10", 2025, 0, 10, false)]
    [InlineData("Jan 0", 0, 1, 0, false)]
    [InlineData("Jan 99", 0, 1, 99, false)]
    [InlineData("9999-12-31", 9999, 12, 31, true)]
    public void A_line_of_the_shape_of_a_date_is_one_possible_or_not(string line, int year, int month, int day, bool possible)
    {
        var date = DateLines.Parse(Encoding.UTF8.GetBytes(line));

        Assert.Equal(new DigestDate(year, month, day), date);
        Assert.Equal(possible, date!.Value.IsPossible);

        var tree = SyntaxTree.Parse(SourceText.From($"  {line} \n"));
        Assert.Equal(date, Assert.Single(tree.Root.DateLines).Date);
    }

    [Theory]
    [InlineData("Mar")]
    [InlineData("Mar 111")]
    [InlineData("mar 11")]
    [InlineData("Marc 11")]
    [InlineData("Mar 11,2025")]
    [InlineData("Mar 11, 25")]
    [InlineData("Mar 11, 20255")]
    [InlineData("Mar  11")]
    [InlineData("Mar 1x")]
    [InlineData("March of the Penguins")]
    [InlineData("2025-3-11")]
    [InlineData("2025-03-11T00:00")]
    [InlineData("2025/03/11")]
    [InlineData("")]
    public void Any_other_line_is_none(string line) => Assert.Null(DateLines.Parse(Encoding.UTF8.GetBytes(line)));

    [Fact]
    public void Dates_open_sections()
    {
        Parses(
            $$"""
            {|Title:Before any Date|}

            {|Abstract:{{LongAbstract}}|}

            {|Date:Mar 11|}

            {|Title:Rivers of Sand|}

            {|Abstract:{{LongAbstract}}|}

            {|Title:Deltas of Silt|}

            {|Abstract:{{LongAbstract}}|}

            {|Date:Mar 12|}

            {|Date:2025-03-13|}

            {|Title:Lakes of Clay|}

            {|Abstract:{{LongAbstract}}|}
            """
        );

        var tree = SyntaxTree.Parse(
            SourceText.From($"A\n\n{LongAbstract}\n\nMar 11\n\nB\n\n{LongAbstract}\n\nMar 12\n\n2025-03-13\n\nC\n\n{LongAbstract}\n")
        );
        Assert.Equal(
            [(null, 1), ("03-11", 1), ("03-12", 0), ("2025-03-13", 1)],
            tree.Root.Sections().Select(section => (section.DateLine?.Date.ToString(), section.Papers.Count))
        );
    }

    [Fact]
    public void A_date_may_stand_right_over_a_title_and_right_under_an_abstract() =>
        Parses(
            $$"""
            {|Date:Mar 11|}
            {|Title:Rivers of Sand|}

            {|Abstract:{{LongAbstract}}|}
            {|Date:Mar 12|}

            {|Title:Deltas of Silt|}

            {|Abstract:{{LongAbstract}}|}
            """
        );

    [Fact]
    public void Dates_order_by_year_month_and_day()
    {
        DigestDate[] dates = [new(0, 3, 11), new(0, 12, 1), new(2024, 12, 31), new(2025, 1, 1), new(2025, 1, 2)];

        Assert.Equal(dates, dates.Reverse().Order());
    }
}
