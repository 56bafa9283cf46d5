using System.Buffers.Text;
using System.Text;

namespace DigestLsp.LanguageServer;

/// <summary>The header before each message.</summary>
internal static class MessageHeader
{
    /// <summary>With what the field begins that every header has.</summary>
    public static ReadOnlySpan<byte> Start => "Content-Length:"u8;

    /// <summary>The empty line that ends a header.</summary>
    public static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    /// <summary>How many bytes follow; null where the header does not tell, or tells twice what differs.</summary>
    /// <param name="header">The header with the empty line.</param>
    public static int? LengthIn(ReadOnlySpan<byte> header)
    {
        int? found = null;
        foreach (var range in header[..^End.Length].Split("\r\n"u8))
        {
            var line = header[range];
            var colon = line.IndexOf((byte)':');
            if (colon < 0)
            {
                return null;
            }
            if (!Ascii.EqualsIgnoreCase(line[..(colon + 1)], Start))
            {
                continue;
            }
            var value = line[(colon + 1)..];
            value = value[Ascii.Trim(value)];
            if (
                !Utf8Parser.TryParse(value, out int length, out var read)
                || read < value.Length
                || length < 0
                || (found ?? length) != length
            )
            {
                return null;
            }
            found = length;
        }
        return found;
    }

    /// <summary>A header on one line, for a log.</summary>
    public static string Shown(ReadOnlySpan<byte> header)
    {
        var text = Encoding.ASCII.GetString(header[..Math.Min(header.Length, 200)]).Trim().Replace("\r\n", " / ", StringComparison.Ordinal);
        return string.Create(
            text.Length,
            text,
            static (shown, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    shown[i] = char.IsControl(source[i]) ? '?' : source[i];
                }
            }
        );
    }
}
