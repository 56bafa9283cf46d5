using System.Collections.Immutable;
using System.Numerics;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>The terms of a document's papers. Kept with the document, so that a closed one needs no text.</summary>
public sealed class DocumentTerms
{
    /// <summary>A bit for each key of a name, more of them than names by a factor of sixteen at least.</summary>
    private ulong[]? _names;

    internal DocumentTerms(ImmutableArray<PaperTerms> papers) => Papers = papers;

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

    /// <summary>The terms of a document, found once; none where its text is no longer to be had.</summary>
    public static DocumentTerms Of(Document document) => document.GetOrAttach(Compute);

    private static DocumentTerms Compute(Document document)
    {
        var papers = ImmutableArray.CreateBuilder<PaperTerms>(document.Papers.Length);
        if (document.GetTree() is { } tree)
        {
            for (var paper = tree.Root.WalkPapers(); paper.MoveNext(); )
            {
                papers.Add(PaperTermsReader.Of(paper));
            }
        }
        while (papers.Count < document.Papers.Length)
        {
            papers.Add(PaperTerms.Empty);
        }
        return new(papers.DrainToImmutable());
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
