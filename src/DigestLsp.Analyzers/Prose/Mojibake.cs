using System.Buffers;
using System.Globalization;
using System.Text;

namespace DigestLsp.Analyzers;

/// <summary>
/// Finds UTF-8 that was read as Windows-1252 or Latin-1, once or several times. Such text consists of whole UTF-8 sequences: a
/// letter (Â, Ã, â, ð) and behind it signs that do not follow letters. Real text that happens to be UTF-8 as well (‘É…’,
/// ‘CAFÉ»’, ‘5 Å²’) is left alone.
/// </summary>
internal static class Mojibake
{
    private static readonly SearchValues<char> Leads = SearchValues.Create([
        .. Enumerable.Range(0xC2, 0xF5 - 0xC2).Select(code => (char)code),
    ]);

    /// <summary>What real text has behind a word. It is no evidence.</summary>
    private static readonly SearchValues<char> Closing = SearchValues.Create("\u00A0\u00AD»‘’“”›–—…•™®©");

    /// <summary>What real text has there now and then: exponents, degrees, footnote marks. It is weak evidence.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("\u00A0\u00AD»‘’“”›–—…•™®©°·²³¹ªº±†‡§«‹‚„");

    /// <summary>Where the next letter stands with which a sequence may begin, −1 if there is none.</summary>
    public static int IndexOfLead(ReadOnlySpan<char> text) => text.IndexOfAny(Leads);

    /// <summary>Reads mis-decoded text: as many sequences as follow each other.</summary>
    /// <param name="text">A text.</param>
    /// <param name="start">Where a lead stands in it.</param>
    /// <param name="decoded">What it was.</param>
    /// <returns>Its length in UTF-16 units; 0 where it is none.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, out string decoded)
    {
        decoded = string.Empty;
        var end = start;
        var sequences = 0;
        var first = default(Rune);
        for (int length; (length = Sequence(text[end..], out var rune)) > 0 && IsPlausible(rune); end += length)
        {
            first = sequences++ == 0 ? rune : first;
        }
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        if (sequences == 0 || (sequences == 1 && !IsEvident(text[start..end], first, before, after)))
        {
            return 0;
        }
        decoded = Decode(text[start..end].ToString());
        return end - start;
    }

    /// <summary>Decodes text as often as the whole of it can be.</summary>
    private static string Decode(string text)
    {
        var decoded = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        for (var i = 0; i < text.Length; )
        {
            var length = Sequence(text.AsSpan(i), out var rune);
            if (length == 0)
            {
                return text;
            }
            decoded.Append(units[..rune.EncodeToUtf16(units)]);
            i += length;
        }
        return Decode(decoded.ToString());
    }

    /// <summary>Reads one UTF-8 sequence.</summary>
    /// <returns>Its length, 0 where there is none.</returns>
    private static int Sequence(ReadOnlySpan<char> text, out Rune rune)
    {
        rune = default;
        if (text.IsEmpty || text[0] is < '\u00C2' or > '\u00F4')
        {
            return 0;
        }
        var length =
            text[0] < '\u00E0' ? 2
            : text[0] < '\u00F0' ? 3
            : 4;
        Span<byte> bytes = stackalloc byte[4];
        bytes[0] = (byte)text[0];
        for (var i = 1; i < length; i++)
        {
            if (i == text.Length || Windows1252.ByteOf(text[i]) is not (>= 0x80 and <= 0xBF and var next))
            {
                return 0;
            }
            bytes[i] = (byte)next;
        }
        return Rune.DecodeFromUtf8(bytes[..length], out rune, out var read) == OperationStatus.Done && read == length ? length : 0;
    }

    /// <summary>Neither a combining mark nor Braille, which texts do not hold; control characters are signs decoded once too few.</summary>
    private static bool IsPlausible(Rune rune) =>
        rune.Value is not (>= 0x0300 and < 0x0370) and not (>= 0x2800 and < 0x2900) && !IsUnassigned(rune);

    private static bool IsUnassigned(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    /// <summary>Whether a single sequence can hardly be what it looks like.</summary>
    private static bool IsEvident(ReadOnlySpan<char> sequence, Rune rune, char before, char after)
    {
        // Of a script with other letters than Latin and Greek, a word has several.
        if (
            rune.Value
            is not ((>= 0xA0 and < 0x180) or (>= 0x370 and < 0x400) or (>= 0x1E00 and < 0x2800) or (>= 0xFB00 and < 0xFB07) or >= 0xFEFF)
        )
        {
            return false;
        }
        var signs = sequence[1..];
        if (signs.ContainsAnyExcept(Marks))
        {
            return true;
        }
        if (signs.Length > 1)
        {
            return signs.ContainsAnyExcept(Closing) || (char.IsLetter(before) && char.IsLetter(after));
        }
        var isClosing = Closing.Contains(signs[0]);
        var isGreek = rune.Value >= 0x370;
        if (char.IsUpper(before))
        {
            return isGreek ? !isClosing
                : Rune.IsUpper(rune) ? char.IsUpper(after)
                : char.IsLower(after);
        }
        if (char.IsLetter(before))
        {
            return !Rune.IsUpper(rune) || isGreek;
        }
        // No word begins with a capital and a sign; but Å is a unit, and a letter may be quoted.
        return char.IsLetter(after) || (sequence[0] != 'Å' && signs[0] is not ('»' or '‘' or '’' or '“' or '”' or '›'));
    }
}
