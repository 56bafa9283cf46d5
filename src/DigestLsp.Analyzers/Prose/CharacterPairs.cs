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

    private static ReadOnlySpan<CharacterClass> Ascii => AsciiClasses;

    private static readonly CharacterClass[] AsciiClasses = [.. Enumerable.Range(0, 128).Select(code => ClassOfAscii((char)code))];

    private readonly Vector256<ulong> _bits;

    private CharacterPairs(Vector256<ulong> bits) => _bits = bits;

    /// <summary>No pair.</summary>
    public static CharacterPairs None => default;

    /// <summary>Every pair, so that no text is passed over.</summary>
    public static CharacterPairs All { get; } = new(Vector256<ulong>.AllBitsSet);

    /// <summary>A character of <paramref name="left"/> directly before one of <paramref name="right"/>.</summary>
    public static CharacterPairs Of(CharacterClass left, CharacterClass right)
    {
        var bit = ((int)left * Classes) + (int)right;
        return new(Vector256<ulong>.Zero.WithElement(bit / 64, 1UL << bit));
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
        ref var classes = ref MemoryMarshal.GetReference(Ascii);
        ref var pairs = ref MemoryMarshal.GetReference(seen);
        nuint left = (nuint)CharacterClass.Space;
        foreach (var character in text)
        {
            var right = (nuint)(character < 128 ? Unsafe.Add(ref classes, (nuint)character) : CharacterClass.Special);
            Unsafe.Add(ref pairs, (left * Classes) + right) = 0xFF;
            left = right;
        }
        Unsafe.Add(ref pairs, left * Classes) = 0xFF;
        var bits = Vector256<uint>.Zero;
        for (var i = 0; i < 8; i++)
        {
            bits = bits.WithElement(i, Vector256.LoadUnsafe(ref pairs, (nuint)(i * 32)).ExtractMostSignificantBits());
        }
        return new(bits.AsUInt64());
    }

    /// <summary>The class of a character.</summary>
    public static CharacterClass ClassOf(char character) => character < 128 ? Ascii[character] : CharacterClass.Special;

    /// <summary>The pairs of both sets.</summary>
    public static CharacterPairs operator |(CharacterPairs left, CharacterPairs right) => new(left._bits | right._bits);

    /// <summary>Whether the sets have a pair in common.</summary>
    public bool Overlaps(CharacterPairs other) => (_bits & other._bits) != Vector256<ulong>.Zero;

    /// <inheritdoc/>
    public bool Equals(CharacterPairs other) => _bits == other._bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CharacterPairs other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _bits.GetHashCode();

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
