using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>How much a short form looks like one.</summary>
internal enum ShortFormStrength
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A digit and a letter that may be a unit: 7B; 5G.</summary>
    Quantity,

    /// <summary>Lower-case letters only.</summary>
    LowerCase,

    /// <summary>A word with a capital at its beginning.</summary>
    Word,

    /// <summary>A single capital.</summary>
    Letter,

    /// <summary>Capitals or digits within.</summary>
    Strong,
}

/// <summary>What may be a short form, by its looks alone.</summary>
/// <param name="Span">Its place in the text.</param>
/// <param name="Letters">Letters, digits and signs to be found in the long form; a plural's s is not counted.</param>
/// <param name="Strength">How much it looks like one.</param>
internal readonly record struct ShortForm(TextSpan Span, int Letters, ShortFormStrength Strength)
{
    /// <summary>Letters, digits and signs at most.</summary>
    public const int LongestLetters = 12;

    private const int LongestSpan = 16;

    /// <summary>Reads a short form that fills a stretch of text.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, TextSpan span, out ShortForm form)
    {
        form = default;
        if (span.Length is 0 or > LongestSpan || !(char.IsLetterOrDigit(text[span.Start]) || text[span.Start] is '['))
        {
            return false;
        }

        var looks = Looks.Of(text, span);
        int letters = looks.Letters - (looks.IsPlural ? 1 : 0);
        ShortFormStrength strength = letters > LongestLetters ? ShortFormStrength.None : StrengthOf(looks, letters);
        if (strength == ShortFormStrength.LowerCase && text.Slice(span.Start, span.Length).Contains('_'))
        {
            // A variable with an index.
            return false;
        }

        form = new(span, letters, strength);
        return strength != ShortFormStrength.None;
    }

    /// <summary>The letters to be found in the long form.</summary>
    public ReadOnlySpan<char> ReadLetters(ReadOnlySpan<char> text, Span<char> buffer)
    {
        int count = 0;
        for (int i = Span.Start; count < Letters; i++)
        {
            if (IsLetter(text, Span, i))
            {
                buffer[count++] = text[i];
            }
        }

        return buffer[..count];
    }

    private static ShortFormStrength StrengthOf(Looks looks, int letters) =>
        looks.HasForeignMarks || looks.Spaces > 1 || looks.Letters == looks.Digits ? ShortFormStrength.None
        : looks.IsQuantity ? ShortFormStrength.Quantity
        : looks.Upper >= 2 || (looks.Upper == 1 && (looks.Digits > 0 || !looks.StartsUpper || looks.IsPlural)) ? ShortFormStrength.Strong
        : looks.Upper == 1 && letters > 1 && looks.IsMarked ? ShortFormStrength.Strong
        : looks.Upper == 1 && letters == 1 ? ShortFormStrength.Letter
        : looks.Upper == 1 && letters <= 5 && looks.Spaces == 0 ? ShortFormStrength.Word
        : looks.Upper == 0 && letters is >= 2 and <= 8 && looks.Spaces == 0 && (letters <= 5 || looks.Digits > 0)
            ? ShortFormStrength.LowerCase
        : ShortFormStrength.None;

    /// <summary>Whether a character is to be found in the long form: a letter, a digit, or a sign at the end (CD4+).</summary>
    private static bool IsLetter(ReadOnlySpan<char> text, TextSpan span, int index) =>
        char.IsLetterOrDigit(text[index])
        || (text[index] is '+' or '-' or '−' && (index == span.End - 1 || (text[index + 1] == ')' && text[index - 1] == '(')));

    /// <summary>What a stretch of text consists of.</summary>
    private readonly record struct Looks(
        int Letters,
        int Upper,
        int Digits,
        int Spaces,
        bool StartsUpper,
        bool IsPlural,
        bool IsQuantity,
        bool IsMarked,
        bool HasForeignMarks
    )
    {
        public static Looks Of(ReadOnlySpan<char> text, TextSpan span)
        {
            int letters = 0;
            int upper = 0;
            int digits = 0;
            int spaces = 0;
            bool foreign = false;
            for (int i = span.Start; i < span.End; i++)
            {
                char c = text[i];
                letters += IsLetter(text, span, i) ? 1 : 0;
                upper += char.IsUpper(c) ? 1 : 0;
                digits += char.IsAsciiDigit(c) ? 1 : 0;
                spaces += char.IsWhiteSpace(c) ? 1 : 0;
                foreign |=
                    c
                        is '='
                            or '<'
                            or '>'
                            or '%'
                            or ':'
                            or '~'
                            or '≤'
                            or '≥'
                            or '±'
                            or '×'
                            or '@'
                            or '?'
                            or '!'
                            or '\\'
                            or '"'
                            or '|'
                            or '^'
                            or '{'
                            or '}';
            }

            return new(
                letters,
                upper,
                digits,
                spaces,
                char.IsUpper(text[span.Start]),
                EndsAsPlural(text, span),
                IsQuantityOf(text.Slice(span.Start, span.Length)),
                (span.Length > 3 && text[span.Start + 1] is '-' or '.' or ' ' && char.IsLetter(text[span.End - 1]))
                    || text[span.End - 1] is '+' or '-' or '−',
                foreign
            );
        }

        /// <summary>A number with a unit: 7B, 128k, 1.5M.</summary>
        private static bool IsQuantityOf(ReadOnlySpan<char> form) =>
            form.Length > 1
            && char.ToUpperInvariant(form[^1]) is 'K' or 'M' or 'B' or 'G' or 'T' or 'X'
            && !form[..^1].ContainsAnyExcept("0123456789.,");

        private static bool EndsAsPlural(ReadOnlySpan<char> text, TextSpan span) =>
            span.Length > 1
            && text[span.End - 1] == 's'
            && (char.IsUpper(text[span.End - 2]) || char.IsAsciiDigit(text[span.End - 2]) || text[span.End - 2] is '\'' or '’');
    }
}
