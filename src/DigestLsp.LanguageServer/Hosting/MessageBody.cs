using System.Text.Json;

namespace DigestLsp.LanguageServer;

/// <summary>What stands between two headers.</summary>
internal static class MessageBody
{
    /// <summary>
    /// As many bytes as were counted, or less where the message ends before that and another header stands among them. A text may
    /// well hold such a line; only where it leaves the JSON broken is it a header.
    /// </summary>
    public static ReadOnlySpan<byte> WithoutNextHeader(ReadOnlySpan<byte> counted)
    {
        var next = counted.IndexOf(MessageHeader.Start);
        return next > 0 && !IsWhole(counted) && IsWhole(counted[..next]) ? counted[..next] : counted;
    }

    private static bool IsWhole(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
