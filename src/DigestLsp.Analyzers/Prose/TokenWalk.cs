using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DigestLsp.Analyzers;

/// <summary>
/// Walks over the runs of a text that hold no white space. It looks at 32 characters at a time, since rules walk over every
/// abstract there is.
/// </summary>
/// <param name="text">The text.</param>
internal ref struct TokenWalk(ReadOnlySpan<char> text)
{
    private const int BlockLength = 32;

    private readonly ReadOnlySpan<char> _text = text;
    private int _block = -BlockLength;
    private uint _spaces;
    private int _next;

    /// <summary>Where the current run starts.</summary>
    public int Start { get; private set; }

    /// <summary>How many characters it has; at least one.</summary>
    public int Length { get; private set; }

    /// <summary>Where it ends.</summary>
    public readonly int End => Start + Length;

    /// <summary>Goes to the next run.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            while (_spaces == 0)
            {
                _block += BlockLength;
                if (_block >= _text.Length)
                {
                    Start = _next;
                    Length = _text.Length - _next;
                    _next = _text.Length;
                    return Length > 0;
                }
                _spaces = Spaces(_text[_block..]);
            }
            var end = _block + BitOperations.TrailingZeroCount(_spaces);
            _spaces &= _spaces - 1;
            var start = _next;
            _next = end + 1;
            if (end > start)
            {
                Start = start;
                Length = end - start;
                return true;
            }
        }
    }

    /// <summary>A bit for each of the first 32 characters that is white space or a control character.</summary>
    private static uint Spaces(ReadOnlySpan<char> text)
    {
        if (text.Length >= BlockLength)
        {
            ref var first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
            var space = Vector256.Create((ushort)' ');
            var low = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref first), space).ExtractMostSignificantBits();
            var high = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref first, 16), space).ExtractMostSignificantBits();
            return low | (high << 16);
        }
        var spaces = 0u;
        for (var i = 0; i < text.Length; i++)
        {
            spaces |= text[i] <= ' ' ? 1u << i : 0;
        }
        return spaces;
    }
}
