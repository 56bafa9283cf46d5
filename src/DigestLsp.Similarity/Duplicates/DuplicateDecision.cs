namespace DigestLsp.Similarity;

/// <summary>
/// The one decision whether two papers are the same, used wherever papers are compared. Identifiers decide first, then the texts:
/// equal abstracts, overlap of the abstracts, equal titles; the less an abstract says, the more the titles must agree.
/// </summary>
public static class DuplicateDecision
{
    /// <summary>Abstracts are near from this Jaccard similarity of their word pairs on.</summary>
    public const double NearJaccard = 0.5;

    /// <summary>Abstracts are near from this containment on: one is cut out of the other.</summary>
    public const double NearContainment = 0.9;

    /// <summary>Parts of a series share their abstracts' phrases; they are one paper only when hardly a word differs.</summary>
    private const double SeriesJaccard = 0.9;

    /// <summary>An abstract of fewer words may be a formula ("This paper has been withdrawn by …") that unrelated papers share.</summary>
    private const int TellingAbstractWords = 24;

    /// <summary>Two word pairs in five: what unrelated abstracts on one subject do not reach, and a rewritten one usually does.</summary>
    private const double RewrittenContainment = 0.25;

    /// <summary>A title of fewer words or bytes is shared by unrelated papers ("Editorial", "The cobordism hypothesis").</summary>
    private const int TellingTitleWords = 5;
    private const int TellingTitleLength = 24;

    /// <summary>Compares two papers. Symmetric; comparing a paper with itself tells whether its text says enough to be recognised.</summary>
    public static DuplicateMatch Compare(PaperFacts a, PaperFacts b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Identifiers.Contradicts(b.Identifiers))
        {
            return default;
        }

        (double jaccard, double containment) = Overlap(a, b);
        DuplicateKind kind = a.Identifiers.SharesAny(b.Identifiers) ? KindOfSame(a, b) : KindByText(a, b, jaccard, containment);
        return kind == DuplicateKind.None ? default : new DuplicateMatch(kind, jaccard, containment);
    }

    /// <summary>The kind for two papers that an identifier has already shown to be one.</summary>
    private static DuplicateKind KindOfSame(PaperFacts a, PaperFacts b)
    {
        bool sameTitle = a.TitleKey == b.TitleKey;
        bool sameAbstract = a.AbstractKey == b.AbstractKey;
        return sameTitle && sameAbstract ? DuplicateKind.Exact
            : sameAbstract && !a.AbstractKey.IsEmpty ? DuplicateKind.Retitled
            : sameTitle && (a.AbstractKey.IsEmpty || b.AbstractKey.IsEmpty) ? DuplicateKind.Revised
            : DuplicateKind.Near;
    }

    private static DuplicateKind KindByText(PaperFacts a, PaperFacts b, double jaccard, double containment)
    {
        TitleRelation titles = TitleRelations.Between(a, b);
        if (a.AbstractKey == b.AbstractKey)
        {
            return titles == TitleRelation.Equal
                ? (IsTelling(a.Title) || a.AbstractWordCount >= TellingAbstractWords / 2 ? DuplicateKind.Exact : DuplicateKind.None)
                : (IsTelling(a.Abstract, titles) ? DuplicateKind.Retitled : DuplicateKind.None);
        }

        return IsNear(a, b, titles, jaccard, containment) ? DuplicateKind.Near
            : titles == TitleRelation.Equal && (IsTelling(a.Title) || containment >= RewrittenContainment) ? DuplicateKind.Revised
            : DuplicateKind.None;
    }

    private static bool IsNear(PaperFacts a, PaperFacts b, TitleRelation titles, double jaccard, double containment)
    {
        int shorter = Math.Min(a.AbstractWordCount, b.AbstractWordCount);
        return titles switch
        {
            TitleRelation.Equal or TitleRelation.Similar => jaccard >= NearJaccard || containment >= NearContainment,
            TitleRelation.Series => jaccard >= SeriesJaccard,
            TitleRelation.Missing => shorter >= TellingAbstractWords && (jaccard >= NearJaccard || containment >= NearContainment),
            _ => shorter >= TellingAbstractWords
                && (jaccard >= NearJaccard || (containment >= NearContainment && shorter >= 2 * TellingAbstractWords)),
        };
    }

    private static bool IsTelling(TitleFacts title) => title.WordCount >= TellingTitleWords && title.Length >= TellingTitleLength;

    private static bool IsTelling(AbstractFacts text, TitleRelation titles) =>
        text.WordCount >= (titles == TitleRelation.Similar ? TellingAbstractWords / 2 : TellingAbstractWords);

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
