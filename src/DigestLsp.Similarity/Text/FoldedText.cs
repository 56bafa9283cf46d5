using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace DigestLsp.Similarity;

/// <summary>
/// The words of a text as they count for comparing: lower case, compatibility forms, without diacritics, punctuation, white space and
/// markup. A reusable buffer: <see cref="Fold"/> replaces what it held before.
/// </summary>
internal sealed partial class FoldedText
{
    /// <summary>Room behind the last byte, so that words can be read and written sixteen bytes at a time.</summary>
    private const int Slack = 16;

    private const ulong LengthFactor = 0x9e3779b97f4a7c15;

    private byte[] _bytes = new byte[4096];
    private int[] _ends = new int[512];
    private ulong[] _hashes = new ulong[512];
    private int _length;
    private int _start;
    private bool _inWord;

    /// <summary>
    /// All words without anything between them, so that "multi-modal" and "multimodal" are the same; only two numbers that meet are
    /// kept apart by a space.
    /// </summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>A 64-bit hash of each word, the same on every machine.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, WordCount);

    /// <summary>The number of words.</summary>
    public int WordCount { get; private set; }

    /// <summary>The bytes of one word.</summary>
    public ReadOnlySpan<byte> Word(int index)
    {
        int start = StartOf(index);
        return _bytes.AsSpan(start, _ends[index] - start);
    }

    /// <summary>Folds a text in UTF-8. Lone surrogates as three bytes and broken sequences count as separators.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="blockwise">Whether to take the short cut for plain ASCII, which makes no difference to the result.</param>
    public void Fold(ReadOnlySpan<byte> utf8, bool blockwise = true)
    {
        _length = 0;
        WordCount = 0;
        _inWord = false;
        int position = 0;
        while (position < utf8.Length)
        {
            position = blockwise ? FoldBlocks(utf8, position) : position;
            do
            {
                position += position < utf8.Length ? FoldNext(utf8, position) : 0;
            } while (_inWord && position < utf8.Length);
        }

        EndWord();
    }

    private int FoldNext(ReadOnlySpan<byte> utf8, int position)
    {
        byte b = utf8[position];
        byte letter = Alphanumeric[b];
        if (letter != 0)
        {
            Append(letter);
            return 1;
        }

        return b < 0x80 ? FoldPunctuation(utf8, position) : FoldCharacter(utf8[position..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash)
    {
        hash *= 0xd6e8feb86659fd93;
        hash = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93;
        return hash ^ (hash >> 32);
    }

    private static ulong HashOf(ReadOnlySpan<byte> wordAndSlack, int length)
    {
        ulong hash = (ulong)length * LengthFactor;
        for (; length > 8; wordAndSlack = wordAndSlack[8..], length -= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(wordAndSlack));
        }

        return Mix(hash ^ (BinaryPrimitives.ReadUInt64LittleEndian(wordAndSlack) & (ulong.MaxValue >> (64 - 8 * length))));
    }

    private int StartOf(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _bytes[start] == ' ' ? start + 1 : start;
    }

    private void EnsureRoom(int count)
    {
        if (_length + count + Slack > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }
    }

    private void EnsureWords(int count)
    {
        if (WordCount + count > _ends.Length)
        {
            Array.Resize(ref _ends, 2 * _ends.Length);
            Array.Resize(ref _hashes, 2 * _hashes.Length);
        }
    }

    private void Append(byte value)
    {
        EnsureRoom(2);
        if (!_inWord)
        {
            StartWord(value);
        }

        _bytes[_length++] = value;
    }

    private void StartWord(byte first)
    {
        _inWord = true;
        if (IsDigit(first) && _length > 0 && IsDigit(_bytes[_length - 1]))
        {
            _bytes[_length++] = (byte)' ';
        }

        _start = _length;
    }

    private void EndWord()
    {
        if (!_inWord)
        {
            return;
        }

        _inWord = false;
        EnsureWords(1);
        _ends[WordCount] = _length;
        _hashes[WordCount++] = HashOf(_bytes.AsSpan(_start), _length - _start);
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    /// <summary>Per byte: the folded letter or digit, or 0 for any other byte.</summary>
    private static ReadOnlySpan<byte> Alphanumeric => AlphanumericTable;

    private static readonly byte[] AlphanumericTable = CreateAlphanumericTable();

    private static byte[] CreateAlphanumericTable()
    {
        var table = new byte[256];
        for (int b = 0; b < 128; b++)
        {
            if (char.IsAsciiLetterOrDigit((char)b))
            {
                table[b] = (byte)char.ToLowerInvariant((char)b);
            }
        }

        return table;
    }
}
