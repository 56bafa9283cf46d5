using System.Buffers;
using System.Runtime.InteropServices;
using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>
/// The places in a text where names may stand: words, with their hyphens, that have a capital or a digit. Also the name in a
/// compound (LLM-based, non-LLM) and names of two words (Llama 3).
/// </summary>
internal sealed class NameScan
{
    private const int LongestName = 64;

    private static readonly SearchValues<char> Marks = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private readonly HashSet<uint> _inSentence = [];
    private readonly List<Place> _places = [];
    private Word _before;

    /// <summary>A place where a name may stand.</summary>
    /// <param name="Key">The name's key.</param>
    /// <param name="Start">Where it begins.</param>
    /// <param name="IsPlural">Whether the plural's s is written.</param>
    /// <param name="IsPlain">Whether it is a plain word with a capital, which is a name only if it has it elsewhere, too.</param>
    public readonly record struct Place(uint Key, int Start, bool IsPlural, bool IsPlain);

    private readonly record struct Word(TextSpan Span, bool IsName, bool HasCapital);

    /// <summary>Forgets what was read.</summary>
    public void Clear()
    {
        _inSentence.Clear();
        _places.Clear();
    }

    /// <summary>The places, by start: names by their looks, and plain words that have a capital within a sentence somewhere.</summary>
    public List<Place> Drain()
    {
        int kept = 0;
        foreach (Place place in CollectionsMarshal.AsSpan(_places))
        {
            if (!place.IsPlain || _inSentence.Contains(place.Key))
            {
                _places[kept++] = place;
            }
        }

        CollectionsMarshal.SetCount(_places, kept);
        SortByStart(CollectionsMarshal.AsSpan(_places));
        return _places;
    }

    /// <summary>Insertion sort: only parts of one compound, or of one pair, stand in another order.</summary>
    private static void SortByStart(Span<Place> places)
    {
        for (int i = 1; i < places.Length; i++)
        {
            Place place = places[i];
            int at = i;
            for (; at > 0 && places[at - 1].Start > place.Start; at--)
            {
                places[at] = places[at - 1];
            }

            places[at] = place;
        }
    }

    /// <summary>Reads a stretch of text.</summary>
    /// <param name="text">The text of the paper.</param>
    /// <param name="span">The stretch.</param>
    /// <param name="isTitle">Whether capitals mean nothing, since titles have them on all words.</param>
    public void Read(ReadOnlySpan<char> text, TextSpan span, bool isTitle)
    {
        _before = default;
        int position = span.Start;
        while (position < span.End && text[position..span.End].IndexOfAny(Marks) is >= 0 and var offset)
        {
            TextSpan compound = CompoundAround(text, position, position + offset, span.End);
            position = compound.End;
            if (compound.Length <= LongestName)
            {
                Add(text, span.Start, compound, isTitle);
            }
        }
    }

    private static TextSpan CompoundAround(ReadOnlySpan<char> text, int from, int at, int to)
    {
        int start = at;
        while (start > from && (char.IsLetterOrDigit(text[start - 1]) || (start - 1 > from && Joins(text, start - 1))))
        {
            start--;
        }

        int end = at + 1;
        while (end < to && (char.IsLetterOrDigit(text[end]) || (end + 1 < to && Joins(text, end))))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool Joins(ReadOnlySpan<char> text, int mark) =>
        (text[mark] == '-' && char.IsLetterOrDigit(text[mark - 1]) && char.IsLetterOrDigit(text[mark + 1]))
        || (text[mark] == '.' && char.IsAsciiDigit(text[mark - 1]) && char.IsAsciiDigit(text[mark + 1]));

    private void Add(ReadOnlySpan<char> text, int from, TextSpan compound, bool isTitle)
    {
        ReadOnlySpan<char> whole = text.Slice(compound.Start, compound.Length);
        bool isName = NameShape.IsUnusual(whole);
        bool hasCapital = char.IsUpper(whole[0]);
        if (isName || (hasCapital && whole.Length > 2))
        {
            bool isPlain = !isName;
            AddPlace(whole, compound.Start, isPlain);
            if (isPlain && !isTitle && !WholeWords.BeginsSentence(text[from..], compound.Start - from))
            {
                _inSentence.Add(TermKeys.OfName(whole));
            }
        }

        AddPair(text, compound, isName);
        if (isName && whole.Contains('-'))
        {
            AddParts(whole, compound.Start);
        }

        _before = new(compound, isName, hasCapital);
    }

    /// <summary>A name and the number or name right behind it.</summary>
    private void AddPair(ReadOnlySpan<char> text, TextSpan compound, bool isName)
    {
        ReadOnlySpan<char> word = text.Slice(compound.Start, compound.Length);
        if (
            _before.Span.End == compound.Start - 1
            && !_before.Span.IsEmpty
            && text[compound.Start - 1] == ' '
            && (_before.IsName || _before.HasCapital)
            && (isName || NameShape.IsVersion(word) || (_before.IsName && char.IsUpper(word[0])))
        )
        {
            AddPlace(text[_before.Span.Start..compound.End], _before.Span.Start, isPlain: false);
        }
    }

    /// <summary>What is left of a compound without small words at its ends, and the names joined in it.</summary>
    private void AddParts(ReadOnlySpan<char> whole, int start)
    {
        TextSpan core = WithoutSmallEnds(whole);
        if (core.Length < whole.Length && core.Length > 1)
        {
            AddPlace(whole.Slice(core.Start, core.Length), start + core.Start, isPlain: false);
        }

        int partStart = core.Start;
        while (partStart < core.End)
        {
            int length = whole[partStart..core.End].IndexOf('-');
            int end = length < 0 ? core.End : partStart + length;
            bool isAll = partStart == core.Start && end == core.End;
            if (!isAll && NameShape.IsUnusual(whole[partStart..end]) && !IsVariant(whole[Math.Min(end + 1, core.End)..core.End]))
            {
                AddPlace(whole[partStart..end], start + partStart, isPlain: false);
            }

            partStart = end + 1;
        }
    }

    /// <summary>Whether what is joined to a name makes another name of it: GPT-4, RLHF-V, MoCo-v2.</summary>
    private static bool IsVariant(ReadOnlySpan<char> behind)
    {
        int end = behind.IndexOf('-');
        ReadOnlySpan<char> part = end < 0 ? behind : behind[..end];
        return part.Length == 1 || NameShape.IsVersion(part);
    }

    private static TextSpan WithoutSmallEnds(ReadOnlySpan<char> whole)
    {
        int start = 0;
        int end = whole.Length;
        while (whole[start..end].IndexOf('-') is >= 0 and var length && IsSmall(whole.Slice(start, length)))
        {
            start += length + 1;
        }

        while (whole[start..end].LastIndexOf('-') is >= 0 and var hyphen && IsSmall(whole[(start + hyphen + 1)..end]))
        {
            end = start + hyphen;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool IsSmall(ReadOnlySpan<char> part) => part.Length > 1 && !part.ContainsAnyExceptInRange('a', 'z');

    private void AddPlace(ReadOnlySpan<char> name, int start, bool isPlain) =>
        _places.Add(new(TermKeys.OfName(name), start, TermKeys.Singular(name).Length < name.Length, isPlain));
}
