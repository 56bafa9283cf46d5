using System.Buffers;

namespace DigestLsp.Analyzers;

/// <summary>What holds for a stretch of prose as a whole and decides what is right within it. Each is found out once, when it is asked for.</summary>
/// <param name="text">The stretch.</param>
internal ref struct TextHabits(ReadOnlySpan<char> text)
{
    /// <summary>How much of a text tells its language, in UTF-16 units.</summary>
    private const int Sample = 2000;

    private static readonly string[] FrenchWords =
    [
        " le ",
        " la ",
        " les ",
        " de ",
        " des ",
        " du ",
        " une ",
        " est ",
        " et ",
        " dans ",
        " pour ",
    ];

    private static readonly string[] EnglishWords = [" the ", " a ", " of ", " and ", " to ", " in ", " for ", " with ", " is "];

    private static readonly SearchValues<char> RightToLeft = SearchValues.Create([
        .. Range(0x0590, 0x08FF),
        .. Range(0xFB1D, 0xFDFF),
        .. Range(0xFE70, 0xFEFC),
    ]);

    private readonly ReadOnlySpan<char> _text = text;
    private bool? _isFrench;
    private bool? _hasRightToLeft;
    private bool? _doublesSpaces;

    /// <summary>Whether it is French, which puts spaces before tall punctuation.</summary>
    public bool IsFrench => _isFrench ??= CountOf(FrenchWords) > CountOf(EnglishWords);

    /// <summary>Whether it holds letters that are written from right to left.</summary>
    public bool HasRightToLeft => _hasRightToLeft ??= _text.ContainsAny(RightToLeft);

    /// <summary>Whether it puts two spaces behind every sentence, as typists do.</summary>
    public bool DoublesSpaces => _doublesSpaces ??= FindDoublesSpaces();

    private readonly int CountOf(string[] words)
    {
        var sample = _text[..Math.Min(_text.Length, Sample)];
        var count = 0;
        foreach (var word in words)
        {
            count += sample.Count(word);
        }
        return count;
    }

    private readonly bool FindDoublesSpaces()
    {
        var doubled = _text.Count(".  ") + _text.Count("?  ") + _text.Count("!  ");
        return doubled > 2 && doubled == _text.Count(". ") + _text.Count("? ") + _text.Count("! ");
    }

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
