using System.Text;
using DigestLsp.Syntax;

namespace DigestLsp.Parsing;

/// <summary>Reads date lines: <c>Mar 11</c>, <c>March 11, 2025</c> and <c>2025-03-11</c>.</summary>
public static class DateLines
{
    private const int Longest = 18; // "September 30, 2025"

    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// <summary>The date that a line, without white space around it, has the shape of, possible or not; null for any other line.</summary>
    public static DigestDate? Parse(ReadOnlySpan<byte> line)
    {
        if (line.Length is < 5 or > Longest || !Ascii.IsValid(line))
        {
            return null;
        }
        return Letters.IsDigit(line[0]) ? ParseIso(line) : ParseNamed(line);
    }

    /// <summary>Reads <c>2025-03-11</c>.</summary>
    public static DigestDate? ParseIso(ReadOnlySpan<byte> text) =>
        text.Length == 10
        && text[4] == '-'
        && text[7] == '-'
        && Number(text[..4]) is { } year
        && Number(text[5..7]) is { } month
        && Number(text[8..]) is { } day
            ? new DigestDate(year, month, day)
            : null;

    private static DigestDate? ParseNamed(ReadOnlySpan<byte> line)
    {
        var space = line.IndexOf((byte)' ');
        if (space < 3 || MonthOf(line[..space]) is not { } month)
        {
            return null;
        }
        var rest = line[(space + 1)..];
        var comma = rest.IndexOf(", "u8);
        var year = 0;
        if (comma >= 0)
        {
            var written = rest[(comma + 2)..];
            if (written.Length != 4 || Number(written) is not { } named)
            {
                return null;
            }
            year = named;
            rest = rest[..comma];
        }
        return rest.Length is 1 or 2 && Number(rest) is { } day ? new DigestDate(year, month, day) : null;
    }

    private static int? MonthOf(ReadOnlySpan<byte> word)
    {
        for (var i = 0; i < Months.Length; i++)
        {
            if (Ascii.Equals(word, Months[i]) || Ascii.Equals(word, Months[i].AsSpan(0, 3)))
            {
                return i + 1;
            }
        }
        return null;
    }

    private static int? Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!Letters.IsDigit(digit))
            {
                return null;
            }
            number = (number * 10) + (digit - '0');
        }
        return number;
    }
}
