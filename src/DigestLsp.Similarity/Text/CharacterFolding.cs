using System.Globalization;
using System.Text;

namespace DigestLsp.Similarity;

/// <summary>
/// What a character beyond ASCII is for comparing texts: a separator, nothing, a word of its own, a letter, or another text
/// (compatibility form, lower case, no diacritics, Greek letters by name). The table is part of the assembly because hashes that are
/// stored depend on it, and the runtime's own tables differ between platforms.
/// </summary>
internal static class CharacterFolding
{
    public const ushort Letter = 0;
    public const ushort Separator = 1;
    public const ushort Transparent = 2;
    public const ushort Ideograph = 3;

    /// <summary>Values from here on are indexes into the replacement texts.</summary>
    private const ushort FirstReplacement = 4;

    private const int TableSize = 0x20000;

    private static readonly (ushort[] Classes, byte[][] Replacements) Table = Read();

    /// <summary>The class of a character: one of the constants, or a value that <see cref="Replacement"/> takes.</summary>
    public static ushort ClassOf(uint codePoint) =>
        codePoint < TableSize ? Table.Classes[codePoint]
        : codePoint < 0x40000 ? Ideograph
        : Separator;

    /// <summary>The text that a character is replaced by, in UTF-8; a space in it ends a word.</summary>
    public static ReadOnlySpan<byte> Replacement(ushort characterClass) => Table.Replacements[characterClass - FirstReplacement];

    private static (ushort[], byte[][]) Read()
    {
        var classes = new ushort[TableSize];
        var replacements = new List<byte[]>(6000);
        using Stream stream = typeof(CharacterFolding).Assembly.GetManifestResourceStream("folding.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            int end = line.IndexOfAny([' ', '-'], 2);
            int first = Hex(line.AsSpan(2, (end < 0 ? line.Length : end) - 2));
            if (line[0] == 'F')
            {
                classes[first] = (ushort)(FirstReplacement + replacements.Count);
                replacements.Add(Encoding.UTF8.GetBytes(line[(end + 1)..]));
            }
            else if (first < TableSize)
            {
                classes.AsSpan(first, Hex(line.AsSpan(end + 1)) + 1 - first).Fill(ClassNamed(line[0]));
            }
        }

        return (classes, [.. replacements]);
    }

    private static ushort ClassNamed(char name) =>
        name switch
        {
            'S' => Separator,
            'T' => Transparent,
            'I' => Ideograph,
            _ => throw new InvalidDataException($"folding.txt: unknown class '{name}'"),
        };

    private static int Hex(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
