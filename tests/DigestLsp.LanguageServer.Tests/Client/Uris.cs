namespace DigestLsp.LanguageServer.Tests;

/// <summary>Names files as clients do.</summary>
internal static class Uris
{
    public static string Of(string path) => new Uri(path).AbsoluteUri;

    /// <summary>Whether two URIs name the same; which characters they escape is a matter of taste.</summary>
    public static bool AreSame(string left, string right) => Uri.UnescapeDataString(left) == Uri.UnescapeDataString(right);
}
