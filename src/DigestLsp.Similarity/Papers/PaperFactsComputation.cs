using System.Buffers.Binary;
using System.Text;

namespace DigestLsp.Similarity;

/// <summary>The buffers that computing facts needs, one set a thread, so that a paper allocates nothing but its facts.</summary>
internal sealed class PaperFactsComputation
{
    private const int TitleWordLimit = 64;
    private const int LeadWords = 8;

    /// <summary>Texts longer than this get buffers of their own, so that one monster does not stay in memory for good.</summary>
    private const int LongestForReuse = 1 << 20;

    [ThreadStatic]
    private static PaperFactsComputation? s_ofThisThread;

    private readonly uint[] _signature = new uint[MinHash.Permutations];
    private readonly uint[] _bands = new uint[MinHash.Bands];
    private readonly uint[] _titleWords = new uint[TitleWordLimit];
    private readonly uint[] _shingles = new uint[PaperFacts.WordLimit];
    private FoldedText _text = new();

    public static PaperFactsComputation OfThisThread => s_ofThisThread ??= new PaperFactsComputation();

    public PaperFacts Compute(ReadOnlySpan<byte> title, ReadOnlySpan<byte> summary, PaperIdentifiers identifiers)
    {
        TitleFacts titleFacts = ReadTitle(title);
        AbstractFacts abstractFacts = ReadAbstract(summary);
        int bandCount = abstractFacts.ShingleCount > 0 ? MinHash.Bands : 0;
        var hashes = GC.AllocateUninitializedArray<uint>(bandCount + titleFacts.DistinctWords + abstractFacts.ShingleCount);
        ReadOnlySpan<uint> shingles = _shingles.AsSpan(0, abstractFacts.ShingleCount);
        if (bandCount > 0)
        {
            MinHash.Sign(shingles, _signature);
            MinHash.WriteBandKeys(_signature, hashes);
        }

        _titleWords.AsSpan(0, titleFacts.DistinctWords).CopyTo(hashes.AsSpan(bandCount));
        shingles.CopyTo(hashes.AsSpan(bandCount + titleFacts.DistinctWords));
        if (title.Length + summary.Length > LongestForReuse)
        {
            _text = new FoldedText();
        }

        return new PaperFacts(ContentOf(title, summary, identifiers), identifiers, titleFacts, abstractFacts, hashes);
    }

    /// <summary>Hashes the parts one by one and then their hashes, so that text cannot move from one part to the next unseen.</summary>
    private static Hash128 ContentOf(ReadOnlySpan<byte> title, ReadOnlySpan<byte> summary, PaperIdentifiers identifiers)
    {
        Span<byte> parts = stackalloc byte[64];
        Write(parts, Hash128.Of(title));
        Write(parts[16..], Hash128.Of(summary));
        Write(parts[32..], HashOf(identifiers.Arxiv));
        Write(parts[48..], HashOf(identifiers.Doi));
        return Hash128.Of(parts);
    }

    private static Hash128 HashOf(string? identifier) => identifier is null ? default : Hash128.Of(Encoding.UTF8.GetBytes(identifier));

    private static void Write(Span<byte> target, Hash128 hash)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(target, hash.High);
        BinaryPrimitives.WriteUInt64LittleEndian(target[8..], hash.Low);
    }

    private TitleFacts ReadTitle(ReadOnlySpan<byte> title)
    {
        _text.Fold(title);
        ulong stem = 0;
        ulong markers = 0;
        for (int i = 0; i < _text.WordCount; i++)
        {
            ulong hash = _text.HashOf(i);
            if (i < TitleWordLimit)
            {
                _titleWords[i] = (uint)(hash >> 32);
            }

            if (SeriesMarkers.IsMarker(_text, i))
            {
                markers = MurmurHash3.Finish(markers + hash);
            }
            else
            {
                stem = MurmurHash3.Finish(stem + hash);
            }
        }

        int distinct = SortedSets.SortDistinct(_titleWords.AsSpan(0, Math.Min(_text.WordCount, TitleWordLimit)));
        int length = _text.Bytes.Length;
        return new TitleFacts(Hash128.Of(_text.Bytes), (uint)(stem >> 32), (uint)(markers >> 32), _text.WordCount, distinct, length);
    }

    private AbstractFacts ReadAbstract(ReadOnlySpan<byte> summary)
    {
        _text.Fold(summary);
        int words = Math.Min(_text.WordCount, PaperFacts.WordLimit);
        ulong lead = 0;
        ulong previous = words > 0 ? _text.HashOf(0) : 0;
        if (words == 1)
        {
            _shingles[0] = Shingle(previous, 0);
        }

        for (int i = 1; i < words; i++)
        {
            ulong hash = _text.HashOf(i);
            uint shingle = Shingle(previous, hash);
            _shingles[i - 1] = shingle;
            previous = hash;
            lead = i < LeadWords ? MurmurHash3.Finish(lead + shingle) : lead;
        }

        int shingles = SortedSets.SortDistinct(_shingles.AsSpan(0, words > 1 ? words - 1 : words));
        uint leadKey = words >= LeadWords ? (uint)(lead >> 32) : 0;
        return new AbstractFacts(Hash128.Of(_text.Bytes), leadKey, _text.WordCount, shingles);
    }

    private static uint Shingle(ulong first, ulong second) => (uint)(MurmurHash3.Finish(first * 0x9e3779b97f4a7c15 + second) >> 32);
}
