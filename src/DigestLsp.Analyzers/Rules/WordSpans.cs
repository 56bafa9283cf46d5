using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>Words at the edges of text, for findings about what lies between: editors draw nothing under a line break.</summary>
internal static class WordSpans
{
    /// <summary>The longest word that is looked for, in UTF-16 units.</summary>
    private const int Longest = 80;

    /// <summary>The most of an abstract that is underlined, in UTF-16 units: all of it would say no more than its beginning.</summary>
    private const int LongestBeginning = 120;

    /// <summary>The first sentence of a stretch or, where that is long, its first words.</summary>
    public static TextSpan Beginning(SourceText text, TextSpan span)
    {
        if (span.Length <= LongestBeginning)
        {
            return span;
        }
        var characters = text.ToString(new TextSpan(span.Start, LongestBeginning + 1));
        var sentence = characters.IndexOf(". ", StringComparison.Ordinal);
        return new(span.Start, sentence > 0 ? sentence + 1 : Excerpt.CutAt(characters, LongestBeginning));
    }

    /// <summary>From the last word of one stretch to the first word of a later one.</summary>
    public static TextSpan Seam(SourceText text, TextSpan before, TextSpan after) =>
        TextSpan.FromBounds(LastWord(text, before).Start, FirstWord(text, after).End);

    /// <summary>The last word of a stretch, with the punctuation on it; of a very long one its end.</summary>
    public static TextSpan LastWord(SourceText text, TextSpan span)
    {
        var tail = TextSpan.FromBounds(Math.Max(span.Start, span.End - Longest), span.End);
        var characters = text.ToString(tail);
        var start = characters.AsSpan().LastIndexOfAny(" \t\r\n") + 1;
        if (start == 0 && tail.Start > span.Start && char.IsLowSurrogate(characters[0]))
        {
            start = 1;
        }
        return TextSpan.FromBounds(tail.Start + start, span.End);
    }

    /// <summary>The first word of a stretch, with the punctuation on it; of a very long one its beginning.</summary>
    public static TextSpan FirstWord(SourceText text, TextSpan span)
    {
        var characters = text.ToString(new(span.Start, Math.Min(span.Length, Longest + 1)));
        var space = characters.AsSpan().IndexOfAny(" \t\r\n");
        return new(
            span.Start,
            space >= 0 ? space
                : characters.Length <= Longest ? characters.Length
                : Excerpt.CutAt(characters, Longest)
        );
    }
}
