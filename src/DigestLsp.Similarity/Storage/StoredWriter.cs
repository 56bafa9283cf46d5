using System.Buffers;
using DigestLsp.Text;
using MessagePack;

namespace DigestLsp.Similarity.Storage;

/// <summary>Writes small things as MessagePack, one after the other; <see cref="StoredReader"/> reads them in the same order.</summary>
/// <param name="bytes">Takes what is written, after <see cref="Flush"/>.</param>
public ref struct StoredWriter(IBufferWriter<byte> bytes)
{
    private MessagePackWriter _writer = new(bytes);

    /// <summary>Hands everything on that was written so far.</summary>
    public void Flush() => _writer.Flush();

    /// <summary>Writes a number.</summary>
    public void Write(long number) => _writer.Write(number);

    /// <summary>Writes yes or no.</summary>
    public void Write(bool flag) => _writer.Write(flag);

    /// <summary>Writes a text, lone surrogates included, or that there is none.</summary>
    public void Write(string? text)
    {
        if (text is null)
        {
            _writer.WriteNil();
            return;
        }

        _writer.Write(Wtf8.Encode(text));
    }

    /// <summary>Writes a span as start and length.</summary>
    public void Write(TextSpan span)
    {
        _writer.Write(span.Start);
        _writer.Write(span.Length);
    }

    /// <summary>Writes a hash.</summary>
    public void Write(Hash128 hash)
    {
        _writer.Write(hash.High);
        _writer.Write(hash.Low);
    }

    /// <summary>Writes bytes, of which the reader gets a slice.</summary>
    public void Write(ReadOnlySpan<byte> run) => _writer.Write(run);

    /// <summary>Writes how many things follow.</summary>
    public void WriteCount(int count) => _writer.WriteArrayHeader(count);
}
