using System.Text;

namespace DigestLsp.Similarity;

/// <summary>Which words of a folded title say what the paper is about, and which only say where in a series it stands.</summary>
internal static class TitleWords
{
    private static readonly HashSet<ulong> Function = Set(
        "a an the of for in on at by to from with without and or as is are be its it into onto over under towards toward via using use "
            + "based through their this that new novel some s part volume vol"
    );

    private static readonly HashSet<ulong> Numbers = Set(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx "
            + "one two three four five six seven eight nine ten first second third fourth fifth sixth seventh eighth ninth tenth"
    );

    private static readonly HashSet<ulong> Parts = Set(
        "part paper volume vol chapter section lecture note notes appendix case phase stage series report episode type"
    );

    /// <summary>Whether a word only joins others.</summary>
    public static bool IsFunctionWord(ulong hash) => Function.Contains(hash);

    /// <summary>
    /// Whether a word is a series marker: a number, an ordinal, a Roman numeral or a single letter. The letter a is one only at the
    /// end, or after 'part' and the like.
    /// </summary>
    public static bool IsSeriesMarker(FoldedText title, int index)
    {
        ReadOnlySpan<byte> word = title.Word(index);
        return word switch
        {
            [(byte)'a'] => index == title.WordCount - 1 || (index > 0 && Parts.Contains(title.Hashes[index - 1])),
            [(byte)'s'] => false,
            [_] => char.IsAsciiLetterOrDigit((char)word[0]),
            _ => IsNumber(word) || Numbers.Contains(title.Hashes[index]),
        };
    }

    /// <summary>A hash of the digits in a word that is not all digits (Qwen2, gpt4, 3d); 0 when it has none.</summary>
    public static ulong HashOfDigits(ReadOnlySpan<byte> word) =>
        word.ContainsAnyInRange((byte)'0', (byte)'9') ? HashOf(word, digits: true) : 0;

    /// <summary>A hash of a word without its digits.</summary>
    public static ulong HashOfLetters(ReadOnlySpan<byte> word) => HashOf(word, digits: false);

    private static ulong HashOf(ReadOnlySpan<byte> word, bool digits)
    {
        ulong hash = 0;
        foreach (byte b in word)
        {
            bool isDigit = b is (>= (byte)'0' and <= (byte)'9') or (byte)'.';
            hash = isDigit == digits ? MurmurHash3.Finish(hash + b) : hash;
        }

        return hash;
    }

    private static bool IsNumber(ReadOnlySpan<byte> word)
    {
        if (word[0] is < (byte)'0' or > (byte)'9')
        {
            return false;
        }

        int digits = word.IndexOfAnyExcept("0123456789."u8);
        return digits < 0 || word[digits..] is [(byte)'s', (byte)'t'] or [(byte)'n' or (byte)'r', (byte)'d'] or [(byte)'t', (byte)'h'];
    }

    private static HashSet<ulong> Set(string words)
    {
        var text = new FoldedText();
        text.Fold(Encoding.UTF8.GetBytes(words));
        return [.. text.Hashes];
    }
}
