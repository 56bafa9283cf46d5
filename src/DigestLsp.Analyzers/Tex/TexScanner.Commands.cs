namespace DigestLsp.Analyzers;

/// <content>Commands with a name, and their arguments.</content>
internal ref partial struct TexScanner
{
    private const int MostArguments = 4;

    /// <summary>A backslash and a name. A path (<c>data\owls</c>), a choice (<c>and\or</c>) and a pattern (<c>\d+</c>) are none.</summary>
    private TexResidue? Command(int at)
    {
        var end = EndOfLetters(at + 1);
        _next = end;
        var name = _text[(at + 1)..end];
        if (name.Length == 1 && (TexAccents.IsLetterAccent(name[0]) ? Accent(at) : null) is { } accent)
        {
            return accent;
        }
        if (TexNames.TextSymbols.TryGetValue(name, out var letter) && Peek(end) is not ('_' or '^'))
        {
            return IsWithoutInSlang(at, name) ? null : new(TexKind.Letter, Bounds(at, Swallow(end, char.IsLetter(letter[0]))), letter);
        }
        if (TexNames.AbbreviationCommands.TryGetValue(name, out var abbreviation))
        {
            end = Swallow(end, spaces: false);
            var hasPeriod = abbreviation[^1] == '.' && Peek(end) == '.';
            return new(TexKind.Sign, Bounds(at, hasPeriod ? end + 1 : end), abbreviation);
        }
        if (TexNames.SilentCommands.Contains(name))
        {
            return new(TexKind.Sign, Bounds(at, Swallow(end, at == 0 || IsSpace(Peek(at - 1)))), string.Empty);
        }
        if (TexNames.Symbols.TryGetValue(name, out var symbol))
        {
            return new(TexKind.Formula, Bounds(at, Swallow(end, spaces: false)), symbol);
        }
        if (TexNames.FunctionNames.Contains(name))
        {
            return new(TexKind.Formula, Bounds(at, end), char.IsLetterOrDigit(Peek(at - 1)) ? $" {name}" : name.ToString());
        }
        if (name is "left" or "right" || TexNames.BracketSizeCommands.Contains(name))
        {
            return new(TexKind.Formula, Bounds(at, end), Peek(end) is '.' or '\\' ? null : string.Empty);
        }
        if (TexNames.MathCommands.Contains(name))
        {
            return MathShape(at, end, name);
        }
        if (TexNames.ShapeCommands.Contains(name) && Shape(at, end, isLink: name is "url" or "path") is { } shape)
        {
            return shape;
        }
        if (name is "textcolor" or "colorbox" && _text[end..].StartsWith("{") && _braces.CloseOf(end) is { } color)
        {
            return Shape(at, color + 1, isLink: false) ?? new(TexKind.Command, Bounds(at, color + 1), null);
        }
        return Unknown(at, end);
    }

    private TexResidue? Unknown(int at, int end)
    {
        var isSingle = end - at == 2;
        var isGlued = char.IsLetterOrDigit(Peek(at - 1)) || Peek(at - 1) is '\\' or '/' or ':' || Peek(end) is '\\' or '/';
        var hasArgument = Peek(end) == '{' || (Peek(end) == '*' && Peek(end + 1) == '{');
        if ((isGlued && !hasArgument) || (isSingle && (isGlued || char.IsAsciiLetterLower(_text[at + 1]) || Peek(end) is '+' or '*')))
        {
            return null;
        }
        var isReference = _text[at..end].StartsWith("\\cite") || _text[(at + 1)..end] is "ref" or "label" or "footnote";
        var arguments = (Peek(end) == '*' && hasArgument) || (isReference && Peek(end) == ' ' && Peek(end + 1) == '{') ? end + 1 : end;
        return new(TexKind.Command, Bounds(at, SkipArguments(arguments)), null);
    }

    /// <summary>A command whose argument stands as it is: what goes is the command, and the brace behind its argument.</summary>
    private TexResidue? Shape(int at, int end, bool isLink)
    {
        var open = end + (Peek(end) == '*' ? 1 : 0);
        while (open - end < Near && IsSpace(Peek(open)))
        {
            open++;
        }
        if (Peek(open) != '{' || _braces.CloseOf(open) is not { } close)
        {
            return null;
        }
        var content = open + 1;
        while (isLink && content < close && IsSpace(_text[content]))
        {
            content++;
        }
        // Of ‘\frac{\text{owls}}{3}’ the command may be lost: what follows is no part of the word.
        var hasSecond = Peek(close + 1) == '{' && Peek(close + 2) != '}';
        return new(TexKind.Shape, Bounds(at, content), hasSecond ? null : string.Empty, new(close, 1));
    }

    /// <summary>A letter or an alphabet of formulas: <c>\mathbb{R}</c> is ℝ; the others have no plain form.</summary>
    private TexResidue MathShape(int at, int nameEnd, ReadOnlySpan<char> name)
    {
        var end = SkipArguments(nameEnd);
        var letter = end - nameEnd == 3 && name is "mathbb" ? "CHNPQRZ".IndexOf(_text[nameEnd + 1], StringComparison.Ordinal) : -1;
        return new(TexKind.Formula, Bounds(at, end), letter < 0 ? null : "ℂℍℕℙℚℝℤ"[letter].ToString());
    }

    /// <summary>The end of the arguments that directly follow: <c>[…]</c> and <c>{…}</c>.</summary>
    private int SkipArguments(int end)
    {
        for (var i = 0; i < MostArguments; i++)
        {
            if (Peek(end) == '[')
            {
                var length = _text[end..Math.Min(end + Near, _text.Length)].IndexOf(']');
                _steps += Near;
                if (length < 0)
                {
                    break;
                }
                end += length + 1;
            }
            else if (Peek(end) == '{' && _braces.CloseOf(end) is { } close)
            {
                end = close + 1;
            }
            else
            {
                break;
            }
        }
        return end;
    }

    /// <summary>The end of what TeX reads behind a name without printing it: an empty group, or a space.</summary>
    private readonly int Swallow(int end, bool spaces) =>
        Peek(end) == '{' && Peek(end + 1) == '}' ? end + 2
        : spaces && Peek(end) == ' ' && !IsSpace(Peek(end + 1)) && end + 1 < _text.Length ? end + 1
        : end;

    /// <summary><c>w\o</c>, ‘without’, is no ø.</summary>
    private readonly bool IsWithoutInSlang(int at, ReadOnlySpan<char> name) =>
        name is "o" && Peek(at - 1) is 'w' or 'W' && !char.IsLetter(Peek(at - 2));
}
