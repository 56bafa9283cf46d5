namespace DigestLsp.Analyzers;

/// <summary>
/// Finds what may be a part of a formula that lost its backslashes: symbols' names that no English text holds, and others where
/// no word can stand, as in <c>40times</c>.
/// </summary>
internal static class TexWords
{
    private static readonly string[] AroundDigits =
    [
        .. Enumerable.Range(0, 10).SelectMany(static digit => new[] { $"{digit}times", $"sim{digit}" }),
    ];

    private static readonly string[] Others = ["%sim", " gg ", " ll ", "left(", "left[", "Theta(", "Omega("];

    /// <summary>Ends of words that do well together in a search: what mixes their letters is rare in English.</summary>
    private static readonly string[][] Ends =
    [
        ["dots", "plus", "inus", "psto", "opto"],
        ["imes", "eft(", "eft[", "ega(", "ngle"],
        ["sim0", "sim1", "sim2", "sim3", "sim4", "sim5", "sim6", "sim7", "sim8", "sim9", "arpi", "rrho"],
        ["ilon", "igma", "cdot", " gg ", " ll "],
        ["neq", "leq", "geq", "eteq", "imeq", "nfty"],
        ["otin", "ceil", "heta", "eta("],
        ["rrow", "odot", "loor", "lant"],
        ["ssim", "rsim", "%sim", "yset", "rphi"],
    ];

    private static readonly StringSearch Search = new([
        .. Values
            .GroupBy(static value => Math.Max(0, Array.FindIndex(Ends, ends => ends.Any(value.EndsWith))))
            .Select(static group => group.ToArray()),
    ]);

    /// <summary>All that is looked for.</summary>
    internal static IEnumerable<string> Values => [.. TexNames.DistinctNames, .. AroundDigits, .. Others];

    /// <summary>Whether a text may hold one; few do.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> text) => Search.In(text).MoveNext();

    /// <summary>Where the first one stands at or behind a position, −1 where there is none. A space in it is a space.</summary>
    public static int IndexFrom(ReadOnlySpan<char> text, int position)
    {
        for (var words = Search.In(text, position); words.MoveNext(); )
        {
            var start = words.Position;
            if (start >= 0 && text.Length - start >= words.Length && !text.Slice(start, words.Length).ContainsAnyInRange('\0', '\u001F'))
            {
                return start;
            }
        }
        return -1;
    }
}
