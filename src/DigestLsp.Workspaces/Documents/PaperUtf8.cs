using System.Buffers;
using DigestLsp.Syntax;

namespace DigestLsp.Workspaces;

/// <summary>
/// Title and abstract of a paper as UTF-8, each on one line, empty where it is missing. They lie in memory of the thread, which the
/// next paper is read into.
/// </summary>
internal readonly ref struct PaperUtf8
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    private PaperUtf8(ReadOnlySpan<byte> title, ReadOnlySpan<byte> text)
    {
        Title = title;
        Abstract = text;
    }

    public ReadOnlySpan<byte> Title { get; }

    public ReadOnlySpan<byte> Abstract { get; }

    public static PaperUtf8 Of(PaperSyntax paper)
    {
        // One that had to grow for a huge paper is not kept for the sake of the next.
        var buffer = s_buffer is { Capacity: <= 1 << 16 } known ? known : s_buffer = new(1 << 12);
        buffer.ResetWrittenCount();
        paper.Title?.CopyUtf8To(buffer);
        var title = buffer.WrittenCount;
        paper.Abstract?.CopyUtf8To(buffer);
        return new(buffer.WrittenSpan[..title], buffer.WrittenSpan[title..]);
    }
}
