namespace DigestLsp.Analyzers;

/// <content>A backslash before a character that is no letter, and accents.</content>
internal ref partial struct TexScanner
{
    private TexResidue? Escape(int at)
    {
        var escaped = Peek(at + 1);
        _next = Math.Min(at + 2, _text.Length);
        switch (escaped)
        {
            case '&' when _text[_next..].StartsWith("amp;"):
                return null; // it is an entity first
            case '%' or '&' or '#' or '_' or '$':
                return Escaped(at);
            case '\'' or '"' or '`' or '^' or '~' or '=' or '.':
                return Accent(at) ?? EscapedQuote(at);
            case ' ' or ',' or ';' or ':' or '\r' or '\n' when at + 1 < _text.Length:
                return Space(at);
            case '/'
            or '-' when char.IsAsciiLetter(Peek(at - 1)) && (char.IsAsciiLetter(Peek(at + 2)) || (escaped == '/' && IsSpace(Peek(at + 2)))):
                return new(TexKind.Escape, new(at, 2), string.Empty);
            case '\\':
                return LineBreak(at);
            case '{' or '}' or '|':
                return new(TexKind.Formula, new(at, 2), null);
            default:
                return null;
        }
    }

    private readonly TexResidue? EscapeInLink(int at) =>
        _text[at] == '\\' && Peek(at + 1) is '_' or '%' or '#' or '&' or '~' ? Escaped(at) : null;

    private readonly TexResidue Escaped(int at) => new(TexKind.Escape, new(at, 2), _text[at + 1].ToString());

    /// <summary>An apostrophe or a quotation mark behind a backslash, as programs write them, and <c>x\^2</c>.</summary>
    private readonly TexResidue? EscapedQuote(int at) =>
        _text[at + 1] switch
        {
            // 'Moln\' ar' or 'the owls\' ears'.
            '\'' when char.IsLetter(Peek(at - 1)) && (IsSpace(Peek(at + 2)) || MayEndInAccent(at)) => new(
                TexKind.Command,
                new(at, 2),
                null
            ),
            '\'' when char.IsLetterOrDigit(Peek(at - 1)) || char.IsLetterOrDigit(Peek(at + 2)) => Escaped(at),
            '"' when !(IsSpace(Peek(at - 1)) && IsSpace(Peek(at + 2))) => Escaped(at),
            '^' when char.IsLetterOrDigit(Peek(at - 1)) && char.IsLetterOrDigit(Peek(at + 2)) => Escaped(at),
            _ => null,
        };

    /// <summary>Whether a name stands before <c>\'s</c>: <c>Kubi\'s</c> and <c>{\L}o\'s</c> end in ś, <c>Anna\'s</c> does not.</summary>
    private readonly bool MayEndInAccent(int at)
    {
        var start = StartOfLetters(at);
        var isName = at - start > 1 && char.IsAsciiLetterUpper(_text[start]) && !_text[(start + 1)..at].ContainsAnyInRange('A', 'Z');
        return Peek(at + 2) == 's' && (isName || Peek(start - 1) is '}' or '\\' || Peek(start - 2) == '\\');
    }

    /// <summary>A space of some width. Beside another one it goes.</summary>
    private readonly TexResidue Space(int at)
    {
        var isBeside = at == 0 || IsSpace(Peek(at - 1)) || IsSpace(Peek(at + 2));
        return IsSpace(_text[at + 1])
            ? new(TexKind.Tie, new(at, 1), string.Empty)
            : new(TexKind.Tie, new(at, 2), isBeside ? string.Empty : " ");
    }

    /// <summary><c>\\</c>, a line break; before a name it may be a path.</summary>
    private TexResidue? LineBreak(int at)
    {
        var run = _text[at..].IndexOfAnyExcept('\\');
        run = run < 0 ? _text.Length - at : run;
        _steps += run;
        _next = at + run;
        var next = Peek(at + run);
        if (run != 2 || !(IsSpace(next) || char.IsUpper(next)) || at + run == _text.Length || at == 0)
        {
            return null;
        }
        return new(TexKind.Tie, new(at, 2), IsSpace(next) || IsSpace(Peek(at - 1)) ? string.Empty : " ");
    }

    /// <summary>An accent and its letter: <c>\"o</c>, <c>\"{o}</c>, <c>\'\i</c>, <c>\c{c}</c>, <c>\v s</c>.</summary>
    private TexResidue? Accent(int at)
    {
        var accent = _text[at + 1];
        if (AccentedLetter(at) is not var (letter, end) || TexAccents.Compose(accent, letter) is not { } composed)
        {
            return null;
        }
        var isBraced = _text[end - 1] == '}';
        if (!isBraced && (accent == '.' ? letter is not ('z' or 'Z' or 'I') : IsQuote(at, letter)))
        {
            return null;
        }
        return new(TexKind.Letter, Bounds(at, end), composed.ToString());
    }

    private (char Letter, int End)? AccentedLetter(int at)
    {
        var argument = Peek(at + 2) == ' ' && Peek(at + 3) == '{' ? at + 3 : at + 2;
        var first = Peek(argument);
        if (first == '{')
        {
            if (_braces.CloseOf(argument) is not { } close || close - argument > 5)
            {
                return null;
            }
            var content = _text[(argument + 1)..close].Trim(' ');
            return content is [var only] ? (only, close + 1)
                : content is "\\i" ? ('ı', close + 1)
                : content is "\\j" ? ('j', close + 1)
                : null;
        }
        if (first == '\\' && Peek(argument + 1) == 'i' && !char.IsAsciiLetter(Peek(argument + 2)))
        {
            return ('ı', Swallow(argument + 2, spaces: true));
        }
        if (!char.IsAsciiLetter(_text[at + 1]))
        {
            return (first, argument + 1);
        }
        // '\c c' within a word; beside a word's end it may be anything.
        var isWithin = char.IsLetter(Peek(at - 1)) || char.IsLetter(Peek(argument + 2));
        return first == ' ' && isWithin && _text[at + 1] is 'c' or 'v' or 'u' or 'H' or 'k' ? (Peek(argument + 1), argument + 2) : null;
    }

    /// <summary>Whether a mark is an apostrophe (<c>owl\'s</c>) or opens a quotation (<c>\"open\"</c>) and is no accent.</summary>
    private readonly bool IsQuote(int at, char letter)
    {
        var isInWord = char.IsLetter(Peek(at - 1));
        if (_text[at + 1] == '\'' && isInWord)
        {
            var rest = _text[(at + 2)..];
            var length =
                letter is 'l' && rest.StartsWith("ll") || letter is 'r' && rest.StartsWith("re") ? 2
                : letter is 's' or 'm' ? 1
                : 0;
            return length > 0 && !char.IsLetter(Peek(at + 2 + length));
        }
        if (_text[at + 1] != '"' || isInWord)
        {
            return false;
        }
        var ahead = _text[Math.Min(at + 2, _text.Length)..Math.Min(at + 2 + Near, _text.Length)];
        var next = ahead.IndexOf("\\\"");
        return next > 0 && !char.IsLetter(Peek(at + 4 + next)) && Peek(at + 4 + next) != '{';
    }
}
