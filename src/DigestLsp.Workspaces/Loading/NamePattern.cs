namespace DigestLsp.Workspaces;

/// <summary>Matches a file's name with a pattern of <c>*</c>, <c>?</c> and <c>[…]</c>; <c>\</c> takes the next character as it is.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name matches as a whole, in time of at most the product of both lengths.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name, bool foldsCase)
    {
        var (p, n, star, resume) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, n);
            }
            else if (p < pattern.Length && MatchesOne(pattern, p, name[n], foldsCase, out var next))
            {
                p = next;
                n++;
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }
        return pattern[p..].TrimStart('*').IsEmpty;
    }

    private static bool MatchesOne(ReadOnlySpan<char> pattern, int at, char c, bool foldsCase, out int next)
    {
        next = at + 1;
        switch (pattern[at])
        {
            case '?':
                return true;
            case '[':
                return MatchesClass(pattern, at + 1, c, foldsCase, out next);
            case '\\':
                next = at + 2;
                return next <= pattern.Length && AreSame(pattern[at + 1], c, foldsCase);
            default:
                return AreSame(pattern[at], c, foldsCase);
        }
    }

    /// <summary>A class of characters; one that does not end matches nothing.</summary>
    private static bool MatchesClass(ReadOnlySpan<char> pattern, int at, char c, bool foldsCase, out int next)
    {
        var isNegated = at < pattern.Length && pattern[at] is '!' or '^';
        at += isNegated ? 1 : 0;
        var isFound = false;
        for (var first = at; at < pattern.Length && (pattern[at] != ']' || at == first); )
        {
            if (pattern[at..].StartsWith("[:") && pattern[at..].IndexOf(":]") is >= 2 and var length)
            {
                isFound |= IsOf(pattern.Slice(at + 2, length - 2), c);
                at += length + 2;
                continue;
            }
            var low = Literal(pattern, ref at);
            var high = low;
            if (at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']')
            {
                at++;
                high = Literal(pattern, ref at);
            }
            isFound |= IsBetween(c, low, high) || (foldsCase && (IsBetween(Lower(c), low, high) || IsBetween(Upper(c), low, high)));
        }
        next = at + 1;
        return at < pattern.Length && isFound != isNegated;
    }

    private static char Literal(ReadOnlySpan<char> pattern, ref int at)
    {
        at += pattern[at] == '\\' && at + 1 < pattern.Length ? 1 : 0;
        return pattern[at++];
    }

    private static bool IsOf(ReadOnlySpan<char> name, char c) =>
        name switch
        {
            "alnum" => char.IsAsciiLetterOrDigit(c),
            "alpha" => char.IsAsciiLetter(c),
            "blank" => c is ' ' or '\t',
            "cntrl" => c is < ' ' or '\x7F',
            "digit" => char.IsAsciiDigit(c),
            "graph" => c is > ' ' and < '\x7F',
            "lower" => char.IsAsciiLetterLower(c),
            "print" => c is >= ' ' and < '\x7F',
            "punct" => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)),
            "space" => c is ' ' or (>= '\t' and <= '\r'),
            "upper" => char.IsAsciiLetterUpper(c),
            "xdigit" => char.IsAsciiHexDigit(c),
            _ => false,
        };

    private static bool IsBetween(char c, char low, char high) => low <= c && c <= high;

    private static bool AreSame(char left, char right, bool foldsCase) => left == right || (foldsCase && Lower(left) == Lower(right));

    private static char Lower(char c) => char.ToLowerInvariant(c);

    private static char Upper(char c) => char.ToUpperInvariant(c);
}
