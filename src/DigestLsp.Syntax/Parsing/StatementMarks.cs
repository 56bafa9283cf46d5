using System.Numerics;
using System.Runtime.CompilerServices;

namespace DigestLsp.Parsing;

/// <summary>Looks at a whole line at once for anything that could make it more than a heading.</summary>
internal static class StatementMarks
{
    /// <summary>The longest text that is looked at.</summary>
    public const int LongestText = 200;

    /// <summary>How far the longest pattern, a word of four letters between two spaces, looks ahead.</summary>
    private const int LookAhead = 5;

    /// <summary>
    /// Whether text may hold what <see cref="ProseMeasures"/> counts as a sentence break or a finite verb. It holds none if this
    /// is false; the reverse need not be so.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool MayStandIn(ReadOnlySpan<byte> text)
    {
        Span<byte> padded = stackalloc byte[1 + LongestText + Vector<byte>.Count + LookAhead];
        padded[0] = (byte)' ';
        text.CopyTo(padded[1..]);
        padded.Slice(1 + text.Length, Vector<byte>.Count + LookAhead).Fill((byte)' ');
        var found = Vector<byte>.Zero;
        for (var i = 0; i <= text.Length; i += Vector<byte>.Count)
        {
            found |= At(padded[i..]);
        }
        return found != Vector<byte>.Zero;
    }

    /// <summary>Marks the bytes before which a verb, or at which the end of a sentence, may begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<byte> At(ReadOnlySpan<byte> text)
    {
        var at = new Vector<byte>(text);
        var first = new Vector<byte>(text[1..]);
        var second = new Vector<byte>(text[2..]);
        var third = new Vector<byte>(text[3..]);
        var fourth = new Vector<byte>(text[4..]);
        var fifth = new Vector<byte>(text[5..]);
        var w = Is(first, 'w');
        var e3 = Is(third, 'e');
        var two = Is(first, 'i') & Is(second, 's') & IsSpace(third);
        var three = IsSpace(fourth) & ((Is(first, 'a') & Is(second, 'r') & e3) | ((w | Is(first, 'h')) & Is(second, 'a') & Is(third, 's')));
        var four =
            IsSpace(fifth)
            & w
            & ((Is(second, 'e') & Is(third, 'r') & Is(fourth, 'e')) | (Is(second, 'i') & Is(third, 'l') & Is(fourth, 'l')));
        var end = (Is(at, '.') | Is(at, '!') | Is(at, '?')) & IsSpace(first);
        return (IsSpace(at) & (two | three | four)) | end;
    }

    private static Vector<byte> Is(Vector<byte> bytes, char value) => Vector.Equals(bytes, new Vector<byte>((byte)value));

    /// <summary>Whether these are spaces or line breaks, or any other control characters.</summary>
    private static Vector<byte> IsSpace(Vector<byte> bytes) => Vector.LessThanOrEqual(bytes, new Vector<byte>((byte)' '));
}
