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

    /// <summary>The last word of a stretch, with the punctuation on it.</summary>
    public static TextSpan LastWord(SourceText text, TextSpan span)
    {
        var tail = new TextSpan(Math.Max(span.Start, span.End - Longest), Math.Min(span.Length, Longest));
        var space = text.ToString(tail).AsSpan().LastIndexOfAny(" \t\r\n");
        return TextSpan.FromBounds(tail.Start + space + 1, span.End);
    }

    /// <summary>The first word of a stretch, with the punctuation on it.</summary>
    public static TextSpan FirstWord(SourceText text, TextSpan span)
    {
        var head = new TextSpan(span.Start, Math.Min(span.Length, Longest));
        var space = text.ToString(head).AsSpan().IndexOfAny(" \t\r\n");
        return space < 0 ? head : new(span.Start, space);
    }
}
