using System.Buffers;

namespace DigestLsp.Analyzers;

/// <summary>How far a link in prose reaches.</summary>
internal static class LinkText
{
    private const int LongestScheme = 12;

    /// <summary>What no link holds. Backslashes are let in: TeX writes <c>\_</c> within links.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\u00A0<>\"“”‘’«»`{}|^$（），。；、");

    /// <summary>The start of the scheme before <c>://</c>; the colon itself where none stands there.</summary>
    public static int StartOfScheme(ReadOnlySpan<char> text, int colon, int floor)
    {
        floor = Math.Max(floor, colon - LongestScheme);
        var start = colon;
        while (start > floor && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }
        return start;
    }

    /// <summary>The end of the link whose host starts at a position, without the punctuation of the sentence around it.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];
        var length = rest.IndexOfAny(Ends);
        return start + Trim(length < 0 ? rest : rest[..length]);
    }

    /// <summary>The length without punctuation at the end; a closing bracket stays where its opening one is part of the link.</summary>
    private static int Trim(ReadOnlySpan<char> link)
    {
        var parentheses = link.Count('(') - link.Count(')');
        var brackets = link.Count('[') - link.Count(']');
        while (link.Length > 0)
        {
            switch (link[^1])
            {
                case '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '\\':
                    break;
                case ')' when parentheses < 0:
                    parentheses++;
                    break;
                case ']' when brackets < 0:
                    brackets++;
                    break;
                default:
                    return link.Length;
            }
            link = link[..^1];
        }
        return 0;
    }
}
