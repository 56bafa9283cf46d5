using System.Collections.Frozen;

namespace DigestLsp.Analyzers;

/// <summary>What the host of a link tells.</summary>
internal static class LinkHost
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TopLevels = FrozenSet
        .Create(
            StringComparer.OrdinalIgnoreCase,
            (
                "com org net io ai edu gov mil int dev app co me xyz tech info page site site online cloud science tv ly gg to sh so ml fm "
                + "eu de uk fr cn jp ch at be nl it es pt pl cz se no fi dk ie gr ru ua tr il in sg hk tw kr au nz ca us mx br ar cl za vn id my"
            ).Split(' ')
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WellKnown = FrozenSet
        .Create(
            StringComparer.OrdinalIgnoreCase,
            "github.com",
            "gitlab.com",
            "bitbucket.org",
            "huggingface.co",
            "hf.co",
            "modelscope.cn",
            "arxiv.org",
            "doi.org",
            "zenodo.org",
            "osf.io",
            "figshare.com",
            "kaggle.com",
            "sites.google.com",
            "drive.google.com",
            "openreview.net",
            "youtube.com"
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where anybody can let a program answer under a name of his own.</summary>
    private static readonly string[] Tunnels = [".workers.dev", ".ngrok.io", ".ngrok-free.app", ".trycloudflare.com", ".herokuapp.com"];

    /// <summary>The host at the start of a text: letters, digits, hyphens and periods, without a period or hyphen at its end.</summary>
    public static ReadOnlySpan<char> Read(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (
            end < text.Length
            && (
                char.IsAsciiLetterOrDigit(text[end])
                || text[end] is '.' or '-' or '_' or '~' or '%'
                || text[end] > 127 && char.IsLetter(text[end])
            )
        )
        {
            end++;
        }
        return text[..end].TrimEnd(".-");
    }

    /// <summary>Whether a host ends in a common top-level domain.</summary>
    public static bool EndsInTopLevel(ReadOnlySpan<char> host) =>
        host.LastIndexOf('.') is var period and > 0 && TopLevels.Contains(host[(period + 1)..]);

    /// <summary>Whether a label is a common top-level domain.</summary>
    public static bool IsTopLevel(ReadOnlySpan<char> label) => TopLevels.Contains(label);

    /// <summary>Whether many papers link to a host.</summary>
    public static bool IsWellKnown(ReadOnlySpan<char> host) => WellKnown.Contains(WithoutPrefix(host));

    /// <summary>Whether two hosts are one: <c>www.</c> or not, <c>hf.co</c> for <c>huggingface.co</c>.</summary>
    public static bool AreSame(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        Canonical(left).Equals(Canonical(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a host stands between a reader and the site: a library's proxy, or a tunnel that names itself one.</summary>
    public static bool IsProxy(ReadOnlySpan<char> host)
    {
        var isTunnel = false;
        foreach (var tunnel in Tunnels)
        {
            isTunnel |= host.EndsWith(tunnel, StringComparison.OrdinalIgnoreCase);
        }
        foreach (var range in host.Split('.'))
        {
            var label = host[range];
            if (
                label.StartsWith("ezproxy", StringComparison.OrdinalIgnoreCase) || label.Equals("proxy", StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
            if (isTunnel)
            {
                foreach (var part in label.Split('-'))
                {
                    if (label[part].Equals("proxy", StringComparison.OrdinalIgnoreCase))
                    {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static ReadOnlySpan<char> Canonical(ReadOnlySpan<char> host)
    {
        host = WithoutPrefix(host);
        return host.Equals("hf.co", StringComparison.OrdinalIgnoreCase) ? "huggingface.co" : host;
    }

    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> host) =>
        host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..]
        : host.StartsWith("dx.doi", StringComparison.OrdinalIgnoreCase) ? host[3..]
        : host;
}
