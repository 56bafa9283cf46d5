using System.Text;

namespace DigestLsp.Similarity;

/// <summary>The words of a title by which the parts of a series differ: numbers, Roman numerals, ordinals and single letters.</summary>
internal static class SeriesMarkers
{
    private const int LongestWord = 12;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Numbers = Set(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx "
            + "one two three four five six seven eight nine ten first second third fourth fifth sixth seventh eighth ninth tenth"
    );

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Parts = Set(
        "part paper volume vol chapter section lecture note notes appendix case phase stage series report episode type"
    );

    /// <summary>Whether a word of a folded title is a marker. The letter a is one only at the end, or after 'part' and the like.</summary>
    public static bool IsMarker(FoldedText title, int index)
    {
        ReadOnlySpan<byte> word = title.Word(index);
        if (word is [(byte)'a'])
        {
            return index == title.WordCount - 1 || (index > 0 && Contains(Parts, title.Word(index - 1)));
        }

        return (word.Length == 1 && char.IsAsciiLetterOrDigit((char)word[0]))
            || !word.ContainsAnyExcept("0123456789."u8)
            || Contains(Numbers, word);
    }

    private static bool Contains(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> set, ReadOnlySpan<byte> word)
    {
        Span<char> chars = stackalloc char[LongestWord];
        return word.Length <= LongestWord && set.Contains(chars[..Encoding.Latin1.GetChars(word, chars)]);
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        new HashSet<string>(words.Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
