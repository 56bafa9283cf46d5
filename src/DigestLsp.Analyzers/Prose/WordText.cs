using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace DigestLsp.Analyzers;

/// <summary>Words of a text, found from a position within it or from their edges. A word is a run of ASCII letters.</summary>
internal static class WordText
{
    /// <summary>The longest run of letters that counts as a word, so that looking for its edge takes no long time.</summary>
    public const int Longest = 48;

    private const int LongestToken = 80;

    private static readonly FrozenSet<string> SentenceOpeners = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "A Across Accordingly Additionally After All Also Although An Among And Another Applying As At Based Because Besides "
            + "Beyond Both Building But By Code Codes Combined Compared Comparing Comprehensive Consequently Conversely Current Currently "
            + "Datasets Despite Due During Each Empirical Empirically Especially Evaluated Evaluation Evaluations Even Existing "
            + "Experiment Experimental Experimentally Experiments Extensive Finally First Firstly Following For From Further Furthermore "
            + "Given Hence Here How However If Importantly In Indeed Inspired Instead Interestingly It Its Last Lastly Later Leveraging "
            + "Many Meanwhile More Moreover Most Motivated Nevertheless Next No Nonetheless Not Notably Numerical Of On Once One Only Our "
            + "Over Overall Particularly Previous Prior Project Qualitative Quantitative Rather Recent Recently Remarkably Results Second "
            + "Secondly Several Similarly Simulation Simulations Since So Some Specifically Starting Still Subsequently Such Surprisingly "
            + "That The Their Then Theoretical Theoretically There Therefore These They Third Thirdly This Those Though Through "
            + "Throughout Thus To Together Traditional Traditionally Two Ultimately Under Unfortunately Unlike Until Using Via We What "
            + "When Where Whereas Whether Which While With Within Without Yet"
        ).Split(' ')
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OpenerLookup = SentenceOpeners.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Whether sentences often begin with a word; the word has its capital.</summary>
    public static bool OpensSentence(ReadOnlySpan<char> word) => OpenerLookup.Contains(word);

    /// <summary>The word that ends at a position; empty where none does, its end where it is very long.</summary>
    public static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        for (var floor = Math.Max(0, end - Longest); start > floor && char.IsAsciiLetter(text[start - 1]); start--) { }
        return text[start..end];
    }

    /// <summary>The word that starts at a position; empty where none does, its beginning where it is very long.</summary>
    public static ReadOnlySpan<char> At(ReadOnlySpan<char> text, int start)
    {
        var end = start = Math.Min(start, text.Length);
        for (var limit = Math.Min(text.Length, start + Longest); end < limit && char.IsAsciiLetter(text[end]); end++) { }
        return text[start..end];
    }

    /// <summary>The start of the run without white space that a position lies in; of a long one a part.</summary>
    public static int StartOfToken(ReadOnlySpan<char> text, int position)
    {
        for (var floor = Math.Max(0, position - LongestToken); position > floor && !IsSpace(text[position - 1]); position--) { }
        return position;
    }

    /// <summary>The end of the run without white space that a position lies in or behind; of a long one a part.</summary>
    public static int EndOfToken(ReadOnlySpan<char> text, int position)
    {
        for (var limit = Math.Min(text.Length, position + LongestToken); position < limit && !IsSpace(text[position]); position++) { }
        return position;
    }

    /// <summary>A character, a space outside the text.</summary>
    public static char CharacterAt(ReadOnlySpan<char> text, int position) => (uint)position < (uint)text.Length ? text[position] : ' ';

    /// <summary>Whether all characters are a–z, and there is one.</summary>
    public static bool IsLower(ReadOnlySpan<char> word) => !word.IsEmpty && word.IndexOfAnyExceptInRange('a', 'z') < 0;

    /// <summary>Whether a text holds a word between characters that are no letters.</summary>
    public static bool Holds(ReadOnlySpan<char> text, ReadOnlySpan<char> word, StringComparison comparison = StringComparison.Ordinal)
    {
        for (var from = 0; ; )
        {
            var offset = text[from..].IndexOf(word, comparison);
            if (offset < 0)
            {
                return false;
            }
            from += offset;
            if (!char.IsLetter(CharacterAt(text, from - 1)) && !char.IsLetter(CharacterAt(text, from + word.Length)))
            {
                return true;
            }
            from += word.Length;
        }
    }

    /// <summary>Whether a character is white space of a line or between lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSpace(char character) => character is ' ' or '\n' or '\r' or '\t';
}
