using System.Buffers;
using System.Text;
using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>By what a file is recognised as unchanged.</summary>
/// <param name="Length">Its size in bytes.</param>
/// <param name="WrittenUtc">When it was last written.</param>
public readonly record struct FileStamp(long Length, DateTime WrittenUtc);

/// <summary>A file that could not be taken in.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Message">What is wrong and what would mend it, in words that follow the path.</param>
/// <param name="Line">The line where it goes wrong, from 0.</param>
public sealed record LoadProblem(string Path, string Message, int Line = 0);

/// <summary>Reads files as UTF-8 text.</summary>
public static class DocumentReader
{
    /// <summary>Positions are 32-bit numbers, and an edit needs room for the new text beside the old.</summary>
    private const long MaxBytes = 1L << 30;

    /// <summary>Buffers of more bytes are not lent, since whoever lends them keeps them for a while; few files are larger.</summary>
    private const int MostLent = 1 << 20;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The outcome: a text without its byte order mark, or a problem.</summary>
    /// <param name="Text">The text, null where there is a problem.</param>
    /// <param name="Stamp">The file's size and time when it was read.</param>
    /// <param name="Hash">The hash of all its bytes.</param>
    /// <param name="HasByteOrderMark">Whether a byte order mark stands before the text.</param>
    /// <param name="Problem">What is wrong, else null.</param>
    public readonly record struct Result(SourceText? Text, FileStamp Stamp, Hash128 Hash, bool HasByteOrderMark, LoadProblem? Problem);

    /// <summary>What a file is recognised by, null where it cannot be asked.</summary>
    public static FileStamp? StampOf(string path)
    {
        var info = new FileInfo(path);
        return info.Exists ? new(info.Length, info.LastWriteTimeUtc) : null;
    }

    /// <summary>Reads a file.</summary>
    public static Result Read(string path) => Read(path, static length => GC.AllocateUninitializedArray<byte>(length));

    /// <summary>Reads a file into memory that is lent: nothing of the text may be looked at once <paramref name="use"/> has returned.</summary>
    /// <param name="path">The file.</param>
    /// <param name="buffers">Lends the memory.</param>
    /// <param name="use">Takes from the text what is to be kept.</param>
    public static T Borrow<T>(string path, ArrayPool<byte> buffers, Func<Result, T> use)
    {
        byte[]? lent = null;
        try
        {
            return use(Read(path, length => length > MostLent ? GC.AllocateUninitializedArray<byte>(length) : lent = buffers.Rent(length)));
        }
        finally
        {
            if (lent is not null)
            {
                buffers.Return(lent);
            }
        }
    }

    private static Result Read(string path, Func<int, byte[]> allocate)
    {
        if (RegularFile.IsSpecial(path))
        {
            return Failure(path, RegularFile.IsSpecialMessage);
        }
        try
        {
            using var stream = File.OpenRead(path);
            var stamp = new FileStamp(stream.Length, File.GetLastWriteTimeUtc(stream.SafeFileHandle));
            if (stamp.Length > MaxBytes)
            {
                return TooLarge(path, stamp.Length);
            }
            var length = (int)stamp.Length;
            var bytes = allocate(length);
            stream.ReadExactly(bytes, 0, length);
            return Decode(path, bytes, length, stamp);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Failure(path, Directory.Exists(path) ? "is a folder, not a file" : $"cannot be read: {Reason(exception)}");
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="name">What a problem calls it.</param>
    /// <param name="stream">The stream.</param>
    public static Result Read(string name, Stream stream)
    {
        try
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.Length > MaxBytes ? TooLarge(name, bytes.Length) : Decode(name, bytes.ToArray(), (int)bytes.Length, default);
        }
        catch (IOException exception)
        {
            return Failure(name, $"cannot be read: {exception.Message}");
        }
    }

    private static Result Decode(string path, byte[] array, int length, FileStamp stamp)
    {
        var bytes = array.AsSpan(0, length);
        var markLength = length - WithoutByteOrderMark(bytes).Length;
        try
        {
            return new(SourceText.Adopt(array, markLength, length), stamp, Hash128.Of(bytes), markLength > 0, null);
        }
        catch (InvalidUtf8Exception invalid)
        {
            return Failure(path, InvalidUtf8Message(bytes, markLength, invalid, out var line), line);
        }
    }

    private static Result TooLarge(string path, long length) =>
        Failure(path, $"has {length:N0} bytes, and a digest at most {MaxBytes:N0}; split it");

    /// <summary>The text of bytes; a byte order mark stays out of it, since editors do not count it either.</summary>
    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    private static Result Failure(string path, string message, int line = 0) =>
        new(null, default, default, false, new(path, message, line));

    /// <summary>Says where text goes wrong: the line, and the byte counted from the start of the file.</summary>
    private static string InvalidUtf8Message(ReadOnlySpan<byte> bytes, int markLength, InvalidUtf8Exception invalid, out int line)
    {
        var offset = invalid.ByteOffset + markLength;
        line = SourceText.From(bytes[markLength..offset]).LineCount - 1;
        var isCutOff = Rune.DecodeFromUtf8(bytes[offset..], out _, out _) == OperationStatus.NeedMoreData;
        var found = isCutOff ? "the file ends inside a character" : $"byte {offset:N0} (0x{bytes[offset]:X2}) begins no valid character";
        return $"is not UTF-8: on line {line + 1:N0}, {found}; save the file as UTF-8";
    }

    /// <summary>Says why a file cannot be read or written.</summary>
    internal static string Reason(Exception exception) =>
        exception switch
        {
            FileNotFoundException or DirectoryNotFoundException => "there is no such file",
            UnauthorizedAccessException => "access is denied",
            _ => exception.Message,
        };
}
