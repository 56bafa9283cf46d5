namespace DigestLsp.Parsing;

/// <summary>Classes of characters in UTF-8, as far as telling titles from abstracts needs them.</summary>
internal static class Letters
{
    /// <summary>ASCII letters, and every byte of a character beyond ASCII.</summary>
    public static bool IsLetter(byte value) => value >= 0x80 || (uint)((value | 0x20) - 'a') <= 'z' - 'a';

    public static bool IsUpper(byte value) => (uint)(value - 'A') <= 'Z' - 'A';

    public static bool IsLower(byte value) => (uint)(value - 'a') <= 'z' - 'a';

    public static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\v' or (byte)'\f';

    /// <summary>The length of the white space character or byte order mark at the start, 0 if there is none.</summary>
    public static int SpaceAtStart(ReadOnlySpan<byte> text) =>
        text switch
        {
            [(byte)' ' or (byte)'\t' or (byte)'\v' or (byte)'\f', ..] => 1,
            [0xC2, 0xA0, ..] => 2,
            [0xE2, 0x80, (>= 0x80 and <= 0x8B) or 0xAF, ..] or [0xE3, 0x80, 0x80, ..] or [0xEF, 0xBB, 0xBF, ..] => 3,
            _ => 0,
        };

    /// <summary>The length of the white space character or byte order mark at the end, 0 if there is none.</summary>
    public static int SpaceAtEnd(ReadOnlySpan<byte> text) =>
        text.IsEmpty ? 0
        : IsSpace(text[^1]) ? 1
        : text.Length >= 2 && text[^1] >= 0x80 && SpaceAtStart(text[^2..]) == 2 ? 2
        : text.Length >= 3 && text[^1] >= 0x80 && SpaceAtStart(text[^3..]) == 3 ? 3
        : 0;
}
