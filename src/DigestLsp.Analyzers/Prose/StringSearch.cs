using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DigestLsp.Analyzers;

/// <summary>
/// Looks for many strings at once, 32 positions at a time: for each of their last four characters, two look-ups by half a byte tell
/// which groups of strings may have it there. It is the algorithm ‘Teddy’ of Hyperscan (Langdale and others). The library's own
/// search for strings does the same, but with three characters, and groups of strings that it chooses without knowing the language.
/// White space and control characters are spaces to it, and so is what lies before and behind a text.
/// </summary>
internal sealed class StringSearch
{
    private const int Most = 8;
    private const int Compared = 4;
    private const int BlockLength = 32;

    private readonly string[][] _groups;
    private readonly Vector256<byte>[] _low = new Vector256<byte>[Compared];
    private readonly Vector256<byte>[] _high = new Vector256<byte>[Compared];

    /// <summary>Prepares a search.</summary>
    /// <param name="groups">
    /// At most eight groups of ASCII strings, each of three characters or more. Strings of a group should be such that what mixes
    /// their last characters, place by place, is rare.
    /// </param>
    public StringSearch(params string[][] groups)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups.Length, Most);
        _groups = [.. groups.Select(static group => group.OrderByDescending(static value => value.Length).ToArray())];
        for (var i = 0; i < Compared; i++)
        {
            var (low, high) = (new byte[16], new byte[16]);
            for (var group = 0; group < groups.Length; group++)
            {
                var bit = (byte)(1 << group);
                foreach (var value in groups[group])
                {
                    var at = value.Length - Compared + i;
                    foreach (var character in at < 0 ? AnyCharacter : value.Substring(at, 1))
                    {
                        low[character & 15] |= bit;
                        high[character >> 4] |= bit;
                    }
                }
            }
            _low[i] = Vector256.Create(Vector128.Create(low), Vector128.Create(low));
            _high[i] = Vector256.Create(Vector128.Create(high), Vector128.Create(high));
        }
    }

    private static string AnyCharacter { get; } = string.Concat(Enumerable.Range(0, 256).Select(code => (char)code));

    /// <summary>A walk over the places where one of the strings stands, by their ends; of those of a group that end together, over the longest.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">From where on; strings may start with the space before the text if that is its beginning.</param>
    public Walk In(ReadOnlySpan<char> text, int start = 0) => new(this, text, start);

    /// <summary>For each of 32 positions, the groups of which one string may have its last four characters there.</summary>
    private Vector256<byte> GroupsAt(ref char first)
    {
        var groups = GroupsAt(ref first, 0) & GroupsAt(ref first, 1);
        return groups & GroupsAt(ref first, 2) & GroupsAt(ref first, 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<byte> GroupsAt(ref char first, int place)
    {
        ref var units = ref Unsafe.Add(ref Unsafe.As<char, ushort>(ref first), place);
        var bytes = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref units), Vector256.LoadUnsafe(ref units, 16));
        bytes = Vector256.Max(bytes, Vector256.Create((byte)' '));
        return Nibbles.Look(_low[place], bytes & Vector256.Create((byte)15)) & Nibbles.Look(_high[place], bytes >>> 4);
    }

    /// <summary>A walk over the places where strings stand.</summary>
    /// <param name="search">What is looked for.</param>
    /// <param name="text">Where.</param>
    /// <param name="start">From where on.</param>
    public ref struct Walk(StringSearch search, ReadOnlySpan<char> text, int start)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly int _first = start == 0 ? -1 : start;
        private int _block = start - 1 - BlockLength;
        private Vector256<byte> _groups;
        private uint _places;

        /// <summary>Where the current string starts; −1 where its first character is the space before the text.</summary>
        public int Position { get; private set; }

        /// <summary>The length of the current string.</summary>
        public int Length { get; private set; }

        /// <summary>Goes to the next place.</summary>
        public bool MoveNext()
        {
            while (true)
            {
                while (_places == 0)
                {
                    _block += BlockLength;
                    if (_block >= _text.Length)
                    {
                        return false;
                    }
                    _groups = Read();
                    _places = ~Vector256.Equals(_groups, Vector256<byte>.Zero).ExtractMostSignificantBits();
                }
                var place = BitOperations.TrailingZeroCount(_places);
                _places &= _places - 1;
                if (EndsAt(_block + place + Compared, _groups.GetElement(place)))
                {
                    return true;
                }
            }
        }

        private readonly Vector256<byte> Read()
        {
            const int Needed = BlockLength + Compared - 1;
            if (_block >= 0 && _block + Needed <= _text.Length)
            {
                return search.GroupsAt(ref Unsafe.Add(ref MemoryMarshal.GetReference(_text), _block));
            }
            Span<char> padded = stackalloc char[Needed];
            padded.Fill(' ');
            var start = Math.Max(0, _block);
            _text[start..Math.Min(_text.Length, _block + Needed)].CopyTo(padded[(start - _block)..]);
            return search.GroupsAt(ref MemoryMarshal.GetReference(padded));
        }

        private bool EndsAt(int end, byte groups)
        {
            for (; groups != 0; groups &= (byte)(groups - 1))
            {
                foreach (var value in search._groups[BitOperations.TrailingZeroCount(groups)])
                {
                    if (end - value.Length >= _first && StandsAt(end - value.Length, value))
                    {
                        Position = end - value.Length;
                        Length = value.Length;
                        return true;
                    }
                }
            }
            return false;
        }

        private readonly bool StandsAt(int start, string value)
        {
            for (var i = 0; i < value.Length; i++)
            {
                if (Math.Max(WordText.CharacterAt(_text, start + i), ' ') != value[i])
                {
                    return false;
                }
            }
            return true;
        }
    }
}
