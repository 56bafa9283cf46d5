using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>The name that a title coins for what the paper presents: ‘Name: what it is’, ‘Name — what it is’.</summary>
public static class CoinedName
{
    private const int LongestName = 40;
    private const int MostWords = 3;

    /// <summary>
    /// Finds the name that a title coins. One with capitals or digits within is known by its looks; a plain capitalised word
    /// is one only if the abstract writes it with a capital within a sentence and never without, and more than one word only if
    /// the abstract has all of them as they stand.
    /// </summary>
    /// <param name="title">The title.</param>
    /// <param name="summary">The abstract; empty where there is none.</param>
    /// <param name="name">The name's place in the title.</param>
    public static bool TryFind(ReadOnlySpan<char> title, ReadOnlySpan<char> summary, out TextSpan name)
    {
        int end = EndOfFirstPart(title);
        name = end < 0 ? default : Marks.Trim(title, 0, end);
        if (name.IsEmpty || name.Length > LongestName || !title[end..].ContainsAnyInRange('a', 'z'))
        {
            return false;
        }

        ReadOnlySpan<char> text = title.Slice(name.Start, name.Length);
        return text.Contains(' ') ? IsNameOfWords(text, summary)
            : NameShape.IsUnusual(text) ? !NameShape.IsPlural(text)
            : IsPlainName(text, summary);
    }

    private static int EndOfFirstPart(ReadOnlySpan<char> title)
    {
        ReadOnlySpan<char> head = title[..Math.Min(title.Length, LongestName + 3)];
        for (int i = 1; i + 2 < head.Length; i++)
        {
            bool parts = head[i] switch
            {
                ':' => char.IsWhiteSpace(head[i + 1]),
                '—' or '–' => true,
                '-' => char.IsWhiteSpace(head[i - 1]) && char.IsWhiteSpace(head[i + 1]),
                _ => false,
            };
            if (parts)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsNameOfWords(ReadOnlySpan<char> name, ReadOnlySpan<char> summary)
    {
        int words = 0;
        bool isUnusual = false;
        foreach (Range range in name.Split(' '))
        {
            ReadOnlySpan<char> word = name[range];
            words++;
            isUnusual |= NameShape.IsUnusual(word) || (words > 1 && NameShape.IsVersion(word));
            if (words == 1 && IsDivision(word))
            {
                return false;
            }

            if (word.IsEmpty || !(char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]) || NameShape.IsUnusual(word)))
            {
                return false;
            }
        }

        return isUnusual && words <= MostWords && WholeWords.Contains(summary, name);
    }

    /// <summary>Whether a word with a number behind it names a part of something and not something.</summary>
    private static bool IsDivision(ReadOnlySpan<char> word) =>
        word
            is "Part"
                or "Chapter"
                or "Section"
                or "Volume"
                or "Vol."
                or "Lecture"
                or "Paper"
                or "Case"
                or "Phase"
                or "Stage"
                or "Level"
                or "Step"
                or "Task"
                or "Track"
                or "Type"
                or "Season"
                or "Episode"
                or "Day"
                or "Year"
                or "Figure"
                or "Table";

    private static bool IsPlainName(ReadOnlySpan<char> name, ReadOnlySpan<char> summary)
    {
        if (name.Length < 3 || !char.IsUpper(name[0]) || name.ContainsAny("/,!?&'’"))
        {
            return false;
        }

        Span<char> lower = stackalloc char[LongestName];
        lower = lower[..name.Length];
        name.ToLowerInvariant(lower);
        return !WholeWords.Contains(summary, lower) && WholeWords.ContainsWithinSentence(summary, name);
    }
}
