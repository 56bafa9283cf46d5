using System.Collections.Immutable;
using System.Numerics;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>The terms of a document's papers. Kept with the document, so that a closed one needs no text.</summary>
public sealed class DocumentTerms
{
    /// <summary>A bit for each key of a name, more of them than names by a factor of sixteen at least.</summary>
    private ulong[]? _names;

    /// <summary>An acronym's key above the number of a paper that expands it, sorted.</summary>
    private ulong[]? _expanding;

    /// <summary>The papers of an open document whose terms these are; null where no later version can begin with them.</summary>
    private readonly DocumentPapers? _source;

    internal DocumentTerms(ImmutableArray<PaperTerms> papers, DocumentPapers? source = null) => (Papers, _source) = (papers, source);

    /// <summary>The terms of each paper, in the order of <see cref="Document.Papers"/>; positions count from a paper's head.</summary>
    public ImmutableArray<PaperTerms> Papers { get; }

    /// <summary>
    /// Whether a name may stand in the document; where not, nobody needs to look. Says yes for one name in sixteen that does not.
    /// </summary>
    /// <param name="key">The name's key; see <see cref="TermKeys.OfName"/>.</param>
    internal bool MayMention(uint key)
    {
        var names = LazyInitializer.EnsureInitialized(ref _names, NameBits);
        return (names[(key & (uint)((names.Length << 6) - 1)) >> 6] & (1UL << (int)(key & 63))) != 0;
    }

    /// <summary>The numbers of the papers that say what an acronym stands for, in order.</summary>
    /// <param name="key">The acronym's key; see <see cref="TermKeys.OfName"/>.</param>
    internal IEnumerable<int> PapersThatExpand(uint key)
    {
        var expanding = LazyInitializer.EnsureInitialized(ref _expanding, Expanding);
        var first = Array.BinarySearch(expanding, (ulong)key << 32);
        for (var i = first < 0 ? ~first : first; i < expanding.Length && expanding[i] >> 32 == key; i++)
        {
            yield return (int)(uint)expanding[i];
        }
    }

    /// <summary>How many papers at the start, and how many of the others at the end, have the very same terms.</summary>
    internal static (int Prefix, int Suffix) CommonEnds(ImmutableArray<PaperTerms> before, ImmutableArray<PaperTerms> after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var prefix = 0;
        while (prefix < shorter && ReferenceEquals(before[prefix], after[prefix]))
        {
            prefix++;
        }
        var suffix = 0;
        while (suffix < shorter - prefix && ReferenceEquals(before[^(suffix + 1)], after[^(suffix + 1)]))
        {
            suffix++;
        }
        return (prefix, suffix);
    }

    /// <summary>The terms of a document, found once; none where its text is no longer to be had.</summary>
    public static DocumentTerms Of(Document document) => document.GetOrAttach(Compute);

    private static DocumentTerms Compute(Document document)
    {
        var papers = ImmutableArray.CreateBuilder<PaperTerms>(document.Papers.Length);
        // Terms are kept with the papers that hold them. Passing by thousands that are as they were would still take its time.
        var earlier = document.EarlierTerms;
        var (prefix, suffix) = earlier?._source is { } source ? source.CommonEnds(document.Papers) : (0, 0);
        var known = earlier is null ? [] : earlier.Papers.AsSpan();
        papers.AddRange(known[..prefix]);
        if (document.GetTree() is { } tree)
        {
            var paper = tree.Root.WalkPapers(prefix);
            while (papers.Count < document.Papers.Length - suffix && paper.MoveNext())
            {
                papers.Add(PaperTermsReader.Of(paper));
            }
        }
        while (papers.Count < document.Papers.Length - suffix)
        {
            papers.Add(PaperTerms.Empty);
        }
        papers.AddRange(known[^suffix..]);
        // What was taken over would keep the text of an earlier version.
        document.EarlierTerms = null;
        return new(papers.DrainToImmutable(), document.IsOpen ? document.Papers : null);
    }

    private ulong[] Expanding()
    {
        var expanding = new List<ulong>();
        for (var i = 0; i < Papers.Length; i++)
        {
            for (var definition = Papers[i].DefinitionKeys; definition.MoveNextExpansion(); )
            {
                expanding.Add(((ulong)definition.Name << 32) | (uint)i);
            }
        }
        expanding.Sort();
        return [.. expanding.Distinct()];
    }

    private ulong[] NameBits()
    {
        var keys = new List<uint>();
        foreach (var paper in Papers)
        {
            for (var mention = paper.Mentions; mention.MoveNext(); )
            {
                keys.Add(mention.Key);
            }
            for (var definition = paper.DefinitionKeys; definition.MoveNext(); )
            {
                keys.Add(definition.Name);
            }
        }
        var bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)(keys.Count / 4) + 1)];
        foreach (var key in keys)
        {
            bits[(key & (uint)((bits.Length << 6) - 1)) >> 6] |= 1UL << (int)(key & 63);
        }
        return bits;
    }
}
