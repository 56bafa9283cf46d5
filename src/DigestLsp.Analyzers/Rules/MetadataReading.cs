using DigestLsp.Similarity;

namespace DigestLsp.Analyzers;

/// <summary>What values the keys of metadata can have.</summary>
internal static class MetadataReading
{
    /// <summary>What is wrong with a value, and what to write instead where that is known; null where nothing is.</summary>
    public static (string Message, string? Replacement)? WhyMalformed(string key, string value) =>
        key switch
        {
            "arxiv" => WhyNoArxiv(value),
            "doi" when PaperIdentifiers.Create(null, value) is { Arxiv: null, Doi: null } => (
                "This is no DOI; one looks like ‘10.1000/xyz’",
                null
            ),
            "url" => WhyNoAddress(value),
            _ => null,
        };

    private static (string Message, string? Replacement)? WhyNoArxiv(string value)
    {
        if (PaperIdentifiers.Create(value, null).Arxiv is not { } identifier)
        {
            return ("This is no arXiv identifier; one looks like ‘2403.01234’ or ‘math/0601001’", WithoutEnds(value));
        }
        // The new numbers begin with year and month, the old ones do behind their slash.
        var number = identifier.AsSpan(identifier.IndexOf('/', StringComparison.Ordinal) + 1);
        return int.Parse(number[2..4], System.Globalization.CultureInfo.InvariantCulture) is < 1 or > 12
            ? ($"No arXiv identifier begins with ‘{number[..4]}’: its first digits are a year and a month", null)
            : null;
    }

    /// <summary>The value without quotes, brackets or punctuation around it, where that makes an identifier of it.</summary>
    private static string? WithoutEnds(string value)
    {
        var bare = value.Trim('"', '\'', '‘', '’', '“', '”', '<', '>', '(', ')', '[', ']', '.', ',', ';', ' ');
        return bare != value && PaperIdentifiers.Create(bare, null).Arxiv is not null ? bare : null;
    }

    private static (string Message, string? Replacement)? WhyNoAddress(string value)
    {
        foreach (var part in value.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsAddress(part))
            {
                var isOnly = part.Length == value.Length;
                return isOnly && !part.Contains("//", StringComparison.Ordinal) && IsAddress("https://" + part)
                    ? ("This address lacks its scheme, ‘https://’", "https://" + part)
                    : ("This is no address; one looks like ‘https://example.org/paper’", null);
            }
        }
        return null;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeFtp)
        && (address.Host.Contains('.', StringComparison.Ordinal) || address.HostNameType == UriHostNameType.IPv6)
        && !address.Host.EndsWith('.');
}
