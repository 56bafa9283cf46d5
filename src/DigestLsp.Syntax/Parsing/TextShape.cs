using System.Text;

namespace DigestLsp.Parsing;

/// <summary>Tells by itself what a stretch of prose looks like: a title, an abstract, or something between.</summary>
internal static class TextShape
{
    /// <summary>Text of at least this many bytes is no title. The longest titles on arXiv have about 250.</summary>
    public const int AbstractBytes = 300;

    /// <summary>Text up to this length that ends no sentence is a title.</summary>
    private const int TitleBytes = StatementMarks.LongestText;

    /// <summary>A title that ends in a period is rarely longer, an abstract rarely shorter.</summary>
    private const int SentenceWords = 8;

    private static readonly OpeningPhrases Openers = new(
        "We",
        "This",
        "In this",
        "In the present",
        "In the presented",
        "To appear",
        "Our",
        "Recent",
        "Existing",
        "Despite",
        "Although",
        "While",
        "There",
        "It",
        "The paper",
        "The article",
        "The aim",
        "The goal",
        "The purpose",
        "The author",
        "The authors",
        "See",
        "I"
    );

    /// <summary>
    /// What sentences within abstracts begin with and abstracts hardly ever: counted on 45,000 and 390,000 sentences, at least
    /// twelve times as often within as at the beginning.
    /// </summary>
    private static readonly OpeningPhrases Continuations = new(
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
        "Notably",
        "Meanwhile",
        "Crucially",
        "Instead",
        "Together",
        "Further",
        "Then",
        "Yet",
        "For example",
        "We also",
        "We further",
        "We then",
        "We hope",
        "We believe",
        "We release",
        "We validate",
        "The code",
        "The resulting",
        "This approach",
        "This design",
        "To bridge this",
        "To achieve this",
        "To overcome",
        "To tackle",
        "To further",
        "Building on this",
        "Based on this",
        "Motivated by this",
        "Through extensive"
    );

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

    /// <summary>The longest of them, with brackets and a period.</summary>
    private const int LongestPlaceholder = 28;

    /// <summary>The features of text without white space around it; its inner line breaks count as spaces.</summary>
    public static BlockFeatures Of(ReadOnlySpan<byte> text)
    {
        var closing = LastMark(text);
        var endsInLink = closing == default && EndsInLink(text);
        var traits =
            (closing != default || endsInLink ? BlockTraits.EndsSentence : 0)
            | (Letters.IsLower(text[0]) || Continuations.Open(text) ? BlockTraits.ReadsOn : 0);
        return new(ShapeOf(text, closing, endsInLink), traits);
    }

    private static BlockShape ShapeOf(ReadOnlySpan<byte> text, char closing, bool endsInLink)
    {
        if (text.Length >= AbstractBytes)
        {
            return ProseMeasures.HasLetterOrDigit(text) ? BlockShape.Abstract : BlockShape.Noise;
        }
        if (BoilerplateLines.IsProbable(text))
        {
            return BlockShape.Noise;
        }
        return closing == default && !endsInLink && IsPlainTitle(text) ? BlockShape.Title : MeasuredShape(text, closing, endsInLink);
    }

    /// <summary>The shape of text shorter than an abstract as its measures tell it, which is never another than <see cref="Of"/> finds.</summary>
    internal static BlockShape MeasuredShape(ReadOnlySpan<byte> text)
    {
        var closing = LastMark(text);
        return BoilerplateLines.IsProbable(text) ? BlockShape.Noise : MeasuredShape(text, closing, closing == default && EndsInLink(text));
    }

    private static BlockShape MeasuredShape(ReadOnlySpan<byte> text, char closing, bool endsInLink)
    {
        var (words, sentenceBreaks, periods, hasFiniteVerb, isTitleCase) = ProseMeasures.Of(text);
        if (words == 0)
        {
            return BlockShape.Noise;
        }
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
        if (endsInLink)
        {
            return words >= SentenceWords ? BlockShape.RatherAbstract : BlockShape.RatherTitle;
        }
        if (words >= 4 && Openers.Open(text) && !isTitleCase)
        {
            return BlockShape.RatherAbstract;
        }
        if (words >= 6 && closing == default && hasFiniteVerb && !isTitleCase)
        {
            return BlockShape.RatherTitle; // a statement that lost its period, or one of the few titles that are one
        }
        return text.Length <= TitleBytes && sentenceBreaks == 0 ? BlockShape.Title : BlockShape.RatherTitle;
    }

    /// <summary>Whether nothing has to be counted to tell that this is a title, which is so for nearly all of them.</summary>
    /// <param name="text">It ends in neither a sentence mark nor a link.</param>
    private static bool IsPlainTitle(ReadOnlySpan<byte> text) =>
        text.Length is > LongestPlaceholder and <= TitleBytes
        && (Letters.IsLetter(text[0]) || Letters.IsDigit(text[0]))
        && !Openers.Open(text)
        && !StatementMarks.MayStandIn(text);

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
        var slash = lastWord.IndexOf((byte)'/');
        return lastWord.StartsWith("www."u8)
            || (slash >= 0 && (lastWord.IndexOf("://"u8) >= 0 || (slash > 3 && lastWord[..slash].IndexOf((byte)'.') > 0)));
    }

    private static bool IsPlaceholder(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestPlaceholder)
        {
            return false;
        }
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
}
