using System.Buffers;

namespace DigestLsp.Parsing;

/// <summary>What one pass over the words of a line counts.</summary>
/// <param name="Words">Words with a letter or digit.</param>
/// <param name="SentenceBreaks">Places where one sentence seems to end and the next to begin.</param>
/// <param name="Periods">Those among them that are periods.</param>
/// <param name="HasFiniteVerb">Whether a word within makes a statement of it. Few titles hold one, and most of those ask a question.</param>
/// <param name="IsTitleCase">Whether most words of four letters or more begin with a capital.</param>
internal readonly record struct ProseMeasures(int Words, int SentenceBreaks, int Periods, bool HasFiniteVerb, bool IsTitleCase)
{
    private static readonly SearchValues<byte> Spaces = SearchValues.Create(" \t\n\r"u8);

    /// <summary>Measures text without white space around it.</summary>
    public static ProseMeasures Of(ReadOnlySpan<byte> text)
    {
        var (words, breaks, periods, longWords, capitals) = (0, 0, 0, 0, 0);
        var hasFiniteVerb = false;
        for (var rest = text; !rest.IsEmpty; )
        {
            var length = rest.IndexOfAny(Spaces);
            var word = length < 0 ? rest : rest[..length];
            rest = length < 0 ? default : rest[(length + 1)..];
            if (word.IsEmpty)
            {
                continue;
            }
            words += HasLetterOrDigit(word) ? 1 : 0;
            if (word.Length >= 4 && Letters.IsLetter(word[0]))
            {
                longWords++;
                capitals += Letters.IsLower(word[0]) ? 0 : 1;
            }
            if (!rest.IsEmpty)
            {
                hasFiniteVerb |= words > 1 && IsFiniteVerb(word);
                if (word[^1] is (byte)'.' or (byte)'!' or (byte)'?' && Letters.IsUpper(rest[0]) && EndsSentence(word))
                {
                    breaks++;
                    periods += word[^1] == '.' ? 1 : 0;
                }
            }
        }
        return new(words, breaks, periods, hasFiniteVerb, longWords > 0 && capitals * 10 >= longWords * 6);
    }

    public static bool HasLetterOrDigit(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (Letters.IsLetter(value) || Letters.IsDigit(value))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsFiniteVerb(ReadOnlySpan<byte> word) =>
        word.Length switch
        {
            2 => word.SequenceEqual("is"u8),
            3 => word.SequenceEqual("are"u8) || word.SequenceEqual("was"u8) || word.SequenceEqual("has"u8),
            4 => word.SequenceEqual("were"u8) || word.SequenceEqual("will"u8),
            _ => false,
        };

    /// <summary>Whether a sentence may end with this word: 'vs. X' and 'J. Doe' end none.</summary>
    private static bool EndsSentence(ReadOnlySpan<byte> word)
    {
        var letters = 0;
        foreach (var value in word)
        {
            letters += Letters.IsLetter(value) || Letters.IsDigit(value) ? 1 : 0;
        }
        return letters >= 3 && !word.SequenceEqual("etc."u8) && !word.SequenceEqual("Part."u8);
    }
}
