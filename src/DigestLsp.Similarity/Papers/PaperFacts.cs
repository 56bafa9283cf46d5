using System.Runtime.InteropServices;

namespace DigestLsp.Similarity;

/// <summary>
/// What comparing papers needs to know of one paper: keys, the title and shingles, computed once per content. Immutable; about
/// 350 bytes and four for each different pair of neighbouring words.
/// </summary>
public sealed class PaperFacts
{
    /// <summary>Words of an abstract that count as shingles; a longer text is compared by its beginning, and by its key as a whole.</summary>
    public const int WordLimit = 8192;

    /// <summary>What <see cref="TitleDifference"/> is for titles of which one begins as the other: more than any misprints.</summary>
    public const int TitleContinues = MostMisprints + 1;

    private const int BytesPerMisprint = 8;
    private const int MostMisprints = 3;

    /// <summary>Of shorter titles, in bytes, every letter counts.</summary>
    private const int ShortestComparedTitle = 5;

    /// <summary>One run: band keys (none when there are no shingles), the title's content words, shingles, the title's bytes.</summary>
    private readonly uint[] _hashes;

    /// <summary>Where that run begins: papers that were stored together share one array.</summary>
    private readonly int _start;

    /// <summary>Computed when first asked for: 0 for not yet, 1 for no, 2 for yes.</summary>
    private byte _titleIsHardlyMentioned;

    internal PaperFacts(Hash128 content, PaperIdentifiers identifiers, TitleFacts title, AbstractFacts summary, uint[] hashes)
    {
        Content = content;
        Identifiers = identifiers;
        Title = title;
        Abstract = summary;
        _hashes = hashes;
    }

    /// <summary>A paper that was stored.</summary>
    internal PaperFacts(
        Hash128 content,
        PaperIdentifiers identifiers,
        TitleFacts title,
        AbstractFacts summary,
        uint[] hashes,
        int start,
        bool titleIsHardlyMentioned
    )
        : this(content, identifiers, title, summary, hashes)
    {
        _start = start;
        _titleIsHardlyMentioned = HardlyMentioned(titleIsHardlyMentioned);
    }

    /// <summary>The identity of the content: exact title, exact abstract and identifiers.</summary>
    public Hash128 Content { get; }

    /// <summary>The identifiers, in their normal form.</summary>
    public PaperIdentifiers Identifiers { get; }

    /// <summary>The hash of the normalised title; <see cref="Hash128.Empty"/> when it has no words.</summary>
    public Hash128 TitleKey => Title.Key;

    /// <summary>The hash of the normalised abstract; <see cref="Hash128.Empty"/> when it has no words.</summary>
    public Hash128 AbstractKey => Abstract.Key;

    /// <summary>The number of words in the title.</summary>
    public int TitleWordCount => Title.WordCount;

    /// <summary>The number of words in the abstract.</summary>
    public int AbstractWordCount => Abstract.WordCount;

    /// <summary>
    /// The hashes of the abstract's pairs of neighbouring words, sorted and without repetitions. The upper half of each is
    /// of the first word alone.
    /// </summary>
    public ReadOnlySpan<uint> Shingles => _hashes.AsSpan(_start + BandCount + Title.ContentWords, Abstract.ShingleCount);

    /// <summary>Whether the abstract mentions fewer than half of the title's words; function words and numbers do not count.</summary>
    public bool TitleIsHardlyMentioned
    {
        get
        {
            if (_titleIsHardlyMentioned == 0)
            {
                _titleIsHardlyMentioned = HardlyMentioned(TitleMentions.AreFew(this));
            }

            return _titleIsHardlyMentioned == HardlyMentioned(true);
        }
    }

    /// <summary>The keys of the MinHash signature's bands, each with its band's number in the low bits; empty without shingles.</summary>
    internal ReadOnlySpan<uint> BandKeys => _hashes.AsSpan(_start, BandCount);

    /// <summary>The hashes of the title's words that are no function words, without series markers, sorted and without repetitions.</summary>
    internal ReadOnlySpan<uint> ContentWords => _hashes.AsSpan(_start + BandCount, Title.ContentWords);

    /// <summary>The normalised title, or the beginning of one that is very long.</summary>
    internal ReadOnlySpan<byte> FoldedTitle =>
        MemoryMarshal.AsBytes(_hashes.AsSpan(_start + BandCount + Title.ContentWords + Abstract.ShingleCount))[..Title.Length];

    /// <summary>The whole run of hashes, and the title's bytes after them.</summary>
    internal ReadOnlySpan<uint> Run => _hashes.AsSpan(_start, LengthOfRun(Title, Abstract));

    private int BandCount => Abstract.ShingleCount > 0 ? MinHash.Bands : 0;

    internal TitleFacts Title { get; }

    internal AbstractFacts Abstract { get; }

    /// <summary>
    /// Computes the facts of a paper from its text in UTF-8. Any bytes are accepted: lone surrogates in three bytes and broken
    /// sequences count as separators. Title and abstract may be empty.
    /// </summary>
    public static PaperFacts Compute(
        ReadOnlySpan<byte> titleUtf8,
        ReadOnlySpan<byte> abstractUtf8,
        PaperIdentifiers identifiers = default
    ) => PaperFactsComputation.OfThisThread.Compute(titleUtf8, abstractUtf8, identifiers);

    /// <summary>
    /// How many letters set this title apart from another one, where they are so few that one may be a misprint of the other (one in
    /// eight, one at least and three at most); <see cref="TitleContinues"/> where one of the two is the beginning of the other;
    /// null where they are two titles. Symmetric.
    /// </summary>
    public int? TitleDifference(PaperFacts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ReadOnlySpan<byte> a = FoldedTitle;
        ReadOnlySpan<byte> b = other.FoldedTitle;
        int shorter = Math.Min(a.Length, b.Length);
        if (shorter < ShortestComparedTitle)
        {
            return TitleKey == other.TitleKey && shorter > 0 ? 0 : null;
        }

        int bound = Math.Clamp(shorter / BytesPerMisprint, 1, MostMisprints);
        if (Math.Abs(a.Length - b.Length) <= bound)
        {
            for (int difference = 0; difference <= bound; difference++)
            {
                if (EditDistance.IsWithin(a, b, difference))
                {
                    return difference;
                }
            }
        }

        return shorter >= BytesPerMisprint && a[..shorter].SequenceEqual(b[..shorter]) ? TitleContinues : null;
    }

    /// <summary>How long the run of a paper's hashes is, with the title's bytes after them.</summary>
    internal static int LengthOfRun(TitleFacts title, AbstractFacts summary) =>
        (summary.ShingleCount > 0 ? MinHash.Bands : 0)
        + title.ContentWords
        + summary.ShingleCount
        + (title.Length + sizeof(uint) - 1) / sizeof(uint);

    /// <summary>Writes the signature of the abstract's shingles: <see cref="MinHash.Permutations"/> values.</summary>
    public void WriteSignature(Span<uint> signature) => MinHash.Sign(Shingles, signature);

    private static byte HardlyMentioned(bool answer) => (byte)(answer ? 2 : 1);

    /// <summary>Whether the abstract has a word, given as in <see cref="ContentWords"/>; its last word may go unnoticed.</summary>
    internal bool AbstractMentions(uint word)
    {
        ReadOnlySpan<uint> shingles = Shingles;
        int place = shingles.BinarySearch(word & 0xffff0000);
        place = place < 0 ? ~place : place;
        return place < shingles.Length && shingles[place] >> 16 == word >> 16;
    }
}

/// <summary>What is known of a title.</summary>
/// <param name="Key">The hash of its normalised text.</param>
/// <param name="Markers">The hash of its series markers in order; 0 when it has none.</param>
/// <param name="WordCount">Its words.</param>
/// <param name="ContentWords">Its different words that are no function words, not counting series markers.</param>
/// <param name="Length">The bytes of its normalised text, as far as it is kept.</param>
internal readonly record struct TitleFacts(Hash128 Key, uint Markers, int WordCount, int ContentWords, int Length);

/// <summary>What is known of an abstract.</summary>
/// <param name="Key">The hash of its normalised text.</param>
/// <param name="Lead">The hash of its leading words; 0 when it is too short to have any.</param>
/// <param name="WordCount">Its words.</param>
/// <param name="ShingleCount">Its different pairs of neighbouring words.</param>
internal readonly record struct AbstractFacts(Hash128 Key, uint Lead, int WordCount, int ShingleCount);
