using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>Words at the edges of text, for findings about what lies between: editors draw nothing under a line break.</summary>
internal static class WordSpans
{
    /// <summary>The longest word that is looked for, in UTF-16 units.</summary>
    private const int Longest = 80;

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
