using System.Buffers;
using System.Buffers.Binary;
using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>The buffers that finding a paper's terms needs, one set a thread, so that a paper allocates nothing but its terms.</summary>
internal sealed class PaperTermsComputation
{
    [ThreadStatic]
    private static PaperTermsComputation? s_ofThisThread;

    private readonly List<Abbreviation> _abbreviations = [];
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly NameScan _names = new();

    public static PaperTermsComputation OfThisThread => s_ofThisThread ??= new PaperTermsComputation();

    public PaperTerms Compute(ReadOnlySpan<char> text, TextSpan title, ReadOnlySpan<TextSpan> paragraphs)
    {
        _abbreviations.Clear();
        _bytes.ResetWrittenCount();
        _names.Clear();
        ReadOnlySpan<char> summary = paragraphs.IsEmpty ? [] : text.Slice(paragraphs[0].Start, paragraphs[0].Length);
        bool hasName = CoinedName.TryFind(text.Slice(title.Start, title.Length), summary, out TextSpan name);
        Read(text, title, isTitle: true);
        foreach (TextSpan paragraph in paragraphs)
        {
            Read(text, paragraph, isTitle: false);
        }

        WriteDefinitions(text, hasName ? name.Shift(title.Start) : default);
        WriteNames();
        return _bytes.WrittenCount == 1 ? PaperTerms.Empty : new PaperTerms(_bytes.WrittenSpan.ToArray());
    }

    private void Read(ReadOnlySpan<char> text, TextSpan span, bool isTitle)
    {
        int known = _abbreviations.Count;
        Abbreviations.Find(text.Slice(span.Start, span.Length), _abbreviations);
        for (int i = known; i < _abbreviations.Count; i++)
        {
            Abbreviation found = _abbreviations[i];
            _abbreviations[i] = new(found.Short.Shift(span.Start), found.Long.Shift(span.Start));
        }

        _names.Read(text, span, isTitle);
    }

    private void WriteDefinitions(ReadOnlySpan<char> text, TextSpan coined)
    {
        WriteNumber(_abbreviations.Count + (coined.IsEmpty ? 0 : 1));
        if (!coined.IsEmpty)
        {
            WriteKeys(text, coined, default);
            Write(text, coined);
            Write(text, default);
        }

        foreach (Abbreviation abbreviation in _abbreviations)
        {
            WriteKeys(text, abbreviation.Short, abbreviation.Long);
            Write(text, abbreviation.Short);
            Write(text, abbreviation.Long);
        }
    }

    private void WriteNames()
    {
        int before = 0;
        foreach (NameScan.Place place in _names.Drain())
        {
            WriteKey(place.Key);
            WriteNumber(((place.Start - before) << 1) | (place.IsPlural ? 1 : 0));
            before = place.Start;
        }
    }

    private void WriteKeys(ReadOnlySpan<char> text, TextSpan name, TextSpan expansion)
    {
        WriteKey(TermKeys.OfName(text.Slice(name.Start, name.Length)));
        uint key = expansion.IsEmpty ? 0 : TermKeys.OfExpansion(text.Slice(expansion.Start, expansion.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(sizeof(uint)), key);
        _bytes.Advance(sizeof(uint));
    }

    private void WriteKey(uint key)
    {
        Span<byte> target = _bytes.GetSpan(3);
        BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)key);
        target[2] = (byte)(key >> 16);
        _bytes.Advance(3);
    }

    /// <summary>Writes a stretch of text with its place; white space within becomes spaces, unit by unit.</summary>
    private void Write(ReadOnlySpan<char> text, TextSpan span)
    {
        WriteNumber(span.Start);
        Span<char> line = span.Length <= 512 ? stackalloc char[span.Length] : new char[span.Length];
        for (int i = 0; i < span.Length; i++)
        {
            char c = text[span.Start + i];
            line[i] = char.IsWhiteSpace(c) ? ' ' : c;
        }

        Span<byte> utf8 = span.Length <= 512 ? stackalloc byte[3 * span.Length] : new byte[3 * span.Length];
        utf8 = utf8[..Wtf8.Encode(line, utf8)];
        WriteNumber(utf8.Length);
        _bytes.Write(utf8);
    }

    private void WriteNumber(int number)
    {
        uint rest = (uint)number;
        Span<byte> target = _bytes.GetSpan(5);
        int count = 0;
        while (rest >= 0x80)
        {
            target[count++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        target[count++] = (byte)rest;
        _bytes.Advance(count);
    }
}
