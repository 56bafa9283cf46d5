using System.Text;

namespace DigestLsp.Parsing;

/// <summary>Tells by itself what a stretch of prose looks like: a title, an abstract, or something between.</summary>
internal static class TextShape
{
    /// <summary>Text of at least this many bytes is no title. The longest titles on arXiv have about 250.</summary>
    public const int AbstractBytes = 300;

    /// <summary>Text up to this length that ends no sentence is a title.</summary>
    private const int TitleBytes = 200;

    /// <summary>A title that ends in a period is rarely longer, an abstract rarely shorter.</summary>
    private const int SentenceWords = 8;

    private static readonly string[] Openers =
    [
        "We",
        "This paper",
        "This work",
        "In this",
        "Our",
        "Recent",
        "Existing",
        "Despite",
        "Although",
        "While",
        "There",
        "It",
        "This article",
        "The paper",
        "The article",
        "The aim",
        "The goal",
        "The purpose",
        "The author",
        "The authors",
        "See",
        "I",
    ];

    /// <summary>Verbs that make a statement of a line. Few titles hold one, and most of those ask a question.</summary>
    private static readonly byte[][] FiniteVerbs = [.. ((string[])["is", "are", "was", "were", "has", "will"]).Select(Spaced)];

    private static readonly string[] Continuations =
    [
        "However",
        "Moreover",
        "Furthermore",
        "Finally",
        "Additionally",
        "In addition",
        "In particular",
        "Specifically",
        "To address",
        "To this end",
        "Extensive",
        "Experiments",
        "Experimental results",
        "Our",
        "These",
        "Code",
        "Project page",
        "As a result",
        "Consequently",
        "Therefore",
        "Overall",
        "Empirically",
    ];

    private static readonly string[] Placeholders =
    [
        "n/a",
        "tba",
        "tbd",
        "none",
        "withdrawn",
        "no abstract",
        "no abstract available",
        "abstract not available",
        "abstract unavailable",
    ];

    /// <summary>The features of text without white space around it; its inner line breaks count as spaces.</summary>
    public static BlockFeatures Of(ReadOnlySpan<byte> text)
    {
        var ends = EndsSentence(text);
        var traits =
            (ends ? BlockTraits.EndsSentence : 0)
            | (Letters.IsLower(text[0]) || StartsWithAny(text, Continuations) ? BlockTraits.ReadsOn : 0);
        return new(ShapeOf(text, ends), traits);
    }

    private static BlockShape ShapeOf(ReadOnlySpan<byte> text, bool endsSentence)
    {
        if (text.Length >= AbstractBytes)
        {
            return HasLetterOrDigit(text) ? BlockShape.Abstract : BlockShape.Noise;
        }
        if (!HasLetterOrDigit(text))
        {
            return BlockShape.Noise;
        }
        var (words, sentenceBreaks, periods) = Measure(text);
        var closing = LastMark(text);
        if (IsPlaceholder(text))
        {
            return BlockShape.RatherAbstract;
        }
        // Titles ask questions, even several, and quote references full of periods; they do not end as statements do.
        if ((periods >= 2 && closing != default) || (sentenceBreaks >= 1 && closing == '.' && text.Length >= 80))
        {
            return BlockShape.Abstract;
        }
        if (closing is '.')
        {
            return words >= SentenceWords ? BlockShape.RatherAbstract : BlockShape.RatherTitle;
        }
        if (closing is '…')
        {
            return words >= 4 ? BlockShape.RatherAbstract : BlockShape.RatherTitle;
        }
        if (endsSentence && closing == default)
        {
            return words >= SentenceWords ? BlockShape.RatherAbstract : BlockShape.RatherTitle; // it ends in a link
        }
        if (words >= 4 && StartsWithAny(text, Openers) && !IsTitleCase(text))
        {
            return BlockShape.RatherAbstract;
        }
        if (words >= 6 && closing == default && HasFiniteVerb(text) && !IsTitleCase(text))
        {
            return BlockShape.RatherTitle; // a statement that lost its period, or one of the few titles that are one
        }
        return text.Length <= TitleBytes && sentenceBreaks == 0 ? BlockShape.Title : BlockShape.RatherTitle;
    }

    /// <summary>Whether most words of four letters or more begin with a capital.</summary>
    public static bool IsTitleCase(ReadOnlySpan<byte> text)
    {
        var capital = 0;
        var counted = 0;
        foreach (var range in text.Split((byte)' '))
        {
            var word = text[range];
            if (word.Length >= 4 && Letters.IsLetter(word[0]))
            {
                counted++;
                capital += Letters.IsLower(word[0]) ? 0 : 1;
            }
        }
        return counted > 0 && capital * 10 >= counted * 6;
    }

    /// <summary>Words, the places where one sentence seems to end and the next to begin, and those among them that are periods.</summary>
    private static (int Words, int SentenceBreaks, int Periods) Measure(ReadOnlySpan<byte> text)
    {
        var words = 1;
        var breaks = 0;
        var periods = 0;
        var lettersInWord = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = text[i];
            if (value is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                if (i > 0 && i + 1 < text.Length && text[i - 1] is (byte)'.' or (byte)'!' or (byte)'?' && !IsAbbreviation(text[..i]))
                {
                    // A capital must follow, and a word of some length precede: 'vs. X' and 'J. Doe' break no sentence.
                    var isBreak = lettersInWord >= 3 && Letters.IsUpper(text[i + 1]);
                    breaks += isBreak ? 1 : 0;
                    periods += isBreak && text[i - 1] == '.' ? 1 : 0;
                }
                words += lettersInWord > 0 ? 1 : 0;
                lettersInWord = 0;
            }
            else if (Letters.IsLetter(value) || Letters.IsDigit(value))
            {
                lettersInWord++;
            }
        }
        return (words, breaks, periods);
    }

    private static bool IsAbbreviation(ReadOnlySpan<byte> upToSpace) =>
        upToSpace.EndsWith(" al."u8) || upToSpace.EndsWith(" vs."u8) || upToSpace.EndsWith(" etc."u8) || upToSpace.EndsWith(" Part."u8);

    /// <summary>Whether the text ends in '.', '!', '?', an ellipsis, either of those within closers, or in a link.</summary>
    private static bool EndsSentence(ReadOnlySpan<byte> text) => LastMark(text) != default || EndsInLink(text);

    /// <summary>The sentence mark at the end, closing quotes and brackets left aside; <c>…</c> for any ellipsis, NUL for none.</summary>
    private static char LastMark(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            if (text[^1] is (byte)')' or (byte)']' or (byte)'}' or (byte)'"' or (byte)'\'' or (byte)'$' or (byte)'*')
            {
                text = text[..^1];
            }
            else if (text.EndsWith("”"u8) || text.EndsWith("’"u8))
            {
                text = text[..^3];
            }
            else
            {
                break;
            }
        }
        return text.EndsWith("..."u8) || text.EndsWith("…"u8) ? '…'
            : text.EndsWith("。"u8) ? '.'
            : text is [.., (byte)'.' or (byte)'!' or (byte)'?'] ? (char)text[^1]
            : default;
    }

    private static bool EndsInLink(ReadOnlySpan<byte> text)
    {
        var lastWord = text[(text.LastIndexOfAny((byte)' ', (byte)'\n', (byte)'\r') + 1)..];
        return lastWord.IndexOf("://"u8) >= 0
            || lastWord.StartsWith("www."u8)
            || (lastWord.IndexOf((byte)'/') > 3 && lastWord[..lastWord.IndexOf((byte)'/')].IndexOf((byte)'.') > 0);
    }

    private static byte[] Spaced(string word) => System.Text.Encoding.UTF8.GetBytes($" {word} ");

    private static bool HasFiniteVerb(ReadOnlySpan<byte> text)
    {
        foreach (var verb in FiniteVerbs)
        {
            if (text.IndexOf(verb) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsPlaceholder(ReadOnlySpan<byte> text)
    {
        while (text is [(byte)'[' or (byte)'(', ..])
        {
            text = text[1..];
        }
        while (text is [.., (byte)']' or (byte)')' or (byte)'.'])
        {
            text = text[..^1];
        }
        foreach (var placeholder in Placeholders)
        {
            if (Ascii.EqualsIgnoreCase(text, placeholder))
            {
                return true;
            }
        }
        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<byte> text, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text.Length > phrase.Length && !Letters.IsLetter(text[phrase.Length]) && Ascii.Equals(text[..phrase.Length], phrase))
            {
                return true;
            }
        }
        return false;
    }

    private static bool HasLetterOrDigit(ReadOnlySpan<byte> text)
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
}
