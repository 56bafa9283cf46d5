using System.Text;

namespace DigestLsp.Parsing;

/// <summary>What web pages put between entries, and what is copied along with them: buttons, counts, page numbers, drawn lines.</summary>
public static class BoilerplateLines
{
    private const int Longest = 60;
    private const int LongestPageNumber = 3;
    private const int WordsOfName = 3;

    /// <summary>By their first character. A zero stands for any number, a space for any white space.</summary>
    private static readonly byte[][][] Phrases = ByFirstCharacter(
        "upvote",
        "upvote 0",
        "upvote +0",
        "0 upvotes",
        "read more",
        "show more",
        "share",
        "share this paper",
        "abstract",
        "abstract:",
        "abstract.",
        "view pdf",
        "view arxiv page",
        "view on arxiv",
        "add to collection",
        "sign up or log in to comment",
        "0 authors",
        "#0 paper of the day",
        "page 0",
        "page 0 of 0",
        "0 / 0",
        "+0"
    );

    /// <summary>Whether text, without white space around it, is boilerplate and can be nothing else.</summary>
    public static bool IsBoilerplate(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= Longest && (IsPhrase(text) || IsPublication(text) || IsDrawnLine(text));

    /// <summary>Whether text is boilerplate, or most probably so: a bare number, or who gave the paper to the page.</summary>
    internal static bool IsProbable(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= Longest && (IsPhrase(text) || IsPublication(text) || IsPageNumber(text) || IsSubmission(text));

    private static bool IsPhrase(ReadOnlySpan<byte> text)
    {
        foreach (var phrase in Phrases[Folded(text[0]) & 0x7F])
        {
            if (Matches(text, phrase))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Matches(ReadOnlySpan<byte> text, ReadOnlySpan<byte> phrase)
    {
        foreach (var expected in phrase)
        {
            var length =
                expected == '0' ? Digits(text)
                : expected == ' ' ? Space(text)
                : !text.IsEmpty && Folded(text[0]) == expected ? 1
                : 0;
            if (length == 0)
            {
                return false;
            }
            text = text[length..];
        }
        return text.IsEmpty;
    }

    /// <summary>'Published on' and a date.</summary>
    private static bool IsPublication(ReadOnlySpan<byte> text) =>
        Opens(text, "published on "u8) && DateLines.Parse(text["published on ".Length..]) is not null;

    /// <summary>'Submitted by' and a short name, perhaps on the next line.</summary>
    private static bool IsSubmission(ReadOnlySpan<byte> text)
    {
        if (!Opens(text, "submitted by"u8))
        {
            return false;
        }
        var words = 0;
        for (var rest = text["submitted by".Length..]; !rest.IsEmpty; words++)
        {
            var space = Space(rest);
            if (space == 0)
            {
                return false;
            }
            rest = rest[space..];
            var word = rest.IndexOfAny(" \t\r\n"u8);
            rest = rest[(word < 0 ? rest.Length : word)..];
        }
        return words <= WordsOfName;
    }

    private static bool IsPageNumber(ReadOnlySpan<byte> text) => text.Length <= LongestPageNumber && Digits(text) == text.Length;

    /// <summary>A line drawn from signs: <c>---</c>, <c>* * *</c>.</summary>
    private static bool IsDrawnLine(ReadOnlySpan<byte> text) =>
        text.IndexOfAnyExcept("-*_=~# "u8) < 0 && text.Length - text.Count((byte)' ') >= 3;

    private static bool Opens(ReadOnlySpan<byte> text, ReadOnlySpan<byte> opening) =>
        text.Length >= opening.Length && Ascii.EqualsIgnoreCase(text[..opening.Length], opening);

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return length < 0 ? text.Length : length;
    }

    private static int Space(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExcept(" \t\r\n"u8);
        return length < 0 ? text.Length : length;
    }

    /// <summary>Lower case, and a zero for every digit.</summary>
    private static byte Folded(byte value) =>
        Letters.IsUpper(value) ? (byte)(value | 0x20)
        : Letters.IsDigit(value) ? (byte)'0'
        : value;

    private static byte[][][] ByFirstCharacter(params string[] phrases)
    {
        var byFirst = new byte[128][][];
        Array.Fill(byFirst, []);
        foreach (var group in phrases.GroupBy(phrase => phrase[0]))
        {
            byFirst[group.Key] = [.. group.Select(Encoding.ASCII.GetBytes)];
        }
        return byFirst;
    }
}
