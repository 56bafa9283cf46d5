using System.Text;

namespace DigestLsp.Analyzers;

/// <summary>
/// Windows-1252 as browsers and mail programs read it. Where it assigns no character, and in Latin-1 all over, the bytes 80–9F
/// are the control characters of the same number; so one table undoes both readings.
/// </summary>
internal static class Windows1252
{
    private const int FirstControl = 0x80;
    private const int LastControl = 0x9F;

    private static readonly string High = Decode();

    /// <summary>The byte of each character beyond Latin-1, 0 where there is none.</summary>
    private static readonly byte[] Bytes = Invert();

    /// <summary>The byte that was read as this character, −1 where no byte above 7F was.</summary>
    public static int ByteOf(char character) =>
        character < FirstControl ? -1
        : character <= 0xFF ? character
        : character < Bytes.Length && Bytes[character] is > 0 and var value ? value
        : -1;

    /// <summary>What a control character stands for that was a byte of Windows-1252 once, null where it stands for none.</summary>
    public static char? Meaning(char control) =>
        control is >= (char)FirstControl and <= (char)LastControl && High[control - FirstControl] != control
            ? High[control - FirstControl]
            : null;

    /// <summary>Whether the character before a position may be a byte, so that this one may be another of the same sequence.</summary>
    public static bool FollowsByte(ReadOnlySpan<char> text, int position) => position > 0 && ByteOf(text[position - 1]) >= 0;

    private static byte[] Invert()
    {
        var bytes = new byte[High.Max() + 1];
        for (var i = 0; i < High.Length; i++)
        {
            bytes[High[i]] = (byte)(FirstControl + i);
        }
        return bytes;
    }

    private static string Decode()
    {
        Span<byte> bytes = stackalloc byte[LastControl - FirstControl + 1];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(FirstControl + i);
        }
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
    }
}
