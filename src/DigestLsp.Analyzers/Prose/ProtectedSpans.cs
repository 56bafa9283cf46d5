using System.Buffers;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>Why the characters of a stretch are not prose.</summary>
public enum ProtectedKind
{
    /// <summary>A link, with or without its scheme: <c>https://a.org/b</c>, <c>a.org/b</c>.</summary>
    Link,

    /// <summary>An e-mail address or a handle: <c>me@a.org</c>, <c>@me</c>.</summary>
    Address,

    /// <summary>A formula with its delimiters: <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c>, <c>\[…\]</c>. Money is none.</summary>
    Formula,

    /// <summary>What programs read: <c>max_tokens</c>, <c>train.py</c>, <c>fit()</c>, <c>C:\data</c>, <c>`…`</c>.</summary>
    Code,
}

/// <summary>A stretch that rules about the characters of prose leave alone.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct ProtectedSpan(TextSpan Span, ProtectedKind Kind);

/// <summary>
/// Walks over the stretches of a text that are not prose, from left to right, in time linear in its length and without
/// allocating. They do not overlap.
/// </summary>
/// <param name="text">The text.</param>
public ref struct ProtectedSpans(ReadOnlySpan<char> text)
{
    /// <summary>The longest code between backticks: a longer stretch is two quotation marks that went astray.</summary>
    private const int LongestQuotedCode = 200;

    private static readonly SearchValues<char> Signs = SearchValues.Create("$\\:@_.(`");

    private readonly ReadOnlySpan<char> _text = text;
    private int _next;
    private int _judged;
    private bool _atEnd;
    private ProtectedSpan _current;

    /// <summary>The stretch that <see cref="MoveNext"/> found.</summary>
    public readonly ProtectedSpan Current => _current;

    /// <summary>How many characters were looked at so far; tests hold that it grows no faster than the text.</summary>
    internal long Steps { get; private set; }

    /// <summary>This, for <c>foreach</c>.</summary>
    public readonly ProtectedSpans GetEnumerator() => this;

    /// <summary>Goes to the next stretch.</summary>
    public bool MoveNext()
    {
        while (!_atEnd)
        {
            var offset = _text[_next..].IndexOfAny(Signs);
            Steps += offset < 0 ? _text.Length - _next : offset + 1;
            if (offset < 0)
            {
                break;
            }
            var sign = _next + offset;
            _next = sign + 1;
            if (Find(sign) is { } found)
            {
                _current = found;
                _next = found.Span.End;
                return true;
            }
        }
        _atEnd = true;
        return false;
    }

    /// <summary>
    /// The stretch that a position lies in, or else the next one after it; null where there is neither. Positions must not
    /// decrease from one call to the next.
    /// </summary>
    public ProtectedSpan? At(int position)
    {
        while (!_atEnd && _current.Span.End <= position && MoveNext()) { }
        return _atEnd ? null : _current;
    }

    /// <summary>Whether a position lies in such a stretch. Positions must not decrease from one call to the next.</summary>
    public bool Covers(int position) => At(position) is { } found && found.Span.Start <= position;

    /// <summary>The stretch that a sign belongs to; null where it is prose. May move on over what is certainly prose.</summary>
    private ProtectedSpan? Find(int sign)
    {
        var next = Peek(sign + 1);
        switch (_text[sign])
        {
            case '$':
            case '\\' when next is '(' or '[':
                return Formula(sign);
            case '\\':
                // Whatever a backslash escapes opens nothing.
                _next = Math.Min(sign + 2, _text.Length);
                return null;
            case '`':
                return Quoted(sign);
            case ':' when next == '/' && Peek(sign + 2) == '/':
                return Link(sign);
            case ':' when next == '\\' && sign > _current.Span.End && char.IsAsciiLetter(Peek(sign - 1)) && !IsWord(Peek(sign - 2)):
                return new(Bounds(sign - 1, LinkText.EndOf(_text, sign + 1)), ProtectedKind.Code);
            case '@' or '_':
            case '.' when IsWord(next) && IsWord(Peek(sign - 1)):
            case '(' when next == ')' && IsWord(Peek(sign - 1)):
                return Token(sign);
            default:
                return null;
        }
    }

    private ProtectedSpan? Formula(int start)
    {
        var end = FormulaText.EndOf(_text, start, out var seen);
        Steps += seen - start;
        if (end is { } found)
        {
            return new(Bounds(start, found), ProtectedKind.Formula);
        }
        _next = start + (Peek(start + 1) is '$' or '(' or '[' ? 2 : 1);
        return null;
    }

    /// <summary>Code between two single backticks or two triples; a pair of backticks is TeX's quotation mark.</summary>
    private ProtectedSpan? Quoted(int start)
    {
        var run = _text[start..].IndexOfAnyExcept('`');
        run = run < 0 ? _text.Length - start : run;
        _next = start + run;
        if (run is not (1 or 3))
        {
            return null;
        }
        var rest = _text[_next..Math.Min(_next + LongestQuotedCode, _text.Length)];
        var length = rest.IndexOf(_text.Slice(start, run));
        Steps += run + (length < 0 ? rest.Length : length);
        if (length <= 0)
        {
            return null;
        }
        var code = rest[..length];
        var isCode = !char.IsWhiteSpace(code[0]) && !char.IsWhiteSpace(code[^1]) && !code.Contains('\'');
        return isCode ? new(Bounds(start, _next + length + run), ProtectedKind.Code) : null;
    }

    private ProtectedSpan? Link(int colon)
    {
        var start = LinkText.StartOfScheme(_text, colon, _current.Span.End);
        if (start == colon)
        {
            return null;
        }
        var end = LinkText.EndOf(_text, colon + 3);
        Steps += end - start;
        return new(Bounds(start, end), ProtectedKind.Link);
    }

    /// <summary>Judges the word around a sign, once whatever signs it holds.</summary>
    private ProtectedSpan? Token(int sign)
    {
        if (sign < _judged)
        {
            return null;
        }
        var start = sign;
        for (var floor = Math.Max(_judged, _current.Span.End); start > floor && TokenText.IsPart(_text[start - 1]); start--) { }
        var end = sign;
        for (; end < _text.Length && TokenText.IsPart(_text[end]); end++) { }
        _judged = Math.Max(end, sign + 1);
        Steps += 2 * (end - start);
        return TokenText.Classify(_text, start, end);
    }

    private readonly char Peek(int position) => (uint)position < (uint)_text.Length ? _text[position] : ' ';

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static TextSpan Bounds(int start, int end) => TextSpan.FromBounds(start, end);
}
