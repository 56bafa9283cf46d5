using System.Buffers;

namespace DigestLsp.Analyzers;

/// <summary>
/// Finds what may be a part of a formula that lost its backslashes: symbols' names that no English text holds, and others where
/// no word can stand, as in <c>40times</c>.
/// </summary>
internal static class TexWords
{
    private static readonly string[] Glued =
    [
        .. Enumerable.Range(0, 10).SelectMany(static digit => new[] { $"{digit}times", $"sim{digit}" }),
        "%sim",
    ];

    private static readonly string[] Others = [" gg ", " ll ", "left(", "left[", "Theta(", "Omega("];

    /// <summary>
    /// Parts of <see cref="TexNames.DistinctNames"/> and <see cref="Others"/> that are rare in English. A search for eight strings
    /// compares each by its first three letters with every position at once; one for all names does so by what several of them
    /// have in common, which nearly all words have as well, and takes longer than all rules together.
    /// </summary>
    private static readonly SearchValues<string>[] Parts =
    [
        Search("otim", "otin", "arep", "vart", "arpi", "arph", "rrho", "arsig"),
        Search("yset", "etmin", "eteq", "imeq", "leq", "geq", "neq", "oplus"),
        Search("tarr", "parr", "wnarr", "earr", "angl", "floor", "lceil", "rceil"),
        Search("cdot", "ldot", "odot", "opto", "psto", "infty", "ssim", "rsim"),
        Search(Others),
    ];

    private static readonly SearchValues<string> AllGlued = Search(Glued);

    private static readonly SearchValues<string> All = Search([.. TexNames.DistinctNames, .. Glued, .. Others]);

    /// <summary>All that is looked for.</summary>
    internal static IEnumerable<string> Values => [.. TexNames.DistinctNames, .. Glued, .. Others];

    /// <summary>Whether a text may hold one. Few do; of those that do not, hardly any passes.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> text)
    {
        foreach (var parts in Parts)
        {
            if (text.ContainsAny(parts))
            {
                return true;
            }
        }
        return text.ContainsAny(AllGlued);
    }

    /// <summary>Where the first one starts, −1 where there is none.</summary>
    public static int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(All);

    private static SearchValues<string> Search(params string[] values) => SearchValues.Create(values, StringComparison.Ordinal);
}
