namespace DigestLsp.Analyzers;

/// <content>What stands beside a piece of a formula and belongs to it.</content>
internal ref partial struct TexScanner
{
    /// <summary>Whether what is between two pieces is a part of the same formula.</summary>
    public bool Connects(int end, int start)
    {
        var at = end;
        while (at < start && start - end <= Near)
        {
            if (GlueLength(at, start) is not (> 0 and var length))
            {
                return false;
            }
            at += length;
        }
        _steps += at - end;
        return at >= start;
    }

    /// <summary>The end of a formula with the brackets closed that open in it.</summary>
    /// <param name="start">Its start.</param>
    /// <param name="end">The end of its last piece.</param>
    public int CloseBrackets(int start, int end)
    {
        var depth = 0;
        foreach (var character in _text[start..end])
        {
            depth +=
                character is '(' or '[' ? 1
                : character is ')' or ']' && depth > 0 ? -1
                : 0;
        }
        _steps += end - start;
        for (var at = end; depth > 0 && at < _text.Length && at - end < Near; )
        {
            if (GlueLength(at, _text.Length) is not (> 0 and var length))
            {
                break;
            }
            depth +=
                _text[at] is '(' or '[' ? 1
                : _text[at] is ')' or ']' ? -1
                : 0;
            at += length;
            if (depth == 0)
            {
                return at;
            }
        }
        return end;
    }

    /// <summary>The next word that belongs to the formula which ends here, or which is about to begin.</summary>
    private TexResidue? WordAhead()
    {
        var limit = Math.Min(_next + Near, NextPlace());
        for (var at = _next; at < limit; )
        {
            if (char.IsAsciiLetter(_text[at]) && NeighbourAt(at) is { } word)
            {
                return word;
            }
            if (GlueLength(at, _text.Length) is not (> 0 and var length))
            {
                break;
            }
            _steps += length;
            at += length;
        }
        return null;
    }

    /// <summary>Where the first word stands that belongs to the formula before the place where it was noticed.</summary>
    private int? FirstNeighbour(int start)
    {
        int? first = null;
        var floor = Math.Max(_floor, start - Near);
        for (var at = start; at > floor; )
        {
            var wordStart = char.IsAsciiLetter(_text[at - 1]) ? Math.Max(StartOfLetters(at), floor) : at - 1;
            if (char.IsAsciiLetter(_text[wordStart]) && at < start && NeighbourAt(wordStart) is not null)
            {
                first = wordStart;
            }
            else if (GlueLength(wordStart, start) == 0)
            {
                break;
            }
            _steps += at - wordStart;
            at = wordStart;
        }
        return first;
    }

    private readonly TexResidue? NeighbourAt(int start)
    {
        var end = start;
        while (end < _text.Length && end - start < Near && char.IsAsciiLetter(_text[end]))
        {
            end++;
        }
        var name = _text[start..end];
        if (Peek(end) is '{' or '^' or '_' || char.IsAsciiLetter(Peek(start - 1)))
        {
            return null;
        }
        return (TexNames.GreekLetters.Contains(name) || TexNames.FormulaNeighbours.Contains(name))
            && TexNames.Symbols.TryGetValue(name, out var symbol)
                ? new(TexKind.FormulaWord, Bounds(start, end), symbol)
            : TexNames.BracketSizeCommands.Contains(name) && Peek(end) is '(' or ')' or '[' or ']'
                ? new(TexKind.FormulaWord, Bounds(start, end), string.Empty)
            : null;
    }

    /// <summary>How many characters at a position formulas are made of without being pieces by themselves; 0 where none.</summary>
    private readonly int GlueLength(int at, int limit)
    {
        var character = _text[at];
        if (!char.IsAsciiLetter(character))
        {
            var isEnd = character is ',' or '.' && !char.IsLetterOrDigit(Peek(at + 1));
            var isGlue =
                char.IsAsciiDigit(character)
                || " ()[]+-*/=<>|^_.,!'".Contains(character, StringComparison.Ordinal)
                || character is > '\u0370' and < '\u0400';
            return isGlue && !isEnd ? 1 : 0;
        }
        var end = at;
        while (end < limit && end - at < Near && char.IsAsciiLetter(_text[end]))
        {
            end++;
        }
        var word = _text[at..end];
        return word.Length == 1 ? (IsArticle(at) ? 0 : 1)
            : TexNames.FunctionNames.Contains(word) ? word.Length
            : 0;
    }

    private readonly bool IsArticle(int at) => _text[at] is 'a' or 'A' or 'I' && IsSpace(Peek(at - 1)) && IsSpace(Peek(at + 1));
}
