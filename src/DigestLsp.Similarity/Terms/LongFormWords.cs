namespace DigestLsp.Similarity;

/// <summary>A piece of a long form: a run of letters or of digits.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="StartsWord">Whether white space, a bracket or a quote stands before it, rather than a hyphen or the like.</param>
/// <param name="IsFunction">Whether it only joins others.</param>
/// <param name="Break">What it costs to have the mark behind this piece within a long form.</param>
internal readonly record struct LongFormWord(int Start, int Length, bool StartsWord, bool IsFunction, int Break)
{
    public int End => Start + Length;
}

/// <summary>The words before or after a short form among which its long form may lie.</summary>
internal ref struct LongFormWords(Span<LongFormWord> buffer)
{
    private readonly Span<LongFormWord> _buffer = buffer;

    /// <summary>UTF-16 units; longer than any long form.</summary>
    private const int LongestReach = 400;

    private int _count;

    /// <summary>The words, in the order of the text.</summary>
    public readonly ReadOnlySpan<LongFormWord> Words => _buffer[^_count..];

    /// <summary>Reads words backwards from a position, at most to the beginning of the sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to stop.</param>
    /// <param name="end">Where to begin.</param>
    /// <param name="limit">Words, parted by white space, at most.</param>
    public void ReadBackwards(ReadOnlySpan<char> text, int start, int end, int limit)
    {
        _count = 0;
        int position = end;
        int breakCost = 0;
        start = Math.Max(start, end - LongestReach);
        while (position > start && _count < _buffer.Length && limit > 0)
        {
            char last = text[position - 1];
            if (!char.IsLetterOrDigit(last))
            {
                if (EndsSentence(text, position - 1, end))
                {
                    return;
                }

                breakCost += CostOf(last, text, position);
                position--;
                continue;
            }

            int wordEnd = position;
            bool isDigits = char.IsAsciiDigit(last);
            while (position > start && char.IsLetterOrDigit(text[position - 1]) && char.IsAsciiDigit(text[position - 1]) == isDigits)
            {
                position--;
            }

            bool startsWord = position == start || IsWordStart(text, position - 1) || text[..position].EndsWith("--");
            ReadOnlySpan<char> word = text[position..wordEnd];
            bool isFunction = startsWord && (wordEnd == text.Length || text[wordEnd] != '-') && FunctionWords.Contains(word);
            _buffer[^++_count] = new(position, wordEnd - position, startsWord, isFunction, breakCost);
            breakCost = 0;
            limit -= startsWord ? 1 : 0;
        }
    }

    private static bool IsWordStart(ReadOnlySpan<char> text, int before) =>
        char.IsWhiteSpace(text[before])
        || (text[before] is '(' or '[' && (before == 0 || char.IsWhiteSpace(text[before - 1])))
        || (text[before] == '{' && !IsAccent(text, before))
        || text[before] is '"' or '“' or '‘' or '`' or '*' or '_' or '$' or '/' or '—' or '–';

    /// <summary>Whether a brace encloses the letter of a TeX accent rather than an argument: Erd{\H{o}}s, Poincar\'{e}.</summary>
    private static bool IsAccent(ReadOnlySpan<char> text, int brace) =>
        (brace > 0 && char.IsPunctuation(text[brace - 1]) && text[brace - 1] is not ('\\' or '(' or '[' or '{' or '}' or '-'))
        || (brace > 0 && text[brace - 1] is '^' or '`' or '~' or '=')
        || (brace > 1 && char.IsLetter(text[brace - 1]) && text[brace - 2] == '\\');

    /// <summary>Whether a sentence or clause ends at a mark, so that no long form reaches over it.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> text, int mark, int end) =>
        text[mark] switch
        {
            ';' or '?' or '!' or '。' or '—' or '=' or '<' or '>' or '%' => true,
            ':' => mark + 1 < end && char.IsWhiteSpace(text[mark + 1]),
            '.' => mark + 1 < end && char.IsWhiteSpace(text[mark + 1]) && !IsInitial(text, mark) && !text[(mark + 1)..end].IsWhiteSpace(),
            '\n' => mark > 0 && text[mark - 1] == '\n',
            _ => false,
        };

    private static bool IsInitial(ReadOnlySpan<char> text, int mark) =>
        mark > 0 && char.IsAsciiLetterUpper(text[mark - 1]) && (mark == 1 || !char.IsLetterOrDigit(text[mark - 2]));

    private static int CostOf(char mark, ReadOnlySpan<char> text, int position) =>
        mark switch
        {
            ',' => position < text.Length && char.IsWhiteSpace(text[position]) ? 2 : 0,
            '(' or ')' or '[' or ']' => 4,
            '}' => position < text.Length && char.IsLetter(text[position]) ? 0 : 4,
            _ => 0,
        };
}
