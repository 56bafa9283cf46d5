using System.Buffers.Binary;
using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>A place that introduces a term.</summary>
/// <param name="Name">The name, singular.</param>
/// <param name="NameSpan">Where it stands, relative to the paper's head.</param>
/// <param name="Expansion">What it stands for, on one line; null for a name that the title coins.</param>
/// <param name="ExpansionSpan">Where that stands; empty for a name that the title coins.</param>
public sealed record TermDefinition(string Name, TextSpan NameSpan, string? Expansion, TextSpan ExpansionSpan)
{
    /// <summary>By which variants of one expansion are equal; 0 where there is none.</summary>
    public uint ExpansionKey => Expansion is null ? 0 : TermKeys.OfExpansion(Expansion);
}

/// <summary>
/// The terms that a paper introduces, and where names stand in it. Immutable, one run of bytes: about 45 for a definition and 5
/// for a place.
/// </summary>
public sealed class PaperTerms
{
    private readonly byte[] _bytes;

    internal PaperTerms(byte[] bytes) => _bytes = bytes;

    /// <summary>No terms.</summary>
    public static PaperTerms Empty { get; } = new([0]);

    /// <summary>The number of bytes that are kept.</summary>
    public int Size => _bytes.Length;

    /// <summary>The bytes that are kept.</summary>
    public ReadOnlySpan<byte> Packed => _bytes;

    /// <summary>Terms of which the bytes were kept; null where they are no such bytes.</summary>
    public static PaperTerms? FromPacked(ReadOnlySpan<byte> packed)
    {
        if (packed is [0])
        {
            return Empty;
        }

        try
        {
            var terms = new PaperTerms(packed.ToArray());
            for (MentionEnumerator mentions = terms.Mentions; mentions.MoveNext(); ) { }
            return terms;
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Finds the terms of a paper.</summary>
    /// <param name="text">The paper's text from its head on.</param>
    /// <param name="title">The title's place in it; empty where there is none.</param>
    /// <param name="paragraphs">The abstract's places in it.</param>
    public static PaperTerms Compute(ReadOnlySpan<char> text, TextSpan title, ReadOnlySpan<TextSpan> paragraphs) =>
        PaperTermsComputation.OfThisThread.Compute(text, title, paragraphs);

    /// <summary>The places that introduce terms, a title's name first.</summary>
    public IEnumerable<TermDefinition> Definitions
    {
        get
        {
            var reader = new PackedReader(_bytes);
            for (int left = reader.ReadNumber(); left > 0; left--)
            {
                reader.SkipKeys();
                int start = reader.ReadNumber();
                string name = reader.ReadText(out int nameLength);
                int expansionStart = reader.ReadNumber();
                string expansion = reader.ReadText(out int expansionLength);
                yield return new(
                    TermKeys.Singular(name).ToString(),
                    new(start, nameLength),
                    expansionLength == 0 ? null : expansion,
                    new(expansionStart, expansionLength)
                );
            }
        }
    }

    /// <summary>The places where names may stand.</summary>
    public MentionEnumerator Mentions => new(_bytes);

    /// <summary>The keys of what is introduced, in the order of <see cref="Definitions"/>.</summary>
    public DefinitionKeyEnumerator DefinitionKeys => new(_bytes);

    /// <summary>Walks over definitions without making strings of them.</summary>
    public struct DefinitionKeyEnumerator
    {
        private PackedReader _reader;
        private int _left;

        internal DefinitionKeyEnumerator(byte[] bytes)
        {
            _reader = new(bytes);
            _left = _reader.ReadNumber();
        }

        /// <summary>The name's key, as <see cref="TermKeys.OfName"/> gives it.</summary>
        public uint Name { get; private set; }

        /// <summary>The expansion's key, as <see cref="TermKeys.OfExpansion"/> gives it; 0 where there is none.</summary>
        public uint Expansion { get; private set; }

        /// <summary>Goes on to the next definition.</summary>
        public bool MoveNext()
        {
            if (_left == 0)
            {
                return false;
            }

            _left--;
            Name = _reader.ReadKey();
            Expansion = _reader.ReadLongKey();
            _reader.SkipDefinition();
            return true;
        }

        /// <summary>Goes on to the next definition that says what an acronym stands for.</summary>
        public bool MoveNextExpansion()
        {
            while (MoveNext())
            {
                if (Expansion != 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Walks over the places where names may stand, by where they begin.</summary>
    public struct MentionEnumerator
    {
        private PackedReader _reader;
        private int _start;

        internal MentionEnumerator(byte[] bytes)
        {
            _reader = new(bytes);
            for (int left = _reader.ReadNumber(); left > 0; left--)
            {
                _reader.SkipKeys();
                _reader.SkipDefinition();
            }
        }

        /// <summary>The name's key, as <see cref="TermKeys.OfName"/> gives it.</summary>
        public uint Key { get; private set; }

        /// <summary>Where it begins, relative to the paper's head.</summary>
        public readonly int Start => _start;

        /// <summary>Whether a plural's s belongs to it.</summary>
        public bool IsPlural { get; private set; }

        /// <summary>Goes on to the next place.</summary>
        public bool MoveNext()
        {
            if (_reader.IsAtEnd)
            {
                return false;
            }

            Key = _reader.ReadKey();
            int step = _reader.ReadNumber();
            IsPlural = (step & 1) != 0;
            _start += step >> 1;
            return true;
        }
    }

    /// <summary>Reads numbers of seven bits a byte, and texts in UTF-8 with their length.</summary>
    internal struct PackedReader(byte[] bytes)
    {
        private int _position;

        public readonly bool IsAtEnd => _position == bytes.Length;

        public int ReadNumber()
        {
            int number = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte next = bytes[_position++];
                number |= (next & 0x7f) << shift;
                if (next < 0x80)
                {
                    return number;
                }
            }
        }

        public uint ReadKey()
        {
            uint key = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(_position)) | ((uint)bytes[_position + 2] << 16);
            _position += 3;
            return key;
        }

        public string ReadText(out int units)
        {
            int length = ReadNumber();
            string text = Wtf8.Decode(bytes.AsSpan(_position, length));
            _position += length;
            units = text.Length;
            return text;
        }

        public uint ReadLongKey()
        {
            uint key = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(_position));
            _position += sizeof(uint);
            return key;
        }

        public void SkipKeys() => _position += 3 + sizeof(uint);

        public void SkipDefinition()
        {
            SkipPlacedText();
            SkipPlacedText();
        }

        private void SkipPlacedText()
        {
            ReadNumber();
            int length = ReadNumber();
            _position += length;
        }
    }
}
