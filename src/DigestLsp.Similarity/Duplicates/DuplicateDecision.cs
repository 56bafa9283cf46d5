namespace DigestLsp.Similarity;

/// <summary>
/// The one decision whether two papers are the same, used wherever papers are compared. Identifiers decide first, then the texts. What
/// one part of the text leaves open the other must settle: the more the titles differ, the more the abstracts must agree, and texts that
/// say little ("Editorial", "This paper has been withdrawn") settle nothing.
/// </summary>
public static class DuplicateDecision
{
    /// <summary>Under one title, abstracts are near from this Jaccard similarity of their word pairs on.</summary>
    public const double NearJaccard = 0.5;

    /// <summary>Under one title, abstracts are near from this containment on: one is cut out of the other.</summary>
    public const double NearContainment = 0.9;

    /// <summary>Under different titles: authors reuse half an abstract for their next paper, but not four fifths.</summary>
    private const double RetitledJaccard = 0.8;

    /// <summary>Under titles that name what sets the papers apart, only a word or two may differ.</summary>
    private const double ContrastingJaccard = 0.95;

    /// <summary>Parts of a series share whole abstracts but for "the first part", "the second part".</summary>
    private const double SeriesJaccard = 0.97;

    /// <summary>An abstract of fewer words may be a formula ("This paper has been withdrawn by …") that unrelated papers share.</summary>
    private const int TellingAbstractWords = 24;

    /// <summary>A title of fewer words or bytes may be shared by unrelated papers ("Editorial", "Linear maps").</summary>
    private const int TellingTitleWords = 5;
    private const int TellingTitleLength = 24;

    /// <summary>Words that title and abstract must have together for their near or full equality to count.</summary>
    private const int TellingWordsForNear = 16;
    private const int TellingWordsForExact = 8;

    /// <summary>The containment by which a rewritten abstract is told from another paper's under the same short title.</summary>
    private const double RewrittenContainment = 0.25;

    /// <summary>
    /// Compares two papers. Symmetric. A paper is an exact duplicate of itself unless its text says too little to be recognised.
    /// </summary>
    public static DuplicateMatch Compare(PaperFacts a, PaperFacts b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Identifiers.Contradicts(b.Identifiers))
        {
            return default;
        }

        (double jaccard, double containment) = Overlap(a, b);
        DuplicateKind kind = a.Identifiers.SharesAny(b.Identifiers)
            ? KindOfSame(a, b, jaccard, containment)
            : KindByText(a, b, jaccard, containment);
        return kind == DuplicateKind.None ? default : new DuplicateMatch(kind, jaccard, containment);
    }

    /// <summary>The kind for two papers that an identifier has already shown to be one: near where no text says otherwise.</summary>
    private static DuplicateKind KindOfSame(PaperFacts a, PaperFacts b, double jaccard, double containment)
    {
        bool sameTitle = a.TitleKey == b.TitleKey;
        if (a.AbstractKey == b.AbstractKey)
        {
            return sameTitle ? DuplicateKind.Exact
                : a.AbstractKey.IsEmpty ? DuplicateKind.Near
                : DuplicateKind.Retitled;
        }

        return sameTitle && !Overlaps(jaccard, containment) ? DuplicateKind.Revised : DuplicateKind.Near;
    }

    private static DuplicateKind KindByText(PaperFacts a, PaperFacts b, double jaccard, double containment)
    {
        TitleRelation titles = TitleRelations.Between(a, b);
        int shorter = Math.Min(a.AbstractWordCount, b.AbstractWordCount);
        // Equal titles may be fewer words in the paper that lost the space between them.
        TitleFacts title = a.TitleWordCount <= b.TitleWordCount ? a.Title : b.Title;
        if (a.AbstractKey == b.AbstractKey)
        {
            return titles == TitleRelation.Equal
                ? (IsTelling(title) || title.WordCount + shorter >= TellingWordsForExact ? DuplicateKind.Exact : DuplicateKind.None)
                : (shorter >= TellingAbstractWords ? DuplicateKind.Retitled : DuplicateKind.None);
        }

        return IsNear(titles, title.WordCount, shorter, jaccard, containment) ? DuplicateKind.Near
            : titles == TitleRelation.Equal && IsRevised(title, shorter, containment) ? DuplicateKind.Revised
            : DuplicateKind.None;
    }

    private static bool IsNear(TitleRelation titles, int titleWords, int abstractWords, double jaccard, double containment)
    {
        bool overlaps = Overlaps(jaccard, containment);
        return titles switch
        {
            TitleRelation.Equal or TitleRelation.Alike => overlaps && titleWords + abstractWords >= TellingWordsForNear,
            TitleRelation.Missing => overlaps && abstractWords >= TellingAbstractWords,
            TitleRelation.Series => jaccard >= SeriesJaccard && abstractWords >= TellingAbstractWords,
            TitleRelation.Contrasting => jaccard >= ContrastingJaccard && abstractWords >= TellingAbstractWords,
            _ => jaccard >= RetitledJaccard && abstractWords >= TellingAbstractWords,
        };
    }

    private static bool Overlaps(double jaccard, double containment) => jaccard >= NearJaccard || containment >= NearContainment;

    /// <summary>Whether one title is enough, or with the little that the abstracts share. An abstract may be missing.</summary>
    private static bool IsRevised(TitleFacts title, int abstractWords, double containment) =>
        IsTelling(title) || (abstractWords >= TellingAbstractWords && containment >= RewrittenContainment);

    private static bool IsTelling(TitleFacts title) => title.WordCount >= TellingTitleWords && title.Length >= TellingTitleLength;

    private static (double Jaccard, double Containment) Overlap(PaperFacts a, PaperFacts b)
    {
        if (a.AbstractKey == b.AbstractKey)
        {
            return a.AbstractKey.IsEmpty ? default : (1, 1);
        }

        ReadOnlySpan<uint> x = a.Shingles;
        ReadOnlySpan<uint> y = b.Shingles;
        double shared = SortedSets.CountShared(x, y);
        return shared == 0 ? default : (shared / (x.Length + y.Length - shared), shared / Math.Min(x.Length, y.Length));
    }
}
