namespace DigestLsp.Similarity;

/// <summary>What tells a name from a plain word by its looks.</summary>
public static class NameShape
{
    /// <summary>
    /// Whether a word has two capitals or a capital and a digit in one of its parts, or a capital behind a small letter: BERT, GPT-4,
    /// LoRA, iBOT; and not Chain-of-Thought, Part-I or 2D.
    /// </summary>
    public static bool IsUnusual(ReadOnlySpan<char> word)
    {
        bool unusual = false;
        bool hasLetters = false;
        foreach (Range range in word.Split('-'))
        {
            ReadOnlySpan<char> part = word[range];
            int upper = 0;
            int letters = 0;
            int digits = 0;
            foreach (char c in part)
            {
                upper += char.IsUpper(c) ? 1 : 0;
                letters += char.IsLetter(c) ? 1 : 0;
                digits += char.IsAsciiDigit(c) ? 1 : 0;
                if (!char.IsLetterOrDigit(c) && c is not ('+' or '.' or '^' or '_' or '*'))
                {
                    return false;
                }
            }

            hasLetters |= letters > 1;
            unusual |= upper > 1 || (digits > 0 && letters > 0) || (upper == 1 && letters > 1 && !char.IsUpper(part[0]));
        }

        return unusual && hasLetters && !IsRoman(word);
    }

    /// <summary>Whether a word numbers a version: 3, 2.5, V2.</summary>
    public static bool IsVersion(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<char> number = word.TrimStart("vV");
        return number.Length > 0 && word.Length - number.Length <= 1 && number.Length <= 4 && !number.ContainsAnyExcept("0123456789.");
    }

    /// <summary>Whether a short form has a plural's s: LLMs, GNN's.</summary>
    public static bool IsPlural(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] == 's' && (char.IsUpper(word[^2]) || word[^2] is '\'' or '’');

    private static bool IsRoman(ReadOnlySpan<char> word) => !word.ContainsAnyExcept("IVX");
}
