using System.Text;
using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>The protocol's framing: a header that counts bytes, and JSON.</summary>
internal static class MessageStream
{
    /// <summary>Stands before the four digits of a lone surrogate.</summary>
    private const char Lone = '\uE000';

    private const string LoneMark = @"\uE000";

    public static byte[] Frame(JsonNode message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString().Replace(LoneMark, @"\u", StringComparison.Ordinal));
        return [.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body];
    }

    /// <summary>
    /// A text such that <see cref="Frame"/> sends its lone surrogates, which JSON can carry and the library that writes it cannot.
    /// </summary>
    public static string Sendable(string text) => OfLone(text, lone => $"{Lone}{(int)lone:X4}");

    /// <summary>A text as it comes back: in UTF-8, which has no lone surrogates.</summary>
    public static string Received(string text) => OfLone(text, _ => "\uFFFD");

    private static string OfLone(string text, Func<char, string> replace)
    {
        var replaced = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                replaced.Append(text[i]);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                replaced.Append(text[i]).Append(text[++i]);
            }
            else
            {
                replaced.Append(replace(text[i]));
            }
        }
        return replaced.ToString();
    }

    /// <summary>The next message, null at the end of the stream.</summary>
    public static async Task<JsonObject?> ReadAsync(Stream stream)
    {
        var length = -1;
        while (await ReadLineAsync(stream) is { } line)
        {
            if (line.Length == 0)
            {
                var body = new byte[length];
                await stream.ReadExactlyAsync(body);
                return JsonNode.Parse(body)!.AsObject();
            }
            if (line.StartsWith("Content-Length:", StringComparison.Ordinal))
            {
                length = int.Parse(line.AsSpan("Content-Length:".Length));
            }
        }
        return null;
    }

    private static async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var next = new byte[1];
        while (await stream.ReadAsync(next) == 1)
        {
            if (next[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }
            line.Append((char)next[0]);
        }
        return null;
    }
}
