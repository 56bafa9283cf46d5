namespace DigestLsp.Analyzers;

/// <summary>Characters that show nothing: some scripts and emoji need them, and anywhere else they only hinder searching.</summary>
internal static class InvisibleCharacters
{
    /// <summary>Those that stand for a space.</summary>
    public const string Separators = "\u2028\u2029";

    /// <summary>
    /// All of them: soft hyphen, zero width space and joiners, marks of direction, word joiner, byte order mark, and separators of lines
    /// and paragraphs, at which some programs break lines and others do not.
    /// </summary>
    public const string All =
        Separators
        + "\u00AD\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF";

    /// <summary>Whether one of them has nothing to do where it stands.</summary>
    /// <param name="text">A text.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="habits">What holds for the whole text.</param>
    public static bool IsIdle(ReadOnlySpan<char> text, int position, ref TextHabits habits) =>
        Separators.Contains(text[position]) ? true
        : text[position] is (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
            ? !habits.HasRightToLeft
        : !((position > 0 && NeedsJoiners(text[position - 1])) || (position + 1 < text.Length && NeedsJoiners(text[position + 1])));

    /// <summary>What it is called.</summary>
    public static string NameOf(char character) =>
        character switch
        {
            '\u00AD' => "soft hyphen",
            '\u200B' => "zero width space",
            '\u200C' or '\u200D' or '\u2060' => "joiner",
            '\uFEFF' => "byte order mark",
            '\u2028' => "line separator",
            '\u2029' => "paragraph separator",
            (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => "mark of direction",
            _ => "invisible character",
        };

    /// <summary>Letters of scripts that join or have no spaces, and the parts of emoji; neither punctuation nor signs.</summary>
    private static bool NeedsJoiners(char character) =>
        character >= '\u0590' && character is not (>= '\u2000' and < '\u2190') and not '\uFEFF';
}
