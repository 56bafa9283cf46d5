using System.Buffers;
using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>Phrases by which a text says in words that one form stands for another.</summary>
internal static class Phrases
{
    /// <summary>No paper has as many; a text made to take long does.</summary>
    private const int MostPhrases = 512;

    /// <summary>What stands between a long form and its short form.</summary>
    private static readonly string[] Naming =
    [
        "abbreviated as ",
        "abbreviated to ",
        "abbreviated ",
        "known as ",
        "referred to as ",
        "a.k.a. ",
        "a.k.a ",
        "aka ",
        "or simply ",
        "or just ",
        "denoted as ",
        "denoted by ",
        "termed ",
        "dubbed ",
        ", or ",
    ];

    /// <summary>What stands between a short form and its long form.</summary>
    private static readonly string[] Standing =
    [
        "stands for ",
        "standing for ",
        "stand for ",
        "short for ",
        "abbreviation for ",
        "abbreviation of ",
        "acronym for ",
        "acronym of ",
    ];

    /// <summary>What stands before a short or a long form in brackets.</summary>
    private static readonly string[] LeadIns =
    [
        "abbreviated as ",
        "abbreviated to ",
        "abbreviated ",
        "hereafter ",
        "henceforth ",
        "termed ",
        "called ",
        "dubbed ",
        "named ",
        "denoted as ",
        "denoted by ",
        "denoted ",
        "also known as ",
        "known as ",
        "also called ",
        "referred to as ",
        "a.k.a. ",
        "a.k.a., ",
        "aka ",
        "or ",
        "or simply ",
        "i.e. ",
        "i.e., ",
        "in short ",
        "for short ",
        "short: ",
        "the ",
        "a ",
        "an ",
        "for ",
        "also ",
    ];

    // Rare words that all phrases have: one vectorised search tells that a text has none.
    private static readonly SearchValues<string> Anchors = SearchValues.Create(
        [
            "abbrevia",
            "known as ",
            "referred to as ",
            "a.k.a",
            "aka ",
            "or simply ",
            "or just ",
            "denoted ",
            "termed ",
            "dubbed ",
            ", or ",
            "stands for ",
            "standing for ",
            "stand for ",
            "short for ",
            "acronym ",
        ],
        StringComparison.Ordinal
    );

    /// <summary>Adds the abbreviations that a text introduces in words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Takes what is found.</param>
    /// <param name="known">From where on it holds what was found in this text already.</param>
    public static void Find(ReadOnlySpan<char> text, List<Abbreviation> found, int known)
    {
        int start = 0;
        for (int i = 0; i < MostPhrases && text[start..].IndexOfAny(Anchors) is >= 0 and var offset; i++)
        {
            int at = start + offset;
            start = at + 1;
            if (TryRead(text, at, out Abbreviation abbreviation) && found.FindIndex(known, other => other.Short == abbreviation.Short) < 0)
            {
                found.Add(abbreviation);
            }
        }
    }

    /// <summary>Where a short or a long form may begin within brackets.</summary>
    public static int SkipLeadIn(ReadOnlySpan<char> text, TextSpan content)
    {
        int start = content.Start;
        while (PrefixOf(LeadIns, text[start..content.End]) is > 0 and var length)
        {
            start += length;
        }

        return start;
    }

    private static bool TryRead(ReadOnlySpan<char> text, int at, out Abbreviation abbreviation)
    {
        abbreviation = default;
        if (PrefixOf(Naming, text[at..]) is > 0 and var naming)
        {
            TextSpan word = Marks.WordAfter(text, at + naming);
            return IsStrong(text, word, out ShortForm form)
                && LongForm.TryReadBefore(text, EndBefore(text, at), form, strictly: false, out abbreviation);
        }

        if (PrefixOf(Standing, text[at..]) is > 0 and var standing)
        {
            TextSpan word = WordThatStands(text, at);
            return IsStrong(text, word, out ShortForm form) && LongForm.TryReadAfter(text, at + standing, form, out abbreviation);
        }

        return false;
    }

    private static bool IsStrong(ReadOnlySpan<char> text, TextSpan word, out ShortForm form) =>
        ShortForm.TryRead(text, word, out form) && form.Strength == ShortFormStrength.Strong && form.Letters > 1;

    /// <summary>The end of the long form before a phrase: ‘…, also known as’, ‘…, commonly abbreviated as’.</summary>
    private static int EndBefore(ReadOnlySpan<char> text, int at)
    {
        TextSpan word = Marks.WordBefore(text, at);
        ReadOnlySpan<char> adverb = text.Slice(word.Start, word.Length);
        int end =
            adverb.EndsWith("ly", StringComparison.Ordinal)
            || adverb is "also" or "often" or "sometimes" or "is" or "are" or "hereafter" or "henceforth"
                ? word.Start
                : at;
        while (end > 0 && (Marks.IsAround(text[end - 1]) || text[end - 1] is ',' or '('))
        {
            end--;
        }

        return end;
    }

    /// <summary>The word before ‘stands for’ and the like: ‘SF, which stands for’, ‘SF is short for’, ‘SF is an acronym for’.</summary>
    private static TextSpan WordThatStands(ReadOnlySpan<char> text, int at)
    {
        int position = at;
        for (int words = 0; words < 4; words++)
        {
            while (position > 0 && (Marks.IsAround(text[position - 1]) || text[position - 1] is ',' or '('))
            {
                position--;
            }

            TextSpan word = Marks.WordBefore(text, position);
            if (text.Slice(word.Start, word.Length) is not ("which" or "that" or "is" or "an" or "the" or "a"))
            {
                return word;
            }

            position = word.Start;
        }

        return default;
    }

    private static int PrefixOf(string[] phrases, ReadOnlySpan<char> text)
    {
        foreach (string phrase in phrases)
        {
            if (text.StartsWith(phrase, StringComparison.Ordinal))
            {
                return phrase.Length;
            }
        }

        return 0;
    }
}
