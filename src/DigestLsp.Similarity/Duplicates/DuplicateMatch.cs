namespace DigestLsp.Similarity;

/// <summary>How two papers duplicate each other. The kinds are disjoint.</summary>
public enum DuplicateKind
{
    /// <summary>They are two papers.</summary>
    None,

    /// <summary>Title and abstract are equal but for case, punctuation, white space and markup.</summary>
    Exact,

    /// <summary>The abstract is equal, the title is another or missing.</summary>
    Retitled,

    /// <summary>The abstracts share most of their words in order, or one is contained in the other.</summary>
    Near,

    /// <summary>The title is equal, the abstract is another or missing.</summary>
    Revised,
}

/// <summary>The result of comparing two papers.</summary>
/// <param name="Kind">How they duplicate each other.</param>
/// <param name="Score">The Jaccard similarity of their abstracts' word pairs, from 0 to 1, computed exactly; 1 for equal abstracts.</param>
/// <param name="Containment">The share of the smaller abstract's word pairs that the other has too, from 0 to 1.</param>
public readonly record struct DuplicateMatch(DuplicateKind Kind, double Score, double Containment);

/// <summary>A duplicate of a paper in an index.</summary>
/// <param name="Other">The content of the other paper.</param>
/// <param name="Match">How the two duplicate each other.</param>
public readonly record struct DuplicateEdge(Hash128 Other, DuplicateMatch Match);
