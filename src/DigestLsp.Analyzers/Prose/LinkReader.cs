using DigestLsp.Text;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>What is wrong with a link.</summary>
/// <param name="Span">The characters that are at fault.</param>
/// <param name="Message">One sentence, without a period.</param>
/// <param name="Repair">What mends it, where there is one reading.</param>
internal sealed record LinkFault(TextSpan Span, string Message, Repair? Repair = null);

/// <summary>Walks over the links of a text and tells of each what is wrong with it, in time linear in the text's length.</summary>
/// <param name="text">The text.</param>
internal ref struct LinkReader(ReadOnlySpan<char> text)
{
    /// <summary>A longer link is none; it bounds the time that links without white space between them take.</summary>
    private const int Longest = 1000;

    private const int LongestLabel = 300;

    private readonly ReadOnlySpan<char> _text = text;
    private int _from;
    private int _counted;
    private int _braces;
    private int _brackets;

    /// <summary>What is wrong with the current link; null where nothing is.</summary>
    public LinkFault? Fault { get; private set; }

    /// <summary>Goes to the next link, or to what is left of one.</summary>
    public bool MoveNext()
    {
        var offset = _text[_from..].IndexOf("http");
        if (offset < 0)
        {
            return false;
        }
        var start = _from + offset;
        var scheme = start + 4 + (Peek(start + 4) == 's' ? 1 : 0);
        _from = scheme;
        Fault = Read(start, scheme);
        return true;
    }

    private LinkFault? Read(int start, int scheme)
    {
        var colon = SkipSpaces(scheme);
        if (Peek(colon) != ':')
        {
            return Mark(start, scheme) ?? MissingColon(start, scheme);
        }
        var slashes = SkipSpaces(colon + 1);
        var host = slashes;
        var count = 0;
        for (; Peek(host) == '/'; host++, count++) { }
        if (count == 1 && SkipSpaces(host) is var apart && apart > host && Peek(apart) == '/')
        {
            host = apart + 1;
            count = 2;
        }
        if (count == 0 && !(slashes == scheme + 1 && LooksLikeHost(host, needsPath: true)))
        {
            return null; // ‘https: a protocol’
        }
        var target = SkipSpaces(host);
        if (count >= 1 && StartsLink(target))
        {
            _from = target;
            return new(
                TextSpan.FromBounds(start, target),
                "The beginning of this link stands twice",
                Repair.Replace(TextSpan.FromBounds(start, target), string.Empty, "Remove the first one")
            );
        }
        if (count == 2 && host == scheme + 3)
        {
            return target == host ? Whole(start, host)
                : LooksLikeHost(target, needsPath: true) ? Rejoined(start, scheme, target)
                : NoHost(start, host);
        }
        return LooksLikeHost(target, needsPath: target > host || slashes > scheme + 1 || colon > scheme)
            ? Rejoined(start, scheme, target)
            : null;
    }

    /// <summary>The words that arXiv's pages put where a link stood.</summary>
    private readonly LinkFault? Mark(int start, int scheme)
    {
        var isMark =
            _text[..start].EndsWith("this ")
            && _text[scheme..].StartsWith(" URL")
            && !char.IsLetterOrDigit(Peek(scheme + 4))
            && !_text[(scheme + 4)..].StartsWith("](")
            && !_text[(scheme + 4)..].StartsWith("</")
            && !_text[(scheme + 4)..].StartsWith(".</");
        return isMark
            ? new(
                TextSpan.FromBounds(start - 5, scheme + 4),
                $"‘{_text[(start - 5)..(scheme + 4)]}’ is what a web page shows for a link; the link itself is lost"
            )
            : null;
    }

    private readonly LinkFault? MissingColon(int start, int scheme) =>
        _text[scheme..].StartsWith("//") && LooksLikeHost(scheme + 2, needsPath: false)
            ? new(
                TextSpan.FromBounds(start, scheme + 2),
                "This link lacks its colon",
                Repair.Replace(new(scheme, 0), ":", $"Write ‘{_text[start..scheme]}://’")
            )
            : null;

    /// <summary>A link whose beginning has white space within, or too many or too few slashes.</summary>
    private LinkFault Rejoined(int start, int scheme, int target)
    {
        _from = target;
        var isSplit = _text[scheme..target].ContainsAny(" \t\r\n");
        return new(
            TextSpan.FromBounds(start, target + LinkHost.Read(_text[target..]).Length),
            isSplit ? "White space splits this link" : "This link does not have the two slashes that belong before its host",
            Repair.Replace(TextSpan.FromBounds(scheme, target), "://", $"Write ‘{_text[start..scheme]}://’")
        );
    }

    private LinkFault? NoHost(int start, int host)
    {
        _from = host;
        return IsSpace(Peek(host)) && !_text[..start].EndsWith("`")
            ? new(TextSpan.FromBounds(start, host), "This link names no host")
            : null;
    }

    /// <summary>A link that begins as it should.</summary>
    private LinkFault? Whole(int start, int host)
    {
        var end = LinkText.EndOf(_text[..Math.Min(_text.Length, host + Longest)], host);
        _from = Math.Max(end, host);
        var name = LinkHost.Read(_text[host..]);
        if (name.IsEmpty)
        {
            return Peek(host) is '.' or ',' or ')' ? new(TextSpan.FromBounds(start, host), "This link names no host") : null;
        }
        return SplitHost(start, host + name.Length, name)
            ?? NamelessHost(start, host, name)
            ?? Proxy(host, name)
            ?? GluedLink(start, host, end)
            ?? GluedSentence(start, host, end)
            ?? Label(start, end)
            ?? StrayClosing(start, end)
            ?? SplitPath(start, host + name.Length, end);
    }

    /// <summary><c>https://github. com/x</c>, <c>https://github .com/x</c></summary>
    private LinkFault? SplitHost(int start, int hostEnd, ReadOnlySpan<char> name)
    {
        var gap = hostEnd + (Peek(hostEnd) == '.' ? 1 : 0);
        var rest = SkipSpaces(gap);
        if (rest == gap || LinkHost.EndsInTopLevel(name))
        {
            return null;
        }
        var hasPeriod = gap > hostEnd;
        if (!hasPeriod && Peek(rest) != '.')
        {
            return null;
        }
        var first = rest + (hasPeriod ? 0 : 1);
        var more = LinkHost.Read(_text[first..]);
        var label = more.IndexOf('.') is var period and >= 0 ? more[..period] : more;
        var isHost =
            !more.IsEmpty
            && more.IndexOfAnyInRange('A', 'Z') < 0
            && (LinkHost.EndsInTopLevel(more) || LinkHost.IsTopLevel(label))
            && (
                Peek(first + more.Length) == '/' || label.Length < more.Length || label is "com" or "org" or "net" or "io" or "edu" or "ai"
            );
        if (!isHost)
        {
            return null;
        }
        _from = first + more.Length;
        return new(
            TextSpan.FromBounds(start, first + more.Length),
            "White space splits this link",
            Repair.Replace(TextSpan.FromBounds(gap, rest), string.Empty, "Join the link")
        );
    }

    private readonly LinkFault? NamelessHost(int start, int host, ReadOnlySpan<char> name)
    {
        var next = Peek(host + name.Length);
        if (name.Contains('.') || name is "localhost" || !(next is '/' or '.' or ',' or ')' or '}' || IsSpace(next)))
        {
            return null;
        }
        var span = TextSpan.FromBounds(start, host + name.Length);
        return name is "github"
            ? new(
                span,
                "‘github’ is no host; it is ‘github.com’",
                Repair.Replace(new(host + name.Length, 0), ".com", "Write ‘github.com’", isSafe: false)
            )
            : new(span, $"‘{name}’ is no host that a reader could reach");
    }

    private static LinkFault? Proxy(int host, ReadOnlySpan<char> name) =>
        LinkHost.IsProxy(name)
            ? new(new(host, name.Length), $"This link leads through a proxy, ‘{name}’, and not to the site itself")
            : null;

    /// <summary><c>https://a.org/bhttps://c.org/d</c>, <c>https://a.org/b,https://c.org/d</c></summary>
    private LinkFault? GluedLink(int start, int host, int end)
    {
        var offset = _text[host..end].IndexOf("http");
        if (offset <= 0 || !StartsLink(host + offset))
        {
            return null;
        }
        var second = host + offset;
        if (!char.IsAsciiLetterOrDigit(_text[second - 1]) && _text[second - 1] is not (',' or ';' or '.' or ')'))
        {
            return null; // ‘web.archive.org/web/2024/https://…’
        }
        _from = second;
        return new(
            TextSpan.FromBounds(start, second + 4),
            "Two links stand without a space between them",
            Repair.Replace(new(second, 0), " ", "Put a space between them")
        );
    }

    /// <summary><c>https://a.org/b.The code …</c></summary>
    private readonly LinkFault? GluedSentence(int start, int host, int end)
    {
        var word = Before(_text, end);
        var period = end - word.Length - 1;
        return period > host && _text[period] == '.' && word.Length >= 2 && OpensSentence(word) && IsSpace(Peek(end))
            ? new(
                TextSpan.FromBounds(start, end),
                $"The next sentence stands at this link without a space",
                Repair.Replace(new(period + 1, 0), " ", $"Put a space before ‘{word}’")
            )
            : null;
    }

    /// <summary><c>https://a.org/b{https://a.org/b}</c>, <c>https://a.org/b{here}</c>: the text of a link, without the command that had both.</summary>
    private LinkFault? Label(int start, int end)
    {
        // A period may stand at the end of the link, before the brace.
        var open = end;
        while (open < end + 2 && Peek(open) is '.' or ',' or ';')
        {
            open++;
        }
        if (Peek(open) != '{')
        {
            return null;
        }
        var depth = 0;
        var close = open;
        for (var limit = Math.Min(_text.Length, open + LongestLabel); close < limit; close++)
        {
            depth +=
                _text[close] == '{' ? 1
                : _text[close] == '}' ? -1
                : 0;
            if (depth == 0)
            {
                break;
            }
        }
        if (close >= _text.Length || _text[close] != '}')
        {
            return null;
        }
        if (close == open + 1)
        {
            return null; // TeX’s empty group, as in ‘\~{}’
        }
        _from = close + 1;
        var link = _text[start..end];
        var label = _text[(open + 1)..close];
        if (label.IndexOf('{') is var colour and > 0 && label[^1] == '}' && label[..colour].IndexOfAnyExceptInRange('a', 'z') < 0)
        {
            label = label[(colour + 1)..^1];
        }
        var span = TextSpan.FromBounds(start, close + 1);
        const string Message = "Braces with a link's text stand behind this link; the command that had both is lost";
        if (IsSameTarget(link, label) || label is "this https URL" or "this http URL")
        {
            return new(span, Message, Repair.Replace(TextSpan.FromBounds(end, close + 1), string.Empty, "Keep the link alone"));
        }
        return label[^1] == '.' || (label.ContainsAny("{}\\\r\n/") && !IsName(label))
            ? new(span, Message)
            : new(span, Message, Repair.Replace(span, $"{label.Trim()} ({link})", $"Write ‘{label.Trim()} ({link})’", isSafe: false));

        static bool IsName(ReadOnlySpan<char> label) => label.Count('/') == 1 && !label.ContainsAny("{}\\\r\n");
    }

    /// <summary>A brace or bracket that was not opened before.</summary>
    private LinkFault? StrayClosing(int start, int end)
    {
        _braces = Math.Max(0, _braces + _text[_counted..start].Count('{') - _text[_counted..start].Count('}'));
        _brackets = Math.Max(0, _brackets + _text[_counted..start].Count('[') - _text[_counted..start].Count(']'));
        _counted = start;
        var close = end;
        while (Peek(close) is '.' or '/')
        {
            close++;
        }
        if (!(Peek(close) == '}' ? _braces == 0 : Peek(close) == ']' && _brackets == 0 && Peek(close + 1) != '('))
        {
            return null;
        }
        _from = close + 1;
        return new(
            TextSpan.FromBounds(start, close + 1),
            $"A ‘{_text[close]}’ that closes nothing stands behind this link",
            // Where another brace opens at once, more is broken than this one.
            Peek(close + 1) == '{'
                ? null
                : Repair.Replace(new(close, 1), string.Empty, $"Remove the ‘{_text[close]}’")
        );
    }

    /// <summary><c>https://github.com/ owls/ears</c>, <c>https://github.com /owls/ears</c></summary>
    private LinkFault? SplitPath(int start, int hostEnd, int end)
    {
        var rest = SkipSpaces(end);
        if (rest == end || rest == _text.Length)
        {
            return null;
        }
        var token = _text[rest..EndOfToken(_text, rest)];
        var bare = token.TrimEnd(".,;:)");
        var slash = bare.IndexOf('/');
        var isSplit =
            slash == 0
                ? bare.Length > 2 && char.IsAsciiLetter(bare[1]) && bare[1..].ContainsAny("/-_")
                : end == hostEnd + 1
                    && _text[hostEnd] == '/'
                    && LinkHost.IsWellKnown(LinkHost.Read(_text[SchemeEnd(start)..]))
                    && slash > 1
                    && slash < bare.Length - 1
                    && char.IsAsciiLetterOrDigit(bare[0])
                    && !bare.Contains("://", StringComparison.Ordinal)
                    && !bare.ContainsAny("()[]{},");
        if (!isSplit)
        {
            return null;
        }
        _from = rest + bare.Length;
        return new(
            TextSpan.FromBounds(start, rest + bare.Length),
            "White space splits this link",
            Repair.Replace(TextSpan.FromBounds(end, rest), string.Empty, "Join the link")
        );
    }

    private readonly int SchemeEnd(int start) => start + _text[start..].IndexOf("://") + 3;

    private static bool IsSameTarget(ReadOnlySpan<char> link, ReadOnlySpan<char> label) =>
        Bare(link).Equals(Bare(label), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> link)
    {
        var scheme = link.IndexOf("://");
        link = (scheme >= 0 ? link[(scheme + 3)..] : link).Trim("/. ");
        return link.StartsWith("www.") ? link[4..] : link;
    }

    /// <summary>Whether a host stands at a position: labels, the last one a common top-level domain, perhaps a path behind.</summary>
    private readonly bool LooksLikeHost(int position, bool needsPath)
    {
        var host = LinkHost.Read(_text[Math.Min(position, _text.Length)..]);
        return host.Contains('.') && (needsPath ? LinkHost.EndsInTopLevel(host) : host.LastIndexOf('.') < host.Length - 2);
    }

    private readonly bool StartsLink(int position)
    {
        var rest = _text[Math.Min(position, _text.Length)..];
        return rest.StartsWith("https:/") || rest.StartsWith("http:/") || rest.StartsWith("https//") || rest.StartsWith("http//");
    }

    private readonly int SkipSpaces(int position)
    {
        while (position < _text.Length && IsSpace(_text[position]))
        {
            position++;
        }
        return position;
    }

    private readonly char Peek(int position) => CharacterAt(_text, position);
}
