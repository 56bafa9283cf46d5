using System.Collections.Frozen;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>Tells links without a scheme, addresses and names out of programs from words.</summary>
internal static class TokenText
{
    private static readonly FrozenSet<string> Domains = FrozenSet.Create(
        StringComparer.Ordinal,
        "com org net io ai edu gov dev app co me xyz tech info eu de uk fr cn jp ch".Split(' ')
    );

    private static readonly FrozenSet<string> Extensions = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "py js ts json jsonl txt md html htm css csv tsv xml yaml yml toml ini sh bat exe dll cpp hpp java rs rb php sql tex bib pdf "
            + "png jpg jpeg gif svg mp4 wav mp3 zip gz tar ipynb pt pth onnx safetensors gguf npy npz fm cfg conf log"
        ).Split(' ')
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DomainLookup = Domains.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ExtensionLookup = Extensions.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Whether a character can be part of such a token.</summary>
    public static bool IsPart(char character) =>
        char.IsLetterOrDigit(character) || character is '_' or '.' or '@' or '-' or '/' or '+' or '%' or '#' or '~' or '=' or '&';

    /// <summary>What a token is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The token's first character.</param>
    /// <param name="end">Where its characters end.</param>
    /// <returns>Its place without the punctuation around it; null where it is words.</returns>
    public static ProtectedSpan? Classify(ReadOnlySpan<char> text, int start, int end)
    {
        while (end > start && text[end - 1] is '.' or '-' or '/' or '%' or '=' or '&' or '~' or '#' or '+')
        {
            end--;
        }
        while (start < end && text[start] is '.' or '-' or '/' or '%' or '=' or '&' or '~' or '+')
        {
            start++;
        }
        var token = text[start..end];
        if (token.IsEmpty)
        {
            return null;
        }
        if (IsAddress(token))
        {
            return new(TextSpan.FromBounds(start, end), ProtectedKind.Address);
        }
        if (IsLink(token))
        {
            end += text[end..].StartsWith("/") ? 1 : 0;
            return new(TextSpan.FromBounds(start, end), ProtectedKind.Link);
        }
        if (text[end..].StartsWith("()"))
        {
            return new(TextSpan.FromBounds(start, end + 2), ProtectedKind.Code);
        }
        return IsFileName(token) || IsIdentifier(token) ? new(TextSpan.FromBounds(start, end), ProtectedKind.Code) : null;
    }

    /// <summary><c>me@a.org</c> and <c>@me</c>, but not <c>pass@1</c> and <c>mAP@0.5</c>.</summary>
    private static bool IsAddress(ReadOnlySpan<char> token)
    {
        var at = token.IndexOf('@');
        if (at < 0 || at + 1 == token.Length)
        {
            return false;
        }
        var host = token[(at + 1)..];
        return at == 0 ? char.IsAsciiLetter(host[0]) : IsHost(host) && IsTopLevel(host[(host.LastIndexOf('.') + 1)..]);
    }

    private static bool IsLink(ReadOnlySpan<char> token)
    {
        var slash = token.IndexOf('/');
        var host = slash < 0 ? token : token[..slash];
        if (!IsHost(host))
        {
            return false;
        }
        var top = host[(host.LastIndexOf('.') + 1)..];
        return host.StartsWith("www.") || (slash < 0 ? DomainLookup.Contains(top) : IsTopLevel(top));
    }

    /// <summary>Labels of letters, digits and hyphens with single periods between them.</summary>
    private static bool IsHost(ReadOnlySpan<char> host)
    {
        var label = 0;
        var labels = 0;
        foreach (var character in host)
        {
            if (character == '.')
            {
                if (label == 0)
                {
                    return false;
                }
                labels++;
                label = 0;
            }
            else if (char.IsAsciiLetterOrDigit(character) || character == '-')
            {
                label++;
            }
            else
            {
                return false;
            }
        }
        return labels > 0 && label > 0;
    }

    private static bool IsTopLevel(ReadOnlySpan<char> label) =>
        label.Length is >= 2 and <= 10 && label.IndexOfAnyExceptInRange('a', 'z') < 0;

    private static bool IsFileName(ReadOnlySpan<char> token)
    {
        var period = token.LastIndexOf('.');
        return period > 0 && ExtensionLookup.Contains(token[(period + 1)..]);
    }

    /// <summary>
    /// <c>max_tokens</c>, <c>__init__</c>; a formula's letter with its index is none (<c>x_i</c>, <c>C_Phi</c>, <c>log_2</c>).
    /// </summary>
    private static bool IsIdentifier(ReadOnlySpan<char> token)
    {
        var parts = 0;
        var rest = token;
        while (!rest.IsEmpty)
        {
            var length = rest.IndexOf('_');
            var part = length < 0 ? rest : rest[..length];
            if (rest.Length < token.Length && TexNames.IsSymbol(part))
            {
                return false;
            }
            parts += CountLetters(part) >= 2 ? 1 : 0;
            rest = length < 0 ? default : rest[(length + 1)..];
        }
        return parts >= (token.StartsWith("__") ? 1 : 2) && token.Contains('_');
    }

    private static int CountLetters(ReadOnlySpan<char> part)
    {
        var letters = 0;
        foreach (var character in part)
        {
            letters += char.IsLetter(character) ? 1 : 0;
        }
        return letters;
    }
}
