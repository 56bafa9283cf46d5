using System.Buffers;
using DigestLsp.Text;
using MessagePack;

namespace DigestLsp.Similarity.Storage;

/// <summary>
/// Reads what <see cref="StoredWriter"/> wrote, and trusts none of it: nothing is made by a type's name, no deeper than the code that
/// reads goes, and no more of anything than there are bytes for. What is no such thing throws one of the exceptions that
/// <see cref="IsFault"/> knows.
/// </summary>
/// <param name="bytes">What was written.</param>
public ref struct StoredReader(ReadOnlyMemory<byte> bytes)
{
    private static readonly MessagePackSecurity Security = MessagePackSecurity.UntrustedData;

    private MessagePackReader _reader = new(bytes);

    /// <summary>Whether an exception says that what was read is not what was written.</summary>
    public static bool IsFault(Exception exception) =>
        exception
            is InvalidDataException
                or MessagePackSerializationException
                or EndOfStreamException
                or OverflowException
                or ArgumentException
                or IndexOutOfRangeException;

    /// <summary>Whether all is read.</summary>
    public bool IsAtEnd => _reader.End;

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidDataException">It is less or more than it may be.</exception>
    public long ReadNumber(long least, long most)
    {
        long number = _reader.ReadInt64();
        return number >= least && number <= most ? number : throw new InvalidDataException("a number is out of its range");
    }

    /// <summary>Reads a number that is not negative.</summary>
    public int ReadNumber() => (int)ReadNumber(0, int.MaxValue);

    /// <summary>Reads yes or no.</summary>
    public bool ReadFlag() => _reader.ReadBoolean();

    /// <summary>Reads a text that is there.</summary>
    public string ReadText() => ReadTextOrNull() ?? throw new InvalidDataException("a text is missing");

    /// <summary>Reads a text, null if there is none.</summary>
    public string? ReadTextOrNull()
    {
        if (_reader.TryReadNil())
        {
            return null;
        }

        ReadOnlySequence<byte> utf8 = _reader.ReadBytes() ?? default;
        return Wtf8.Decode(utf8.FirstSpan);
    }

    /// <summary>Reads a span.</summary>
    public TextSpan ReadSpan()
    {
        int start = ReadNumber();
        return new(start, (int)ReadNumber(0, int.MaxValue - start));
    }

    /// <summary>Reads a hash.</summary>
    public Hash128 ReadHash() => new(_reader.ReadUInt64(), _reader.ReadUInt64());

    /// <summary>Reads bytes: a slice of what the reader was given.</summary>
    public ReadOnlyMemory<byte> ReadBytes() => _reader.ReadBytes()?.First ?? throw new InvalidDataException("bytes are missing");

    /// <summary>Reads how many things follow: at most so many as there are bytes left.</summary>
    public int ReadCount()
    {
        Security.DepthStep(ref _reader);
        int count = _reader.ReadArrayHeader();
        _reader.Depth--;
        return count;
    }
}
