using System.Buffers;
using System.Runtime.InteropServices;

namespace DigestLsp.Similarity.Storage;

/// <summary>Writes a <see cref="StoredFile"/>: sections one after the other, then their list, then where that is.</summary>
public sealed class StoredFileWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[StoredSection.CheckedBytes];
    private readonly List<StoredSection> _sections = [];
    private readonly List<Hash128> _checks = [];
    private string? _section;
    private long _start;
    private int _count;

    /// <param name="stream">An empty stream that can seek; it is closed along with the writer.</param>
    public StoredFileWriter(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _stream.Write(new byte[StoredFile.HeaderLength]);
    }

    /// <summary>Ends the section before, and begins another.</summary>
    public void BeginSection(string name)
    {
        EndSection();
        _section = name;
        _start = _stream.Position;
    }

    /// <summary>Adds numbers to the section, as they lie in memory.</summary>
    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        ReadOnlySpan<byte> rest = MemoryMarshal.AsBytes(values);
        while (!rest.IsEmpty)
        {
            int length = Math.Min(rest.Length, _buffer.Length - _count);
            rest[..length].CopyTo(_buffer.AsSpan(_count));
            _count += length;
            rest = rest[length..];
            if (_count == _buffer.Length)
            {
                WriteBuffer();
            }
        }
    }

    /// <summary>Ends the file. Without this it is none.</summary>
    /// <param name="version">What a reader must ask for to get it.</param>
    public void Complete(string version)
    {
        EndSection();
        var list = new ArrayBufferWriter<byte>();
        var writer = new StoredWriter(list);
        writer.Write(version);
        writer.WriteCount(_sections.Count);
        foreach (StoredSection section in _sections)
        {
            writer.Write(section.Name);
            writer.Write(section.Offset);
            writer.Write(section.Length);
            writer.Write(MemoryMarshal.AsBytes(section.Checks.AsSpan()));
        }

        writer.Flush();
        long place = _stream.Position;
        _stream.Write(list.WrittenSpan);
        _stream.Position = 0;
        Span<byte> header = stackalloc byte[StoredFile.HeaderLength];
        StoredFile.WriteHeader(header, place, list.WrittenSpan);
        _stream.Write(header);
        _stream.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void EndSection()
    {
        if (_section is null)
        {
            return;
        }

        if (_count > 0)
        {
            WriteBuffer();
        }

        _sections.Add(new StoredSection(_section, _start, _stream.Position - _start, [.. _checks]));
        _checks.Clear();
        _section = null;
    }

    private void WriteBuffer()
    {
        _checks.Add(Hash128.Of(_buffer.AsSpan(0, _count)));
        _stream.Write(_buffer.AsSpan(0, _count));
        _count = 0;
    }
}
