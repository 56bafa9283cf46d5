using System.Buffers;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>
/// Finds the one straight quotation mark of a text that has no partner. Straight marks look the same on both sides: which side
/// one is on, its neighbours tell. A text in which any of them could be either, or inches, or a prime, is left alone.
/// </summary>
internal static class QuoteMatcher
{
    /// <summary>Shorter words before a mark are symbols, and the mark is a double prime: <c>f"</c>, <c>D"</c>.</summary>
    private const int ShortestWord = 3;

    /// <summary>What shows that a text has other quotation marks too, whose sides TeX and typography tell apart.</summary>
    private static readonly SearchValues<char> OtherMarks = SearchValues.Create("`“”„");

    private static readonly SearchValues<string> OtherNames = SearchValues.Create(
        ["''", "\\lq", "\\rq", "quotedbl"],
        StringComparison.Ordinal
    );

    /// <summary>Where the mark without a partner stands, and whether it opens; null where all pair or cannot be told.</summary>
    public static (int Position, bool Opens)? FindLonely(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('"') < 0 || text.ContainsAny(OtherMarks) || text.ContainsAny(OtherNames))
        {
            return null;
        }
        var quiet = new ProtectedSpans(text);
        (int Position, bool Opens)? lonely = null;
        var open = -1;
        for (var position = 0; text[position..].IndexOf('"') is >= 0 and var found; position++)
        {
            position += found;
            if (CharacterAt(text, position - 1) == '\\' || IsQuiet(ref quiet, position))
            {
                continue;
            }
            var opens = Opens(text, position);
            if (opens == Closes(text, position))
            {
                return null;
            }
            if (opens ? open >= 0 : open < 0)
            {
                if (lonely is not null)
                {
                    return null;
                }
                lonely = (opens ? open : position, opens);
            }
            open = opens ? position : -1;
        }
        return open < 0 ? lonely
            : lonely is null ? (open, true)
            : null;
    }

    private static bool IsQuiet(ref ProtectedSpans quiet, int position) =>
        quiet.At(position) is { Kind: ProtectedKind.Formula or ProtectedKind.Code } stretch && stretch.Span.Start <= position;

    private static bool Opens(ReadOnlySpan<char> text, int position) =>
        (IsSpace(CharacterAt(text, position - 1)) || text[position - 1] is '(' or '[' or '-' or '–' or '—' or '/')
        && char.IsLetterOrDigit(CharacterAt(text, position + 1));

    private static bool Closes(ReadOnlySpan<char> text, int position)
    {
        var after = CharacterAt(text, position + 1);
        return position > 0
            && (text[position - 1] is '.' or ',' or '!' or '?' or ')' || Before(text, position).Length >= ShortestWord)
            && (IsSpace(after) || after is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '–' or '—');
    }
}
