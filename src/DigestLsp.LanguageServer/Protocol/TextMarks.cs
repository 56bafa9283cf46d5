using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace DigestLsp.LanguageServer;

/// <summary>
/// Carries through the library what it would spoil in a text. It replaces halves of characters, which an editor may send (half an
/// emoji was deleted, the other half is typed next), and takes a text that looks like a time for one. Both are marked: by U+FDD0,
/// which never stands in text, and a second character that says what is meant.
/// </summary>
internal static class TextMarks
{
    private const char Mark0 = '\uFDD0';
    private const char FirstSurrogate = '\uE000';
    private const char Nothing = '\uE800';
    private const char MarkItself = '\uE801';
    private const int EscapeLength = 6;

    /// <summary>A message with its texts marked where they have to be.</summary>
    /// <param name="json">The message.</param>
    /// <returns>The same bytes or others.</returns>
    public static ReadOnlySpan<byte> Mark(ReadOnlySpan<byte> json)
    {
        MemoryStream? marked = null;
        var copied = 0;
        for (var at = 0; json[at..].IndexOfAny((byte)'\\', (byte)'"', (byte)0xEF) is >= 0 and var distance; )
        {
            at += distance;
            var (length, code) = FindAt(json, at);
            if (code is { } mark)
            {
                marked ??= new();
                marked.Write(json[copied..at]);
                marked.Write(Encoding.UTF8.GetBytes([Mark0, mark]));
                copied = at + length;
            }
            at += Math.Max(1, length);
            if (code is null && length == 0 && json[at - 1] == '"' && LooksLikeTime(json[at..]))
            {
                marked ??= new();
                marked.Write(json[copied..at]);
                marked.Write(Encoding.UTF8.GetBytes([Mark0, Nothing]));
                copied = at;
            }
        }
        if (marked is null)
        {
            return json;
        }
        marked.Write(json[copied..]);
        return marked.ToArray();
    }

    /// <summary>Gives a message that was read back the texts that the client sent. (The names of members stay marked; none is a text.)</summary>
    public static void Unmark(JToken message)
    {
        foreach (var token in message is JContainer container ? container.DescendantsAndSelf() : [message])
        {
            if (token is JValue { Value: string text } value && text.Contains(Mark0))
            {
                value.Value = Unmark(text);
            }
        }
    }

    private static string Unmark(string text)
    {
        var unmarked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != Mark0 || i + 1 == text.Length)
            {
                unmarked.Append(text[i]);
                continue;
            }
            switch (text[++i])
            {
                case Nothing:
                    break;
                case MarkItself:
                    unmarked.Append(Mark0);
                    break;
                case var code:
                    unmarked.Append((char)('\uD800' + (code - FirstSurrogate)));
                    break;
            }
        }
        return unmarked.ToString();
    }

    /// <summary>What stands at a place: how many bytes to step over, and by what to replace them if anything.</summary>
    private static (int Length, char? Code) FindAt(ReadOnlySpan<byte> json, int at)
    {
        if (json[at..].StartsWith("\uFDD0"u8))
        {
            return (3, MarkItself);
        }
        if (json[at] != '\\')
        {
            return (0, null);
        }
        if (EscapeAt(json, at) is not { } unit)
        {
            return (2, null);
        }
        if (unit == Mark0)
        {
            return (EscapeLength, MarkItself);
        }
        if (!char.IsSurrogate(unit))
        {
            return (EscapeLength, null);
        }
        return char.IsHighSurrogate(unit) && EscapeAt(json, at + EscapeLength) is { } next && char.IsLowSurrogate(next)
            ? (2 * EscapeLength, null)
            : (EscapeLength, (char)(FirstSurrogate + (unit - '\uD800')));
    }

    private static char? EscapeAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;

    /// <summary>Whether a string begins as the library believes that times do.</summary>
    private static bool LooksLikeTime(ReadOnlySpan<byte> text) =>
        text.StartsWith("/Date("u8)
        || text.StartsWith("\\/Date("u8)
        || (text.Length > 10 && char.IsAsciiDigit((char)text[0]) && text[10] == 'T');
}
