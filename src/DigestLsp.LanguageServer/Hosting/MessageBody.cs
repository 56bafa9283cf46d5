using System.Text.Json;

namespace DigestLsp.LanguageServer;

/// <summary>What stands between two headers.</summary>
internal static class MessageBody
{
    /// <summary>
    /// Takes the place of a message that is no JSON, so that it is answered in its turn. (What the library itself says of such a
    /// message answers a request with an empty name.)
    /// </summary>
    public static ReadOnlySpan<byte> Unreadable => "{\"unreadable\":true}"u8;

    /// <summary>
    /// Where the message ends that begins here: a header may have counted too far. One that is broken ends where the next header
    /// begins. Null while there is no telling.
    /// </summary>
    /// <param name="bytes">What has come so far.</param>
    /// <param name="isAll">Whether these are as many as were counted.</param>
    public static int? EndIn(ReadOnlySpan<byte> bytes, bool isAll)
    {
        if (LengthOf(bytes, isAll) is { IsBroken: false, Length: var length })
        {
            return length ?? (isAll ? NextHeader(bytes) ?? bytes.Length : null);
        }
        return NextHeader(bytes) ?? (isAll ? bytes.Length : null);
    }

    /// <summary>Whether a message is JSON and nothing else.</summary>
    public static bool IsReadable(ReadOnlySpan<byte> message) => LengthOf(message, isAll: true).Length == message.Length;

    /// <summary>The length of the value, white space behind it included; null where it has no end yet.</summary>
    private static (bool IsBroken, int? Length) LengthOf(ReadOnlySpan<byte> bytes, bool isAll)
    {
        var reader = new Utf8JsonReader(bytes, isAll, state: default);
        try
        {
            if (!reader.Read() || !reader.TrySkip())
            {
                return (false, null);
            }
        }
        catch (JsonException)
        {
            return (true, null);
        }
        var end = (int)reader.BytesConsumed;
        return (false, bytes[end..].ContainsAnyExcept(" \t\r\n"u8) ? end : bytes.Length);
    }

    private static int? NextHeader(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? null
        : bytes[1..].IndexOf(MessageHeader.Start) is >= 0 and var next ? next + 1
        : null;
}
