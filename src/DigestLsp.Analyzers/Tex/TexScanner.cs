using System.Buffers;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>
/// Walks over what TeX left in prose, from left to right, in time linear in the text's length. Formulas between their
/// delimiters, links and code are passed over.
/// </summary>
internal ref partial struct TexScanner
{
    /// <summary>How far is looked around a piece for what belongs to it, so that looking takes constant time.</summary>
    private const int Near = 60;

    /// <summary>What has more places to look at is no prose; the rest of it is left alone.</summary>
    private const int MostPlaces = 20_000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("\\^_~`{");

    private static readonly SearchValues<string> Doubled = SearchValues.Create(["''", "--"], StringComparison.Ordinal);

    private readonly ReadOnlySpan<char> _text;
    private ProtectedSpans _protected;
    private BracePairs _braces;
    private int _next;
    private int _sign = -1;
    private int _doubled = -1;
    private int _word = -1;
    private int _places;
    private int _floor;
    private int _quotesEnd;
    private bool _inFormula;
    private long _steps;

    /// <summary>Starts at the beginning of a text.</summary>
    public TexScanner(ReadOnlySpan<char> text)
    {
        _text = text;
        _protected = new(text);
        _braces = new(text);
        _word = TexWords.MayStandIn(text) ? -1 : text.Length;
        _steps = text.Length;
    }

    /// <summary>The piece that <see cref="MoveNext"/> found.</summary>
    public TexResidue Current { get; private set; }

    /// <summary>How many characters were looked at so far; tests hold that it grows no faster than the text.</summary>
    public readonly long Steps => _steps + _protected.Steps;

    /// <summary>Whether a text may hold anything of interest; most hold nothing.</summary>
    public static bool MayFind(ReadOnlySpan<char> text) =>
        text.ContainsAny(Signs) || text.ContainsAny(Doubled) || TexWords.MayStandIn(text);

    /// <summary>Goes to the next piece.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            if (_inFormula)
            {
                _inFormula = false;
                if (WordAhead() is { } word)
                {
                    return Emit(word);
                }
            }
            var at = NextPlace();
            if (at == _text.Length || ++_places > MostPlaces)
            {
                return false;
            }
            var isSign = at == _sign;
            _next = at + 1;
            if (_protected.At(at) is { } span && span.Span.Start <= at)
            {
                if (span.Kind == ProtectedKind.Link && EscapeInLink(at) is { } escape)
                {
                    return Emit(escape);
                }
                _next = span.Kind == ProtectedKind.Link ? at + 1 : span.Span.End;
                continue;
            }
            if ((isSign ? Sign(at) : Word(at)) is not { } found)
            {
                continue;
            }
            if (found.IsFormula && FirstNeighbour(found.Span.Start) is { } neighbour)
            {
                // What stands before it comes first; then this place is come to again.
                _next = neighbour;
                _inFormula = true;
                continue;
            }
            return Emit(found);
        }
    }

    /// <summary>Gives memory back.</summary>
    public void Dispose() => _braces.Dispose();

    private bool Emit(TexResidue found)
    {
        Current = found;
        _next = Math.Max(_next, found.Span.End);
        _floor = found.Span.End;
        _inFormula = found.IsFormula;
        return true;
    }

    private int NextPlace()
    {
        if (_sign < _next)
        {
            var offset = _text[_next..].IndexOfAny(Signs);
            _sign = offset < 0 ? _text.Length : _next + offset;
            _steps += _sign - _next;
        }
        if (_doubled < _next)
        {
            var offset = _text[_next..].IndexOfAny(Doubled);
            _doubled = offset < 0 ? _text.Length : _next + offset;
            _steps += _doubled - _next;
        }
        if (_word < _next)
        {
            var found = TexWords.IndexFrom(_text, _next);
            _word = found < 0 ? _text.Length : found;
            _steps += _word - _next;
        }
        return Math.Min(_sign, Math.Min(_doubled, _word));
    }

    private TexResidue? Sign(int at) =>
        _text[at] switch
        {
            '\\' => char.IsAsciiLetter(Peek(at + 1)) ? Command(at) : Escape(at),
            '{' => Group(at),
            '~' => Tie(at),
            '`' => Quotes(at),
            _ => Script(at),
        };

    private TexResidue? Word(int at) =>
        _text[at] switch
        {
            '\'' => StraightQuotes(at),
            '-' => Dash(at),
            _ => FormulaWordAt(at),
        };

    private readonly char Peek(int position) => (uint)position < (uint)_text.Length ? _text[position] : ' ';

    /// <summary>The end of the letters that start at a position.</summary>
    private int EndOfLetters(int start)
    {
        var length = _text[start..].IndexOfAnyExcept(Letters);
        length = length < 0 ? _text.Length - start : length;
        _steps += length;
        return start + length;
    }

    /// <summary>The start of the letters that end at a position, if they are not too many.</summary>
    private readonly int StartOfLetters(int end)
    {
        var start = end;
        while (start > 0 && end - start < Near && char.IsAsciiLetter(_text[start - 1]))
        {
            start--;
        }
        return start;
    }

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\r' or '\n' or '\u00A0';

    private static TextSpan Bounds(int start, int end) => TextSpan.FromBounds(start, end);
}
