using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DigestLsp.Similarity.Storage;

/// <summary>
/// A file of sections, each a run of numbers as they lie in memory, so that reading one is one copy. The list of sections is
/// MessagePack. Every byte that is handed out was checked against a hash; a file that is not as it was written, was written by
/// another version, or by a machine that keeps numbers the other way round, is no such file.
/// </summary>
/// <remarks>
/// Sections are read and not mapped: a mapped file that somebody cuts short ends the process, and copying costs less than checking.
/// </remarks>
public sealed class StoredFile : IDisposable
{
    /// <summary>Bytes before the first section: the magic number, and place, length and hash of the list.</summary>
    internal const int HeaderLength = 40;

    private const int MostListed = 1 << 22;
    private const int MostSections = 64;
    private const long MostBytes = 1L << 31;

    private static ReadOnlySpan<byte> Magic => "DLFACTS\u0001"u8;

    private readonly SafeFileHandle _handle;
    private readonly Dictionary<string, StoredSection> _sections;

    private StoredFile(SafeFileHandle handle, Dictionary<string, StoredSection> sections)
    {
        _handle = handle;
        _sections = sections;
    }

    /// <summary>Opens a file.</summary>
    /// <param name="handle">The file, open for reading; it is closed along with what is returned.</param>
    /// <param name="version">The version that it must be of; null for any.</param>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static StoredFile Open(SafeFileHandle handle, string? version)
    {
        ArgumentNullException.ThrowIfNull(handle);
        Span<byte> header = stackalloc byte[HeaderLength];
        if (
            !BitConverter.IsLittleEndian
            || RandomAccess.GetLength(handle) is var length && (length < HeaderLength || length > MostBytes)
            || !TryRead(handle, header, 0)
            || !header.StartsWith(Magic)
        )
        {
            throw new InvalidDataException("this is no file of facts");
        }

        long place = BinaryPrimitives.ReadInt64LittleEndian(header[8..]);
        long size = BinaryPrimitives.ReadInt64LittleEndian(header[16..]);
        var check = new Hash128(
            BinaryPrimitives.ReadUInt64LittleEndian(header[24..]),
            BinaryPrimitives.ReadUInt64LittleEndian(header[32..])
        );
        if (place < HeaderLength || size < 0 || size > MostListed || place != length - size)
        {
            throw new InvalidDataException("the file is cut short");
        }

        var list = new byte[size];
        if (!TryRead(handle, list, place) || Hash128.Of(list) != check)
        {
            throw new InvalidDataException("the file's list is broken");
        }

        return new StoredFile(handle, ReadList(list, version, place));
    }

    /// <summary>Reads a section and checks it, on several processors.</summary>
    /// <exception cref="InvalidDataException">It is not there, or not as it was written.</exception>
    public T[] Read<T>(string name)
        where T : unmanaged
    {
        if (!_sections.TryGetValue(name, out StoredSection? section) || section.Length % Unsafe.SizeOf<T>() != 0)
        {
            throw new InvalidDataException($"there is no section of {name}");
        }

        T[] values = GC.AllocateUninitializedArray<T>(checked((int)(section.Length / Unsafe.SizeOf<T>())));
        bool isWhole = true;
        Parallel.For(
            0,
            section.Checks.Length,
            i =>
            {
                long start = (long)i * StoredSection.CheckedBytes;
                Span<byte> all = MemoryMarshal.AsBytes(values.AsSpan());
                Span<byte> part = all.Slice((int)start, (int)Math.Min(all.Length - start, StoredSection.CheckedBytes));
                if (!TryRead(_handle, part, section.Offset + start) || Hash128.Of(part) != section.Checks[i])
                {
                    isWhole = false;
                }
            }
        );
        return isWhole ? values : throw new InvalidDataException($"the section of {name} is broken");
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    internal static void WriteHeader(Span<byte> header, long place, ReadOnlySpan<byte> list)
    {
        Hash128 check = Hash128.Of(list);
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], place);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], list.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(header[24..], check.High);
        BinaryPrimitives.WriteUInt64LittleEndian(header[32..], check.Low);
    }

    private static Dictionary<string, StoredSection> ReadList(byte[] list, string? version, long end)
    {
        try
        {
            var reader = new StoredReader(list);
            if (reader.ReadText() is var found && version is not null && found != version)
            {
                throw new InvalidDataException("the file was written by another version");
            }

            int count = reader.ReadCount();
            if (count > MostSections)
            {
                throw new InvalidDataException("the file has too many sections");
            }

            var sections = new Dictionary<string, StoredSection>(count);
            for (int i = 0; i < count; i++)
            {
                string name = reader.ReadText();
                long offset = reader.ReadNumber(HeaderLength, end);
                long length = reader.ReadNumber(0, end - offset);
                ReadOnlySpan<Hash128> checks = MemoryMarshal.Cast<byte, Hash128>(reader.ReadBytes().Span);
                if (checks.Length != StoredSection.CountOf(length))
                {
                    throw new InvalidDataException("a section's hashes are missing");
                }

                sections.Add(name, new StoredSection(name, offset, length, checks.ToArray()));
            }

            return sections;
        }
        catch (Exception exception) when (StoredReader.IsFault(exception))
        {
            throw new InvalidDataException("the file's list is broken", exception);
        }
    }

    private static bool TryRead(SafeFileHandle handle, Span<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            int read = RandomAccess.Read(handle, bytes, offset);
            if (read == 0)
            {
                return false;
            }

            bytes = bytes[read..];
            offset += read;
        }

        return true;
    }
}
