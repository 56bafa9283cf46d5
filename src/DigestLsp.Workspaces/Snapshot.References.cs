using System.Collections.Immutable;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>A paper whose title is nearly one that no paper has.</summary>
/// <param name="Place">The paper.</param>
/// <param name="Difference">How far apart the titles are; see <see cref="PaperFacts.TitleDifference"/>.</param>
/// <param name="IsUnique">Whether no paper under another title is as near.</param>
public readonly record struct NearTitle(PaperPlace Place, int Difference, bool IsUnique);

public sealed partial class Snapshot
{
    /// <summary>After so many changed papers every document that refers to others is looked at, and no title compared.</summary>
    private const int MostTitlesCompared = 256;

    /// <summary>
    /// All papers with a title, in the order of digests; none for a title without words. Letter case, punctuation, white space and
    /// markup do not matter.
    /// </summary>
    public ImmutableArray<PaperPlace> FindByTitle(string title) => FindByTitle(SeeReferences.FactsOf(title).TitleKey);

    /// <summary>All papers whose normalised title has this hash, in the order of digests.</summary>
    public ImmutableArray<PaperPlace> FindByTitle(Hash128 titleKey)
    {
        var places = ImmutableArray.CreateBuilder<PaperPlace>();
        foreach (var paper in _index.WithTitle(titleKey))
        {
            places.AddRange(PlacesOf(paper.Content));
        }
        places.Sort();
        return places.DrainToImmutable();
    }

    /// <summary>Whether any paper has a title.</summary>
    public bool HasTitle(Hash128 titleKey) => _index.WithTitle(titleKey).Any();

    /// <summary>All cross-references to a title, document by document in the order of digests.</summary>
    public IEnumerable<(Document Document, SeeReference Reference)> ReferencesTo(Hash128 titleKey) =>
        from document in _referring.Select(path => _documents[path]).OrderBy(document => document.Order)
        from reference in document.References
        where reference.TitleKey == titleKey
        select (document, reference);

    /// <summary>
    /// The paper whose title is nearest to one that no paper has; null where none is near. Of several places of it, the first in the
    /// order of digests. Compares all titles.
    /// </summary>
    public NearTitle? FindNearestTitle(SeeReference reference)
    {
        PaperPlace? nearest = null;
        var least = int.MaxValue;
        var isUnique = true;
        foreach (var document in _documents.Values)
        {
            var next = 0;
            foreach (var (facts, _) in document.Papers)
            {
                var i = next++;
                if (reference.Facts.TitleDifference(facts) is not { } difference || difference > least)
                {
                    continue;
                }
                var place = new PaperPlace(document, i);
                if (difference < least)
                {
                    (least, nearest, isUnique) = (difference, place, true);
                    continue;
                }
                isUnique &= facts.TitleKey == nearest!.Value.Paper.Facts.TitleKey;
                nearest = place.CompareTo(nearest.Value) < 0 ? place : nearest;
            }
        }
        return nearest is { } found ? new(found, least, isUnique) : null;
    }

    /// <summary>
    /// Adds the documents that refer to a paper among these, or to a title so near to one of theirs that it may be what was meant.
    /// </summary>
    private void AddReferring(DocumentPaper[] papers, HashSet<string> paths)
    {
        if (papers.Length == 0)
        {
            return;
        }
        foreach (var path in _referring)
        {
            if (!paths.Contains(path) && (papers.Length > MostTitlesCompared || RefersToAny(_documents[path], papers)))
            {
                paths.Add(path);
            }
        }
    }

    private static bool RefersToAny(Document document, DocumentPaper[] papers)
    {
        foreach (var reference in document.References)
        {
            foreach (var paper in papers)
            {
                if (reference.TitleKey == paper.Facts.TitleKey || reference.Facts.TitleDifference(paper.Facts) is not null)
                {
                    return true;
                }
            }
        }
        return false;
    }
}
