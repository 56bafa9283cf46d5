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
        int upper = 0;
        int letters = 0;
        int digits = 0;
        bool startsUpper = false;
        for (int i = 0; i <= word.Length; i++)
        {
            if (i == word.Length || word[i] == '-')
            {
                hasLetters |= letters > 1;
                unusual |= upper > 1 || (digits > 0 && letters > 0) || (upper == 1 && letters > 1 && !startsUpper);
                (upper, letters, digits) = (0, 0, 0);
            }
            else if (char.IsUpper(word[i]))
            {
                startsUpper = letters == 0 && digits == 0;
                upper++;
                letters++;
            }
            else if (char.IsLetter(word[i]))
            {
                letters++;
            }
            else if (char.IsAsciiDigit(word[i]))
            {
                digits++;
            }
            else if (word[i] is not ('+' or '.' or '^' or '_' or '*'))
            {
                return false;
            }
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
