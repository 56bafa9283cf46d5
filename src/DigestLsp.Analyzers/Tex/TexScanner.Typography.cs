namespace DigestLsp.Analyzers;

/// <content>Ties, quotation marks and dashes.</content>
internal ref partial struct TexScanner
{
    /// <summary>The longest quotation whose end is looked for.</summary>
    private const int LongestQuotation = 300;

    /// <summary>
    /// A space that does not break, <c>Fig.~3</c>. An approximate number (<c>~5</c>), a range (<c>5~7</c>) and a relation
    /// (<c>x~y</c>) are none.
    /// </summary>
    private readonly TexResidue? Tie(int at)
    {
        var left = Peek(at - 1);
        var right = Peek(at + 1);
        var tie = new TexResidue(TexKind.Tie, new(at, 1), " ");
        if (left == '~' || right == '~')
        {
            return null;
        }
        if (IsSpace(left) || at == 0)
        {
            return at > 0 && (OpensLink(at + 1) || right == '\\') ? tie with { Replacement = string.Empty } : null;
        }
        if (
            !(
                char.IsLetterOrDigit(left)
                || left is '.' or ',' or ';' or ':' or ')' or ']' or '}' or '\'' or '"' or '”' or '’' or '%' or '$'
            )
        )
        {
            return null;
        }
        if (IsSpace(right))
        {
            return at + 1 < _text.Length && char.IsLetter(left) && OpensLink(at + 2) ? tie with { Replacement = string.Empty } : null;
        }
        var isTie =
            right is '\\' or '$' or '(' or '[' or '`' or '“' or '‘' or '"' or '{'
            || OpensLink(at + 1)
            || (char.IsLetter(right) && !(IsSingle(at - 1) && IsSingle(at + 1)))
            || (char.IsDigit(right) && (left is '.' or ')' or ']' || (char.IsLetter(left) && !IsSingle(at - 1))));
        return isTie ? tie : null;
    }

    /// <summary>TeX's double quotation marks, <c>``…''</c>, or a single pair, <c>`…'</c>.</summary>
    private TexResidue? Quotes(int at)
    {
        var run = _text[at..].IndexOfAnyExcept('`');
        run = run < 0 ? _text.Length - at : run;
        _steps += run;
        _next = at + run;
        if (run > 3 || (run > 1 && at < _quotesEnd))
        {
            return null;
        }
        if (run == 1)
        {
            return SingleQuotes(at);
        }
        var start = at + (run - 2);
        var content = start + 2;
        var rest = _text[content..Math.Min(content + LongestQuotation, _text.Length)];
        var end = 0;
        for (; end < rest.Length; end++)
        {
            var length = ClosingLength(rest, end);
            if (length > 0)
            {
                _steps += end;
                _quotesEnd = content + end + length;
                return new(TexKind.Quotes, new(start, 2), "“", new(content + end, length), "”");
            }
            if (rest[end..].StartsWith("``"))
            {
                break;
            }
        }
        _steps += end;
        return char.IsLetterOrDigit(Peek(content)) ? new(TexKind.Quotes, new(start, 2), "“") : null;
    }

    /// <summary>Whether a quotation ends at a position, also where it was closed by another mark than TeX's.</summary>
    private static int ClosingLength(ReadOnlySpan<char> text, int at) =>
        text[at] switch
        {
            '\'' when text[at..].StartsWith("''") => 2,
            '`' when text[at..].StartsWith("``") && at > 0 && !IsSpace(text[at - 1]) => 2,
            '"' or '”' when at > 0 && !IsSpace(text[at - 1]) => 1,
            _ => 0,
        };

    private TexResidue? SingleQuotes(int at)
    {
        if (
            !(IsSpace(Peek(at - 1)) || Peek(at - 1) is '(' or '[' or '-' or '–' or '—' or '"' or '“' or '/')
            || !char.IsLetterOrDigit(Peek(at + 1))
        )
        {
            return null;
        }
        var rest = _text[(at + 1)..Math.Min(at + 1 + LongestQuotation, _text.Length)];
        for (var i = 1; i < rest.Length && rest[i] != '`'; i++)
        {
            _steps++;
            if (rest[i] == '\'' && !IsSpace(rest[i - 1]) && !(i + 1 < rest.Length && char.IsLetterOrDigit(rest[i + 1])))
            {
                var end = at + 1 + i;
                return new(TexKind.Quotes, new(at, 1), "‘", new(end, 1), "’");
            }
        }
        return null;
    }

    /// <summary>Two apostrophes on both sides, <c>''…''</c>, as TeX closes quotations.</summary>
    private TexResidue? StraightQuotes(int at)
    {
        if (
            at < _quotesEnd
            || Peek(at + 2) == '\''
            || !(IsSpace(Peek(at - 1)) || Peek(at - 1) is '(' or '[')
            || !char.IsLetterOrDigit(Peek(at + 2))
        )
        {
            return null;
        }
        var content = at + 2;
        var length = _text[content..Math.Min(content + LongestQuotation, _text.Length)].IndexOf("''");
        _steps += length < 0 ? LongestQuotation : length;
        if (length <= 0 || IsSpace(_text[content + length - 1]))
        {
            return null;
        }
        _quotesEnd = content + length + 2;
        return new(TexKind.Quotes, new(at, 2), "“", new(content + length, 2), "”");
    }

    /// <summary>
    /// <c>---</c>, and <c>--</c> between numbers or names. Two hyphens elsewhere are how plain text writes a dash.
    /// </summary>
    private TexResidue? Dash(int at)
    {
        var run = _text[at..].IndexOfAnyExcept('-');
        run = run < 0 ? _text.Length - at : run;
        _steps += run;
        _next = at + run;
        var left = Peek(at - 1);
        var right = Peek(at + run);
        if (run == 3 && at > 0 && at + run < _text.Length && left != '|' && right != '|' && left is not ('\r' or '\n'))
        {
            return new(TexKind.Dash, new(at, 3), "—");
        }
        var isRange = (char.IsDigit(left) || left is '%' or '×') && char.IsDigit(right);
        return run == 2 && (isRange || (char.IsUpper(right) && EndsName(at))) ? new(TexKind.Dash, new(at, 2), "–") : null;
    }

    /// <summary>Whether a word with a capital ends at a position.</summary>
    private readonly bool EndsName(int end)
    {
        var start = StartOfLetters(end);
        return start < end && char.IsUpper(_text[start]) && char.IsAsciiLetterLower(_text[end - 1]);
    }

    private readonly bool OpensLink(int at) => _text[Math.Min(at, _text.Length)..].StartsWith("http");

    /// <summary>Whether a letter is a word by itself.</summary>
    private readonly bool IsSingle(int at) =>
        char.IsLetter(Peek(at)) && !char.IsLetterOrDigit(Peek(at - 1)) && !char.IsLetterOrDigit(Peek(at + 1));
}
