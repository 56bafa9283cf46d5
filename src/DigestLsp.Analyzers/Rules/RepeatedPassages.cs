using System.Runtime.InteropServices;
using DigestLsp.Similarity;
using DigestLsp.Text;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>
/// Finds sentences that stand twice in a paragraph, one after the other or far apart, and a paragraph that begins anew somewhere
/// within itself, as it does where it was pasted twice.
/// </summary>
internal static class RepeatedPassages
{
    /// <summary>Shorter sentences are repeated on purpose, or are parts of references, in UTF-16 units.</summary>
    private const int ShortestSentence = 40;

    /// <summary>How much of a paragraph's beginning is looked for further on, and how much must be the same then.</summary>
    private const int Beginning = 40;
    private const int ShortestPassage = 100;

    /// <summary>As many sentences are compared by looking at all of them; more are looked up.</summary>
    private const int Few = 48;

    /// <summary>Reports every second one; taking it out with the space before it is the repair, which is not safe.</summary>
    public static void Find(ReadOnlySpan<char> text, ReportFinding report)
    {
        if (text.Length < 2 * ShortestSentence)
        {
            return;
        }
        var passage = FindSecondBeginning(text);
        if (!passage.IsEmpty)
        {
            Report(text, passage, "The beginning of this abstract stands here again", report);
        }
        FindSentences(text, passage, report);
    }

    private static TextSpan FindSecondBeginning(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 * ShortestPassage)
        {
            return default;
        }
        var offset = text[Beginning..].IndexOf(text[..Beginning]);
        if (offset < 0)
        {
            return default;
        }
        var start = Beginning + offset;
        var length = text[..start].CommonPrefixLength(text[start..]);
        while (length > 0 && start + length < text.Length && !IsSpace(text[start + length]))
        {
            length--;
        }
        while (length > 0 && IsSpace(text[start + length - 1]))
        {
            length--;
        }
        return length >= ShortestPassage && IsSpace(text[start - 1]) ? new(start, length) : default;
    }

    private static void FindSentences(ReadOnlySpan<char> text, TextSpan passage, ReportFinding report)
    {
        Span<TextSpan> few = stackalloc TextSpan[Few];
        HashSet<Hash128>? many = null;
        var count = 0;
        var repeated = default(TextSpan);
        for (var start = 0; start < text.Length; )
        {
            var end = EndOfSentence(text, start);
            var sentence = text[start..end];
            var isRepeated = false;
            if (sentence.Length >= ShortestSentence && !passage.Contains(start))
            {
                if (count < Few)
                {
                    foreach (var earlier in few[..count])
                    {
                        isRepeated |=
                            earlier.Length == sentence.Length && text.Slice(earlier.Start, earlier.Length).SequenceEqual(sentence);
                    }
                    few[count++] = TextSpan.FromBounds(start, end);
                }
                else
                {
                    many ??= HashesOf(text, few);
                    isRepeated = !many.Add(HashOf(sentence));
                }
            }
            if (isRepeated && char.IsLetter(sentence[0]) && !IsCitation(sentence))
            {
                repeated = repeated.IsEmpty ? TextSpan.FromBounds(start, end) : TextSpan.FromBounds(repeated.Start, end);
            }
            else if (!repeated.IsEmpty)
            {
                Report(text, repeated, Sentences, report);
                repeated = default;
            }
            start = end;
            while (start < text.Length && IsSpace(text[start]))
            {
                start++;
            }
        }
        if (!repeated.IsEmpty)
        {
            Report(text, repeated, Sentences, report);
        }
    }

    private static HashSet<Hash128> HashesOf(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> sentences)
    {
        var hashes = new HashSet<Hash128>();
        foreach (var sentence in sentences)
        {
            hashes.Add(HashOf(text.Slice(sentence.Start, sentence.Length)));
        }
        return hashes;
    }

    private static Hash128 HashOf(ReadOnlySpan<char> sentence) => Hash128.Of(MemoryMarshal.AsBytes(sentence));

    private const string Sentences = "This stands already further up, word for word";

    /// <summary>A reference to a journal or the middle of a list of names; sentences have more lower-case words.</summary>
    private static bool IsCitation(ReadOnlySpan<char> sentence)
    {
        var lower = 0;
        var words = 1;
        for (var i = 1; i < sentence.Length; i++)
        {
            if (IsSpace(sentence[i - 1]))
            {
                words++;
                lower += char.IsAsciiLetterLower(sentence[i]) ? 1 : 0;
            }
        }
        return 2 * lower < words;
    }

    private static int EndOfSentence(ReadOnlySpan<char> text, int start)
    {
        for (var end = start; ; )
        {
            var offset = text[end..].IndexOfAny('.', '!', '?');
            if (offset < 0)
            {
                return text.Length;
            }
            end += offset + 1;
            if (
                end == text.Length
                || (
                    IsSpace(text[end])
                    && !char.IsAsciiLetterLower(CharacterAt(text, end + 1))
                    && Before(text, end - 1) is not ("vol" or "no" or "pp" or "al" or "Fig" or "Eq" or "vs" or "Vol" or "No")
                )
            )
            {
                return end;
            }
        }
    }

    /// <summary>The white space before it is part of the finding, since it goes with it.</summary>
    private static void Report(ReadOnlySpan<char> text, TextSpan span, string message, ReportFinding report)
    {
        var start = span.Start;
        while (start > 0 && IsSpace(text[start - 1]))
        {
            start--;
        }
        span = TextSpan.FromBounds(start, span.End);
        report(span, message, Repair.Replace(span, string.Empty, "Remove the repetition", isSafe: false));
    }
}
