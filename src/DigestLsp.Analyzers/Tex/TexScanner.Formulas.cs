using System.Text;

namespace DigestLsp.Analyzers;

/// <content>Formulas that lost their dollars or their backslashes, and groups in braces.</content>
internal ref partial struct TexScanner
{
    /// <summary>The longest group that is read: groups nest, and each is read by itself.</summary>
    private const int LongestGroup = 200;

    /// <summary>
    /// A formula is around <c>^</c> or <c>_</c> if a group follows (<c>B_{ex}</c>) or a symbol's name is beside it (<c>V^star</c>,
    /// <c>chi^2</c>). <c>x^2</c> and <c>x_i</c> are how plain text writes it.
    /// </summary>
    private TexResidue? Script(int at)
    {
        var start = StartOfBase(at);
        var argument = at + 1;
        if (Peek(argument) == '{')
        {
            return _braces.CloseOf(argument) is { } close ? ScriptGroup(start, at, argument + 1, close) : null;
        }
        if (start == at && Peek(at - 1) is not (')' or ']' or '}') && !(at == _floor && Current.IsFormula))
        {
            return null;
        }
        var end = EndOfLetters(argument);
        var name = _text[argument..end];
        if (Peek(at) == '^' && name is "circ" && EndsInDigit(at))
        {
            return Formula(start, end, $"{_text[start..at]}°");
        }
        if (name.Length > 1 && IsScriptName(name))
        {
            var symbol =
                name is "star" or "prime" or "top" ? null
                : TexNames.Symbols.TryGetValue(name, out var found) ? found
                : null;
            return Formula(start, end, symbol is null ? null : $"{GreekOr(start, at)}{_text[at]}{symbol}");
        }
        if (TexNames.GreekLetters.Contains(_text[start..at]) && name.Length <= 1)
        {
            end = name.Length == 1 ? end : EndOfDigits(argument);
            return end > argument ? Formula(start, end, $"{GreekOr(start, at)}{TexScripts.Of(_text[at], _text[argument..end])}") : null;
        }
        return _text[at] == '^' ? ScriptInName(start, at) : null;
    }

    /// <summary><c>MedS^3</c>, <c>T^2PO</c>, <c>ReST^EM</c>: no formula but the name of a system that a formula gave its raised part.</summary>
    private TexResidue? ScriptInName(int start, int at)
    {
        var name = _text[start..at];
        var digits = EndOfDigits(at + 1);
        var isName = name.Length > 1 && name.ContainsAnyInRange('A', 'Z') && char.IsLetter(name[^1]);
        if (digits == at + 1)
        {
            var end = EndOfLetters(digits);
            var isMixed = isName && name.ContainsAnyInRange('a', 'z') && !TexNames.GreekLetters.Contains(name);
            return isMixed && end > digits + 1 && _text[digits..end].IndexOfAnyExceptInRange('A', 'Z') < 0
                ? Formula(start, end, null)
                : null;
        }
        if (Peek(start - 1) == '\\')
        {
            return Formula(start - 1, digits, null); // a command behind another: ‘\to\R^2’
        }
        var isGreek = start < at && name[0] > '\u0370';
        var isWithinName =
            char.IsLetter(Peek(digits))
            || (Peek(digits) == '-' && (isGreek ? char.IsLetter(Peek(digits + 1)) : char.IsUpper(Peek(digits + 1))));
        return isName || (isWithinName && name.Length > 0 && char.IsLetter(name[^1]) && (name.Length == 1 || char.IsUpper(name[0])))
            ? Formula(start, digits, $"{name}{TexScripts.Of('^', _text[(at + 1)..digits])}")
            : null;
    }

    private readonly TexResidue ScriptGroup(int start, int at, int open, int close)
    {
        if (close - open > LongestGroup)
        {
            return Formula(start, close + 1, null);
        }
        var content = _text[open..close];
        if (_text[at] == '^' && content is "circ" or "\\circ" && EndsInDigit(at))
        {
            return Formula(start, close + 1, $"{_text[start..at]}°");
        }
        // The braces say nothing where the text around them ends the script as well: not in ‘u_{i}v’.
        var isOne = content.Length == 1 && content[0] is not ('{' or '\\' or ' ');
        // A raised word has no plain form: ‘2^nk’ is read as ‘(2^n)k’.
        var isWord = !content.IsEmpty && IsPlain(content) && !(_text[at] == '^' && char.IsLetter(content[0]));
        var hasReading = TexScripts.IsNumber(content) || ((isOne || isWord) && !char.IsLetterOrDigit(Peek(close + 1)));
        return Formula(start, close + 1, hasReading ? $"{GreekOr(start, at)}{TexScripts.Of(_text[at], content)}" : null);
    }

    /// <summary>A number, or a word that is no symbol's name.</summary>
    private static bool IsPlain(ReadOnlySpan<char> content)
    {
        var digits = content[0] == '-' ? content[1..] : content;
        return !digits.IsEmpty && digits.IndexOfAnyExcept("0123456789.") < 0 && digits[^1] != '.'
            || (
                content.IndexOfAnyExcept(Letters) < 0
                && !TexNames.Symbols.ContainsKey(content)
                && !TexNames.BracketSizeCommands.Contains(content)
            );
    }

    private static bool IsScriptName(ReadOnlySpan<char> name) =>
        TexNames.GreekLetters.Contains(name)
        || TexNames.DistinctSymbols.Contains(name)
        || name is "star" or "circ" or "prime" or "dagger" or "top" or "perp" or "ast" or "ell";

    /// <summary>A group in braces that no command took.</summary>
    private TexResidue? Group(int at)
    {
        if (_braces.CloseOf(at) is not { } close)
        {
            return null;
        }
        if (IsBehindLink(at))
        {
            _next = close + 1;
            return null;
        }
        if (Current.IsFormula && at - _floor is 0 or 1 && !IsSpace(Peek(at - 1)))
        {
            return new(TexKind.Formula, Bounds(at, close + 1), null);
        }
        var content = _text[(at + 1)..close];
        var nameStart = Math.Max(StartOfLetters(at), _floor);
        if (content.Length > LongestGroup)
        {
            return Switch(at, close);
        }
        return Switch(at, close)
            ?? (
                content.StartsWith("\\") ? Braces(at, at + 1, close)
                : IsPunctuation(content) ? (IsSpace(Peek(at - 1)) || IsSpace(Peek(close + 1)) ? null : Braces(at, at + 1, close))
                : nameStart < at ? NamedGroup(nameStart, at, close)
                : BareGroup(at, close)
            );
    }

    /// <summary><c>{\em …}</c>, or <c>{bf …}</c> without its backslash.</summary>
    private TexResidue? Switch(int at, int close)
    {
        var hasBackslash = Peek(at + 1) == '\\';
        var start = at + (hasBackslash ? 2 : 1);
        var end = EndOfLetters(start);
        var name = _text[start..end];
        if (
            !TexNames.SwitchCommands.Contains(name)
            || !(hasBackslash || (name is "bf" or "em" or "rm" or "tt" or "sc" or "sf" && Peek(end) == ' '))
        )
        {
            return null;
        }
        while (end < close && IsSpace(_text[end]))
        {
            end++;
        }
        return Braces(at, end, close);
    }

    /// <summary>A word before a brace is a command that lost its backslash.</summary>
    private TexResidue? NamedGroup(int start, int open, int close)
    {
        var name = _text[start..open];
        var content = _text[(open + 1)..close];
        if (TexNames.ShapeCommands.Contains(name) || TexNames.ColorNames.Contains(name))
        {
            return Shape(start, open, isLink: name is "url");
        }
        if (TexNames.MathCommands.Contains(name))
        {
            return MathShape(start, open, name);
        }
        if (Decompose(name) is not null || TexNames.FunctionNames.Contains(name))
        {
            return Formula(start, close + 1, null);
        }
        if (content.ContainsAny(":;\"\r\n") || Peek(start - 1) == '\\')
        {
            return null;
        }
        if (content.Length == 1 && name.Length > 1)
        {
            // 'brea{K}ing': a letter that an acronym takes.
            return Braces(open, open + 1, close);
        }
        return content.Length == 1 || content.ContainsAny("\\^_")
            ? Formula(start, close + 1, null)
            : new(TexKind.Command, Bounds(start, close + 1), null);
    }

    /// <summary>
    /// Braces that nothing explains: a command lost all of its name, or a title was kept from being changed. Sets, records and
    /// placeholders, as in templates, are none.
    /// </summary>
    private TexResidue? BareGroup(int at, int close)
    {
        var content = _text[(at + 1)..close];
        var isGlued = char.IsLetterOrDigit(Peek(at - 1)) || char.IsLetterOrDigit(Peek(close + 1));
        if (TexNames.Symbols.TryGetValue(content, out var symbol) && (isGlued || TexNames.GreekLetters.Contains(content)))
        {
            return Formula(at, close + 1, symbol);
        }
        var isSet = !isGlued && (content.ContainsAny('_', '^') || IsSymbol(content));
        // '<answer> {last answer}', 'Prompt: {user question}'
        var before = IsSpace(Peek(at - 1)) ? Peek(at - 2) : Peek(at - 1);
        var isInTemplate = before is '>' or '=' || (before is ':' or '"' or '“' && content.Contains(' '));
        if (content.ContainsAny(",;:|\"=") || content.IsWhiteSpace() || isSet || isInTemplate)
        {
            return null;
        }
        if (!isGlued && (content.IndexOfAnyExceptInRange('a', 'z') < 0 || content.IndexOfAnyExceptInRange('0', '9') < 0))
        {
            return null;
        }
        var braces = Braces(at, at + 1, close);
        return content.Length == 1 ? braces with { Kind = TexKind.Formula } : braces;
    }

    /// <summary>What a set or a sequence is made of, and a molecule: <c>{Wi}</c>, <c>{c(n)}</c>, <c>{Mo72}</c>.</summary>
    private static bool IsSymbol(ReadOnlySpan<char> content) =>
        !content.Contains(' ')
        && (content.ContainsAnyInRange('0', '9') || content.Contains('(') || (content.Length == 2 && char.IsAsciiLetterLower(content[1])));

    private static TexResidue Braces(int at, int end, int close) => new(TexKind.Shape, Bounds(at, end), string.Empty, new(close, 1));

    private static bool IsPunctuation(ReadOnlySpan<char> content) =>
        content.Length is 1 or 2 && content.IndexOfAnyExcept(",.=:-+<>×/%") < 0;

    /// <summary>Whether a group follows a link directly; what is in it is not TeX but a part of the link that went wrong.</summary>
    private readonly bool IsBehindLink(int at)
    {
        var start = at;
        while (start > 0 && at - start < 4 * Near && !IsSpace(_text[start - 1]) && _text[start - 1] is not ('{' or '}'))
        {
            start--;
        }
        var word = _text[start..at];
        return word.Contains("://", StringComparison.Ordinal) || (word.Contains('/') && word.Contains('.'));
    }

    /// <summary>A symbol's name that stands where no word can: <c>40times</c>, <c>80%sim95%</c>, <c>m gg n</c>, <c>varepsilon</c>.</summary>
    private TexResidue? FormulaWordAt(int at)
    {
        var rest = _text[at..];
        if (rest[0] == ' ')
        {
            var (left, right) = (at, at + 4);
            if (IsOperand(left - 1) && IsOperand(right))
            {
                return Formula(left + 1, left + 3, rest[1] == 'g' ? "≫" : "≪");
            }
            return null;
        }
        if (rest.StartsWith("left"))
        {
            return LeftToRight(at);
        }
        if (rest[0] is 'T' or 'O')
        {
            var end = at + 5;
            return char.IsLetterOrDigit(Peek(at - 1)) ? null : Formula(at, end, TexNames.Symbols[_text[at..end]]);
        }
        if (char.IsAsciiDigit(rest[0]))
        {
            var end = at + "0times".Length;
            return char.IsLetter(Peek(end)) ? null : Number(at, end, '×');
        }
        if (rest.StartsWith("%sim") || (rest.StartsWith("sim") && char.IsAsciiDigit(rest[3])))
        {
            return Similar(rest[0] == '%' ? at + 1 : at);
        }
        var start = StartOfLetters(at);
        var wordEnd = EndOfLetters(at);
        _next = wordEnd;
        if (start < _floor || (Peek(start - 1) == '.' && char.IsLetter(Peek(start - 2))))
        {
            return null;
        }
        return Decompose(_text[start..wordEnd]) is { } symbols ? Formula(start, wordEnd, symbols) : null;
    }

    /// <summary><c>left( … right)</c>.</summary>
    private TexResidue? LeftToRight(int at)
    {
        var length = _text[at..Math.Min(at + (2 * Near), _text.Length)].IndexOf("right");
        _steps += 2 * Near;
        var right = at + length;
        return length > 0 && !char.IsLetter(Peek(at - 1)) && Peek(right + 5) is ')' or ']' or '}'
            ? new(TexKind.Formula, new(at, 4), string.Empty, new(right, 5))
            : null;
    }

    /// <summary><c>sim95%</c>: a number follows, and no word made of the number (<c>sim2real</c>).</summary>
    private readonly TexResidue? Similar(int at)
    {
        if (char.IsLetter(Peek(at - 1)) || !char.IsAsciiDigit(Peek(at + 3)))
        {
            return null;
        }
        var end = EndOfDigits(at + 3);
        if (char.IsAsciiLetterLower(Peek(end)) && !(Peek(end) is 'x' or 'k' && !char.IsLetter(Peek(end + 1))))
        {
            return null;
        }
        end += Peek(end) == '%' ? 1 : 0;
        var start = Peek(at - 1) == '%' ? StartOfNumber(at - 2) : at;
        return Formula(start, end, $"{_text[start..at]}∼{_text[(at + 3)..end]}");
    }

    private readonly TexResidue Number(int lastDigit, int end, char sign)
    {
        var start = StartOfNumber(lastDigit);
        return Formula(start, end, $"{_text[start..(lastDigit + 1)]}{sign}");
    }

    /// <summary>The symbols that a word consists of, one of them at least no English word (<c>deltageq</c>); null where it does not.</summary>
    private static string? Decompose(ReadOnlySpan<char> word)
    {
        if (TexNames.DistinctSymbols.Contains(word))
        {
            return TexNames.Symbols[word];
        }
        if (word.Length > Near)
        {
            return null;
        }
        var symbols = new StringBuilder();
        var isDistinct = false;
        while (!word.IsEmpty)
        {
            var length = word.Length;
            for (; length > 1; length--)
            {
                var name = word[..length];
                if (TexNames.GreekLetters.Contains(name) || TexNames.DistinctSymbols.Contains(name) || name is "circ" or "sim" or "times")
                {
                    symbols.Append(TexNames.Symbols[name]);
                    isDistinct |= TexNames.DistinctSymbols.Contains(name);
                    break;
                }
            }
            if (length <= 1)
            {
                return null;
            }
            word = word[length..];
        }
        return isDistinct ? symbols.ToString() : null;
    }

    private static TexResidue Formula(int start, int end, string? replacement) => new(TexKind.Formula, Bounds(start, end), replacement);

    private readonly string GreekOr(int start, int end) =>
        TexNames.GreekLetters.Contains(_text[start..end]) ? TexNames.Symbols[_text[start..end]] : _text[start..end].ToString();

    private readonly int StartOfBase(int at)
    {
        var start = at;
        while (start > _floor && at - start < Near && char.IsLetterOrDigit(_text[start - 1]))
        {
            start--;
        }
        return start;
    }

    private readonly int StartOfNumber(int lastDigit)
    {
        var start = lastDigit + 1;
        while (
            start > _floor
            && lastDigit - start < Near
            && (char.IsAsciiDigit(_text[start - 1]) || (_text[start - 1] is '.' or ',' && char.IsAsciiDigit(Peek(start - 2))))
        )
        {
            start--;
        }
        return start;
    }

    private readonly int EndOfDigits(int start)
    {
        var end = start;
        while (
            end - start < Near
            && (char.IsAsciiDigit(Peek(end)) || (Peek(end) is '.' or ',' && end > start && char.IsAsciiDigit(Peek(end + 1))))
        )
        {
            end++;
        }
        return end;
    }

    private readonly bool EndsInDigit(int end) => char.IsAsciiDigit(Peek(end - 1));

    /// <summary>A letter by itself, a digit or a bracket.</summary>
    private readonly bool IsOperand(int at) => char.IsDigit(Peek(at)) || Peek(at) is '(' or ')' || IsSingle(at);
}
