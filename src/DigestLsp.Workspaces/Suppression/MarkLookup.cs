using System.Runtime.InteropServices;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>Finds what is said of a paper without comparing it with every mark.</summary>
/// <typeparam name="T">What is said.</typeparam>
internal sealed class MarkLookup<T>
{
    private readonly Dictionary<Hash128, List<(PaperMark, T)>> _byTitle = [];
    private readonly Dictionary<string, List<(PaperMark, T)>> _byIdentifier = [];

    public MarkLookup(IEnumerable<(PaperMark Mark, T Value)> marks)
    {
        foreach (var marked in marks)
        {
            Add(_byTitle, marked.Mark.TitleKey, marked);
            foreach (var identifier in KeysOf(marked.Mark.Identifiers))
            {
                Add(_byIdentifier, identifier, marked);
            }
        }
    }

    /// <summary>Whether nothing is said of any paper.</summary>
    public bool IsEmpty => _byTitle.Count == 0;

    /// <summary>What is said of papers that this one may be, with their marks; some of it more than once.</summary>
    public IEnumerable<(PaperMark Mark, T Value)> Candidates(PaperFacts paper)
    {
        if (_byTitle.TryGetValue(paper.TitleKey, out var sameTitle))
        {
            foreach (var marked in sameTitle)
            {
                yield return marked;
            }
        }
        if (_byIdentifier.Count == 0 || paper.Identifiers == default)
        {
            yield break;
        }
        foreach (var identifier in KeysOf(paper.Identifiers))
        {
            foreach (var marked in _byIdentifier.GetValueOrDefault(identifier, []))
            {
                yield return marked;
            }
        }
    }

    private static IEnumerable<string> KeysOf(PaperIdentifiers identifiers)
    {
        if (identifiers.Arxiv is { } arxiv)
        {
            yield return "arxiv:" + arxiv;
        }
        if (identifiers.Doi is { } doi)
        {
            yield return "doi:" + doi;
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<(PaperMark, T)>> lists, TKey key, (PaperMark, T) value)
        where TKey : notnull => (CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _) ??= []).Add(value);
}
