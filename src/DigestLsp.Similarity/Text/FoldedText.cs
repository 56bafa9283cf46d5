using System.Buffers.Binary;
using System.Text;

namespace DigestLsp.Similarity;

/// <summary>
/// The words of a text as they count for comparing: lower case, compatibility forms, without diacritics, punctuation, white space and
/// markup. A reusable buffer: <see cref="Fold"/> replaces what it held before.
/// </summary>
internal sealed partial class FoldedText
{
    /// <summary>Room behind the last byte, so that words can be read eight bytes at a time.</summary>
    private const int Slack = 8;

    /// <summary>Per byte: the folded letter or digit, or 0 for any other byte.</summary>
    private static ReadOnlySpan<byte> Alphanumeric => AlphanumericTable;

    private static readonly byte[] AlphanumericTable = CreateAlphanumericTable();

    private byte[] _bytes = new byte[4096];
    private int[] _ends = new int[512];
    private int _length;
    private bool _inWord;

    /// <summary>
    /// All words without anything between them, so that "multi-modal" and "multimodal" are the same; only two numbers that meet are
    /// kept apart by a space.
    /// </summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>The number of words.</summary>
    public int WordCount { get; private set; }

    /// <summary>The bytes of one word.</summary>
    public ReadOnlySpan<byte> Word(int index)
    {
        int start = StartOf(index);
        return _bytes.AsSpan(start, _ends[index] - start);
    }

    /// <summary>A 64-bit hash of one word, the same on every machine.</summary>
    public ulong HashOf(int index)
    {
        int start = StartOf(index);
        int length = _ends[index] - start;
        ulong hash = (ulong)length * 0x9e3779b97f4a7c15;
        for (; length > 8; start += 8, length -= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(start)));
        }

        ulong last = BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(start)) & (ulong.MaxValue >> (64 - 8 * length));
        return Mix(hash ^ last);
    }

    /// <summary>Folds a text in UTF-8. Lone surrogates as three bytes and broken sequences count as separators.</summary>
    public void Fold(ReadOnlySpan<byte> utf8)
    {
        _length = 0;
        WordCount = 0;
        _inWord = false;
        int i = 0;
        while (i < utf8.Length)
        {
            byte b = utf8[i];
            byte letter = Alphanumeric[b];
            if (letter != 0)
            {
                Append(letter);
                i++;
            }
            else if (b >= 0x80)
            {
                i += FoldCharacter(utf8[i..]);
            }
            else
            {
                i += FoldPunctuation(utf8, i);
            }
        }

        EndWord();
    }

    private static ulong Mix(ulong hash)
    {
        hash *= 0xd6e8feb86659fd93;
        hash = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93;
        return hash ^ (hash >> 32);
    }

    private int StartOf(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _bytes[start] == ' ' ? start + 1 : start;
    }

    private void Append(byte value)
    {
        if (_length + 2 + Slack > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        if (!_inWord)
        {
            _inWord = true;
            if (_length > 0 && IsDigit(value) && IsDigit(_bytes[_length - 1]))
            {
                _bytes[_length++] = (byte)' ';
            }
        }

        _bytes[_length++] = value;
    }

    private void EndWord()
    {
        if (!_inWord)
        {
            return;
        }

        _inWord = false;
        if (WordCount == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
        }

        _ends[WordCount++] = _length;
    }

    /// <summary>Folds the character that starts a span, which is not ASCII, and returns its width in bytes.</summary>
    private int FoldCharacter(ReadOnlySpan<byte> utf8)
    {
        if (Rune.DecodeFromUtf8(utf8, out Rune rune, out int width) != System.Buffers.OperationStatus.Done)
        {
            EndWord();
            return width;
        }

        FoldCodePoint((uint)rune.Value, utf8[..width]);
        return width;
    }

    private void FoldCodePoint(uint codePoint, ReadOnlySpan<byte> utf8)
    {
        ushort characterClass = CharacterFolding.ClassOf(codePoint);
        switch (characterClass)
        {
            case CharacterFolding.Separator:
                EndWord();
                break;
            case CharacterFolding.Transparent:
                break;
            case CharacterFolding.Ideograph:
                EndWord();
                AppendAll(utf8);
                EndWord();
                break;
            case CharacterFolding.Letter:
                AppendAll(utf8);
                break;
            default:
                AppendAll(CharacterFolding.Replacement(characterClass));
                break;
        }
    }

    private void AppendAll(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (b == ' ')
            {
                EndWord();
            }
            else
            {
                Append(b);
            }
        }
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

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
