using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Features;

/// <summary>Sorts the sections of a digest by their dates.</summary>
public static class DateOrder
{
    /// <summary>Days of a year without a number, in which every date is possible.</summary>
    private const int DaysOfYear = 366;

    /// <summary>
    /// The changes that sort sections, in the direction that most of them follow already, each with all that stands in it. None
    /// where the order is not certain: where a date is impossible, or only some have a year.
    /// </summary>
    public static ImmutableArray<TextChange> ChangesOf(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var sections = new List<List<SyntaxNode>>();
        // What stands above the first date stays there.
        var above = new List<SyntaxNode>();
        foreach (var entry in tree.Root.ChildNodes())
        {
            if (entry is DateLineSyntax)
            {
                sections.Add([]);
            }
            (sections.Count == 0 ? above : sections[^1]).Add(entry);
        }
        var dates = sections.Select(section => ((DateLineSyntax)section[0]).Date).ToList();
        if (dates.Any(date => !date.IsPossible) || dates.Select(date => date.Year > 0).Distinct().Count() != 1)
        {
            return [];
        }
        var days = Days(dates);
        var steps = days.Zip(days.Skip(1), (before, after) => after.CompareTo(before)).ToList();
        var direction = steps.Count(step => step < 0) > steps.Count(step => step > 0) ? -1 : 1;
        var order = Enumerable.Range(0, sections.Count).OrderBy(index => direction * days[index]);
        var first = above.Count == 0 ? 0 : 1;
        List<SyntaxNode>[] parts = above.Count == 0 ? [.. sections] : [above, .. sections];
        return EntryOrder.ChangesOf(tree, parts, [.. Enumerable.Range(0, first), .. order.Select(index => index + first)]);
    }

    /// <summary>
    /// Dates as numbers that order as they do. Without years, January follows December: the year begins behind the longest stretch
    /// without a date.
    /// </summary>
    private static List<int> Days(List<DigestDate> dates)
    {
        if (dates[0].Year > 0)
        {
            return [.. dates.Select(date => (((date.Year * 13) + date.Month) * 32) + date.Day)];
        }
        var days = dates.Select(date => new DateTime(2000, date.Month, date.Day, 0, 0, 0, DateTimeKind.Unspecified).DayOfYear).ToList();
        var sorted = days.Distinct().Order().ToList();
        var start = sorted
            .Select((day, index) => (Day: day, Gap: index == 0 ? day + DaysOfYear - sorted[^1] : day - sorted[index - 1]))
            .MaxBy(candidate => candidate.Gap)
            .Day;
        return [.. days.Select(day => (day - start + DaysOfYear) % DaysOfYear)];
    }
}
