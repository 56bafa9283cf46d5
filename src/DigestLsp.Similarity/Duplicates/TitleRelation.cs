namespace DigestLsp.Similarity;

/// <summary>How the titles of two papers relate.</summary>
internal enum TitleRelation
{
    /// <summary>They are two titles.</summary>
    Different,

    /// <summary>A word differs that one abstract mentions and the other does not: it names what sets the papers apart.</summary>
    Contrasting,

    /// <summary>One of the two is empty.</summary>
    Missing,

    /// <summary>They are parts of a series: their numbers differ, and little else or only by what one adds.</summary>
    Series,

    /// <summary>They differ in function words, or by a misprint.</summary>
    Alike,

    /// <summary>They are equal as normalised, or both empty.</summary>
    Equal,
}

/// <summary>Relates titles.</summary>
internal static class TitleRelations
{
    /// <summary>One misprinted byte is allowed for so many of the title, and never more than three.</summary>
    private const int BytesPerMisprint = 12;
    private const int MostMisprints = 3;

    /// <summary>How the titles of two papers relate. Symmetric.</summary>
    public static TitleRelation Between(PaperFacts a, PaperFacts b)
    {
        if (a.TitleKey == b.TitleKey)
        {
            return TitleRelation.Equal;
        }

        if (a.TitleKey.IsEmpty || b.TitleKey.IsEmpty)
        {
            return TitleRelation.Missing;
        }

        int shared = SortedSets.CountShared(a.ContentWords, b.ContentWords);
        int less = Math.Min(a.ContentWords.Length, b.ContentWords.Length);
        int more = Math.Max(a.ContentWords.Length, b.ContentWords.Length);
        bool bothNumbered = a.Title.Markers != 0 && b.Title.Markers != 0;
        if (a.Title.Markers != b.Title.Markers && (shared == less || (bothNumbered && 2 * shared >= less)))
        {
            return TitleRelation.Series;
        }

        int bound = Math.Min(MostMisprints, Math.Min(a.Title.Length, b.Title.Length) / BytesPerMisprint);
        return shared == more || EditDistance.IsWithin(a.FoldedTitle, b.FoldedTitle, bound) ? TitleRelation.Alike
            : AddsDistinction(a, b) || AddsDistinction(b, a) ? TitleRelation.Contrasting
            : TitleRelation.Different;
    }

    /// <summary>Whether the first title has a word of its own that only its own abstract mentions.</summary>
    private static bool AddsDistinction(PaperFacts a, PaperFacts b)
    {
        foreach (uint word in a.ContentWords)
        {
            if (b.ContentWords.BinarySearch(word) < 0 && a.AbstractMentions(word) && !b.AbstractMentions(word))
            {
                return true;
            }
        }

        return false;
    }
}
