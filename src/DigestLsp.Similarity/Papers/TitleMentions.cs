namespace DigestLsp.Similarity;

/// <summary>Tells from the words of a title which of two abstracts is its own.</summary>
public static class TitleMentions
{
    /// <summary>Words of a title that only its own abstract must have, and the share of its words that it must have.</summary>
    private const int TellingWords = 2;
    private const double TellingShare = 0.3;

    /// <summary>
    /// Whether a title belongs to the one abstract and not to the other: of its words, without function words and numbers, the one has
    /// three in ten, two at least that the other lacks, and the other none that the one lacks. Words that any abstract of the field
    /// has stand in both and tell nothing.
    /// </summary>
    /// <param name="title">The paper whose title it is.</param>
    /// <param name="own">The paper whose abstract may be the title's own.</param>
    /// <param name="other">The paper whose abstract may be not.</param>
    public static bool PointTo(PaperFacts title, PaperFacts own, PaperFacts other)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        int mentioned = 0;
        int telling = 0;
        foreach (uint word in title.ContentWords)
        {
            bool inOwn = own.AbstractMentions(word);
            bool inOther = other.AbstractMentions(word);
            if (inOther && !inOwn)
            {
                return false;
            }

            mentioned += inOwn ? 1 : 0;
            telling += inOwn && !inOther ? 1 : 0;
        }

        return telling >= TellingWords && mentioned >= TellingShare * title.ContentWords.Length;
    }

    /// <summary>
    /// Whether a title's words are hardly found in the abstract below it: fewer than half of them. Computed once for a content; of a
    /// hundred papers few are like that.
    /// </summary>
    internal static bool AreFew(PaperFacts paper)
    {
        int mentioned = 0;
        foreach (uint word in paper.ContentWords)
        {
            mentioned += paper.AbstractMentions(word) ? 1 : 0;
        }

        return 2 * mentioned < paper.ContentWords.Length;
    }
}
