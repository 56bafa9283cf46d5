using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DigestLsp.Analyzers;

/// <summary>
/// A set of pairs of neighbouring character classes. Of a text, it is what the text holds, found in one pass over its characters;
/// of a rule, what at least one of must be there for the rule to have anything to say.
/// </summary>
public readonly struct CharacterPairs : IEquatable<CharacterPairs>
{
    private const int Classes = 16;
    private const int Four = 4;

    /// <summary>The bits of four characters of which ASCII has none.</summary>
    private const ulong NoAscii = 0xFF80_FF80_FF80_FF80;

    private const byte Seen = 0xFF;

    private static ReadOnlySpan<CharacterClass> Ascii => AsciiClasses;

    private static readonly CharacterClass[] AsciiClasses = [.. Enumerable.Range(0, 128).Select(code => ClassOfAscii((char)code))];

    // Not a vector: code that passes vectors around cannot be compiled before it runs, and all rules get this passed.
    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    private CharacterPairs(ulong a, ulong b, ulong c, ulong d) => (_a, _b, _c, _d) = (a, b, c, d);

    /// <summary>No pair.</summary>
    public static CharacterPairs None => default;

    /// <summary>Every pair, so that no text is passed over.</summary>
    public static CharacterPairs All { get; } = new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    /// <summary>A character of <paramref name="left"/> directly before one of <paramref name="right"/>.</summary>
    public static CharacterPairs Of(CharacterClass left, CharacterClass right)
    {
        var bit = ((int)left * Classes) + (int)right;
        return new(BitIn(0), BitIn(1), BitIn(2), BitIn(3));

        ulong BitIn(int word) => bit / 64 == word ? 1UL << bit : 0;
    }

    /// <summary>A character of <paramref name="right"/> behind anything.</summary>
    public static CharacterPairs AnyThen(CharacterClass right)
    {
        var pairs = None;
        for (var left = 0; left < Classes; left++)
        {
            pairs |= Of((CharacterClass)left, right);
        }
        return pairs;
    }

    /// <summary>The pairs that a text holds; before it and behind it, there is a space.</summary>
    public static CharacterPairs In(ReadOnlySpan<char> text)
    {
        // Bytes that are only ever written: a bit set would have to be read again for each character.
        Span<byte> seen = stackalloc byte[Classes * Classes];
        seen.Clear();
        ref var pairs = ref MemoryMarshal.GetReference(seen);
        ref var classes = ref MemoryMarshal.GetReference(Ascii);
        var left = (nuint)CharacterClass.Space;
        while (text.Length >= Four)
        {
            var four = BitConverter.IsLittleEndian ? MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text)) : ulong.MaxValue;
            if ((four & NoAscii) == 0)
            {
                // One test and one load for four: neither waits for the one before.
                var first = (nuint)Unsafe.Add(ref classes, (nuint)(four & 0x7F));
                var second = (nuint)Unsafe.Add(ref classes, (nuint)((four >> 16) & 0x7F));
                var third = (nuint)Unsafe.Add(ref classes, (nuint)((four >> 32) & 0x7F));
                var fourth = (nuint)Unsafe.Add(ref classes, (nuint)(four >> 48));
                Unsafe.Add(ref pairs, (left * Classes) + first) = Seen;
                Unsafe.Add(ref pairs, (first * Classes) + second) = Seen;
                Unsafe.Add(ref pairs, (second * Classes) + third) = Seen;
                Unsafe.Add(ref pairs, (third * Classes) + fourth) = Seen;
                left = fourth;
            }
            else
            {
                left = Note(text[..Four], left, ref pairs);
            }
            text = text[Four..];
        }
        left = Note(text, left, ref pairs);
        Unsafe.Add(ref pairs, left * Classes) = Seen;
        Span<ulong> bits = stackalloc ulong[Classes * Classes / 64];
        for (var i = 0; i < Classes * Classes / 16; i++)
        {
            bits[i / 4] |= (ulong)Vector128.LoadUnsafe(ref pairs, (nuint)(i * 16)).ExtractMostSignificantBits() << (i % 4 * 16);
        }
        return new(bits[0], bits[1], bits[2], bits[3]);
    }

    /// <summary>Notes the pairs that characters form with what stands before them, and returns the class of the last one.</summary>
    private static nuint Note(ReadOnlySpan<char> text, nuint left, ref byte pairs)
    {
        foreach (var character in text)
        {
            var right = (nuint)ClassOf(character);
            Unsafe.Add(ref pairs, (left * Classes) + right) = Seen;
            left = right;
        }
        return left;
    }

    /// <summary>The class of a character.</summary>
    public static CharacterClass ClassOf(char character) => character < 128 ? Ascii[character] : CharacterClass.Special;

    /// <summary>The pairs of both sets.</summary>
    public static CharacterPairs operator |(CharacterPairs left, CharacterPairs right) =>
        new(left._a | right._a, left._b | right._b, left._c | right._c, left._d | right._d);

    /// <summary>Whether the sets have a pair in common.</summary>
    public bool Overlaps(CharacterPairs other) => ((_a & other._a) | (_b & other._b) | (_c & other._c) | (_d & other._d)) != 0;

    /// <inheritdoc/>
    public bool Equals(CharacterPairs other) => (_a, _b, _c, _d) == (other._a, other._b, other._c, other._d);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CharacterPairs other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_a, _b, _c, _d);

    private static CharacterClass ClassOfAscii(char character) =>
        character switch
        {
            ' ' or '\t' => CharacterClass.Space,
            '\r' or '\n' => CharacterClass.LineBreak,
            >= 'a' and <= 'z' => CharacterClass.Lower,
            >= 'A' and <= 'Z' => CharacterClass.Upper,
            >= '0' and <= '9' => CharacterClass.Digit,
            '.' => CharacterClass.Period,
            '!' or '?' => CharacterClass.Terminator,
            ',' or ';' or ':' => CharacterClass.Comma,
            '(' or '[' or '{' => CharacterClass.Open,
            ')' or ']' or '}' => CharacterClass.Close,
            '"' or '\'' or '`' => CharacterClass.Quote,
            '-' => CharacterClass.Hyphen,
            '\\' or '$' or '^' or '_' or '~' => CharacterClass.Tex,
            '&' or '<' or '>' => CharacterClass.Markup,
            < ' ' or '\u007F' => CharacterClass.Special,
            _ => CharacterClass.Other,
        };
}
