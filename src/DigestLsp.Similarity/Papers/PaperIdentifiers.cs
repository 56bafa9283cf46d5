using System.Text.RegularExpressions;

namespace DigestLsp.Similarity;

/// <summary>The identifiers of a paper in their normal form, or null where it has none.</summary>
/// <param name="Arxiv">An arXiv identifier without version, lower case: <c>2401.01234</c> or <c>math/0601001</c>.</param>
/// <param name="Doi">A DOI without prefix, lower case: <c>10.1000/xyz</c>.</param>
public readonly partial record struct PaperIdentifiers(string? Arxiv, string? Doi)
{
    private const string ArxivDoi = "10.48550/arxiv.";

    /// <summary>
    /// Normalises identifiers as people write them: bare, with a scheme (<c>arXiv:</c>, <c>doi:</c>) or as an address
    /// (abs, pdf and html pages of arXiv; doi.org). A DOI that arXiv gave counts as the arXiv identifier.
    /// What is no identifier of its kind becomes null.
    /// </summary>
    public static PaperIdentifiers Create(string? arxiv, string? doi)
    {
        string? id = NormalizeArxiv(arxiv);
        string? normalDoi = NormalizeDoi(doi);
        if (normalDoi is not null && normalDoi.StartsWith(ArxivDoi, StringComparison.Ordinal))
        {
            id ??= NormalizeArxiv(normalDoi[ArxivDoi.Length..]);
            normalDoi = null;
        }

        return new PaperIdentifiers(id, normalDoi);
    }

    /// <summary>Whether both have an identifier in common.</summary>
    public bool SharesAny(PaperIdentifiers other) => (Arxiv is not null && Arxiv == other.Arxiv) || (Doi is not null && Doi == other.Doi);

    /// <summary>Whether both have an identifier of one scheme, and none is shared.</summary>
    public bool Contradicts(PaperIdentifiers other) =>
        !SharesAny(other) && ((Arxiv is not null && other.Arxiv is not null) || (Doi is not null && other.Doi is not null));

    private static string? NormalizeArxiv(string? text)
    {
        Match match = ArxivPattern().Match(text ?? "");
        return !match.Success ? null
            : match.Groups["id"].Success ? match.Groups["id"].Value
            : match.Groups["archive"].Value.ToLowerInvariant() + match.Groups["number"].Value;
    }

    private static string? NormalizeDoi(string? text)
    {
        Match match = DoiPattern().Match(text ?? "");
        return match.Success ? match.Groups["id"].Value.ToLowerInvariant() : null;
    }

    [GeneratedRegex(
        @"^\s*(?:https?://)?(?:(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/)?(?:arxiv:\s*)?(?:(?<id>\d{4}\.\d{4,5})|(?<archive>[a-z][a-z-]*)(?:\.[a-z]{2})?(?<number>/\d{7}))(?:v\d+)?(?:\.pdf)?/?\s*(?:\[[^\]]*\])?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ArxivPattern();

    [GeneratedRegex(
        @"^\s*(?:https?://(?:dx\.|www\.)?doi\.org/)?(?:doi:\s*)?(?<id>10\.\d{4,9}/\S+?)[.,;]?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex DoiPattern();
}
