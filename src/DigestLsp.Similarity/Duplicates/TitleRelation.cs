namespace DigestLsp.Similarity;

/// <summary>How the titles of two papers relate.</summary>
internal enum TitleRelation
{
    /// <summary>They have little in common.</summary>
    Different,

    /// <summary>At least one is empty, but not both.</summary>
    Missing,

    /// <summary>They are parts of a series: they differ in their numbers, and in little else.</summary>
    Series,

    /// <summary>They share most of their words.</summary>
    Similar,

    /// <summary>They are equal as normalised, or both empty.</summary>
    Equal,
}

internal static class TitleRelations
{
    private const double SimilarJaccard = 0.5;
    private const double SimilarContainment = 0.8;

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

        if (a.Title.Markers != b.Title.Markers && a.Title.Stem == b.Title.Stem)
        {
            return TitleRelation.Series;
        }

        double shared = SortedSets.CountShared(a.TitleWords, b.TitleWords);
        int less = Math.Min(a.TitleWords.Length, b.TitleWords.Length);
        int union = a.TitleWords.Length + b.TitleWords.Length - (int)shared;
        bool similar = shared >= SimilarJaccard * union || (less > 2 && shared >= SimilarContainment * less);
        bool bothNumbered = a.Title.Markers != 0 && b.Title.Markers != 0 && a.Title.Markers != b.Title.Markers;
        return !similar ? TitleRelation.Different
            : bothNumbered ? TitleRelation.Series
            : TitleRelation.Similar;
    }
}
