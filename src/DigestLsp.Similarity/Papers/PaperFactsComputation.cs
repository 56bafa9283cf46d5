using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace DigestLsp.Similarity;

/// <summary>The buffers that computing facts needs, one set a thread, so that a paper allocates nothing but its facts.</summary>
internal sealed class PaperFactsComputation
{
    private const int TitleWordLimit = 64;
    private const int TitleLimit = 256;
    private const int LeadWords = 8;

    /// <summary>Texts longer than this get buffers of their own, so that one monster does not stay in memory for good.</summary>
    private const int LongestForReuse = 1 << 20;

    [ThreadStatic]
    private static PaperFactsComputation? s_ofThisThread;

    private readonly uint[] _signature = new uint[MinHash.Permutations];
    private readonly uint[] _titleWords = new uint[TitleWordLimit];
    private readonly byte[] _title = new byte[TitleLimit];
    private readonly uint[] _shingles = new uint[PaperFacts.WordLimit];
    private FoldedText _text = new();

    public static PaperFactsComputation OfThisThread => s_ofThisThread ??= new PaperFactsComputation();

    public PaperFacts Compute(ReadOnlySpan<byte> title, ReadOnlySpan<byte> summary, PaperIdentifiers identifiers)
    {
        TitleFacts titleFacts = ReadTitle(title);
        AbstractFacts abstractFacts = ReadAbstract(summary);
        int bands = abstractFacts.ShingleCount > 0 ? MinHash.Bands : 0;
        int titleStart = bands + titleFacts.ContentWords + abstractFacts.ShingleCount;
        var hashes = new uint[titleStart + (titleFacts.Length + sizeof(uint) - 1) / sizeof(uint)];
        ReadOnlySpan<uint> shingles = _shingles.AsSpan(0, abstractFacts.ShingleCount);
        if (bands > 0)
        {
            MinHash.Sign(shingles, _signature);
            MinHash.WriteBandKeys(_signature, hashes);
        }

        _titleWords.AsSpan(0, titleFacts.ContentWords).CopyTo(hashes.AsSpan(bands));
        shingles.CopyTo(hashes.AsSpan(bands + titleFacts.ContentWords));
        _title.AsSpan(0, titleFacts.Length).CopyTo(MemoryMarshal.AsBytes(hashes.AsSpan(titleStart)));
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
        ulong markers = 0;
        int count = 0;
        for (int i = 0; i < _text.WordCount; i++)
        {
            ReadOnlySpan<byte> word = _text.Word(i);
            bool isMarker = TitleWords.IsSeriesMarker(_text, i);
            ulong hash = _text.Hashes[i];
            ulong number = isMarker ? hash : TitleWords.HashOfDigits(word);
            markers = number == 0 ? markers : MurmurHash3.Finish(markers + number);
            if (!isMarker && count < TitleWordLimit && !TitleWords.IsFunctionWord(hash))
            {
                _titleWords[count++] = (uint)((number == 0 ? hash : TitleWords.HashOfLetters(word)) >> 32);
            }
        }

        count = SortedSets.SortDistinct(_titleWords.AsSpan(0, count));
        int length = Math.Min(_text.Bytes.Length, TitleLimit);
        _text.Bytes[..length].CopyTo(_title);
        return new TitleFacts(Hash128.Of(_text.Bytes), (uint)(markers >> 32), _text.WordCount, count, length);
    }

    private AbstractFacts ReadAbstract(ReadOnlySpan<byte> summary)
    {
        _text.Fold(summary);
        ReadOnlySpan<ulong> words = _text.Hashes[..Math.Min(_text.WordCount, PaperFacts.WordLimit)];
        int pairs = Shingles.Write(words, _shingles);
        ulong lead = 0;
        for (int i = 0; i < LeadWords - 1 && i < pairs; i++)
        {
            lead = MurmurHash3.Finish(lead + _shingles[i]);
        }

        uint leadKey = words.Length >= LeadWords ? (uint)(lead >> 32) : 0;
        int shingles = SortedSets.SortDistinct(_shingles.AsSpan(0, pairs));
        return new AbstractFacts(Hash128.Of(_text.Bytes), leadKey, _text.WordCount, shingles);
    }
}
