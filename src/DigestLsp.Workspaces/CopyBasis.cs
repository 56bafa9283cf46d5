using System.Collections.Immutable;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>
/// What the copies of a paper were found by: the contents that it resembles, where all of these stand, and in which documents. While
/// that is the same in a later snapshot, so are the copies, and nobody has to find them again. Keeps no document in memory.
/// </summary>
public sealed class CopyBasis
{
    private readonly EditorConfiguration _configuration;
    private readonly ImmutableArray<DuplicateEdge> _edges;
    private readonly ImmutableArray<(Hash128 Content, ImmutableArray<string> Paths)> _places;
    private readonly ImmutableArray<(string Path, WeakReference<Document> Document)> _documents;

    private CopyBasis(
        EditorConfiguration configuration,
        ImmutableArray<DuplicateEdge> edges,
        ImmutableArray<(Hash128, ImmutableArray<string>)> places,
        ImmutableArray<(string, WeakReference<Document>)> documents
    )
    {
        _configuration = configuration;
        _edges = edges;
        _places = places;
        _documents = documents;
    }

    /// <summary>
    /// That of a paper in a snapshot; null where it has copies in its own document, in which whatever is typed may move them, and where
    /// the text of some copy was asked for in vain and may be there the next time.
    /// </summary>
    internal static CopyBasis? Of(Snapshot snapshot, PaperPlace place)
    {
        var content = place.Paper.Facts.Content;
        var edges = snapshot.EdgesOf(content);
        ImmutableArray<(Hash128 Content, ImmutableArray<string> Paths)> places =
        [
            .. edges.Select(edge => edge.Other).Prepend(content).Select(one => (one, snapshot.PathsOf(one))),
        ];
        var own = place.Document.Path;
        var paths = places.SelectMany(one => one.Paths).ToList();
        var others = paths.Where(path => path != own).Distinct().Select(path => snapshot.GetDocument(path)!).ToList();
        return paths.Count(path => path == own) > 1 || others.Exists(other => other.WasUnreadable)
            ? null
            : new(snapshot.Configuration, edges, places, [.. others.Select(other => (other.Path, new WeakReference<Document>(other)))]);
    }

    /// <summary>Whether it is the same in a snapshot that holds the same paper.</summary>
    public bool IsThatOf(Snapshot snapshot)
    {
        if (!ReferenceEquals(_configuration, snapshot.Configuration) || _edges != snapshot.EdgesOf(_places[0].Content))
        {
            return false;
        }
        foreach (var (content, paths) in _places)
        {
            if (paths != snapshot.PathsOf(content))
            {
                return false;
            }
        }
        foreach (var (path, known) in _documents)
        {
            if (!known.TryGetTarget(out var document) || !ReferenceEquals(document, snapshot.GetDocument(path)))
            {
                return false;
            }
        }
        return true;
    }
}
