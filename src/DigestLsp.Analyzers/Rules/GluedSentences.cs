using DigestLsp.Text;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>
/// Finds sentences that lost the period between them along with the space: ‘a small framework, OwlNetOur code …’. Names have
/// capitals within, too; so what stands before the capital must be a word that the text holds elsewhere.
/// </summary>
internal static class GluedSentences
{
    /// <summary>What sentences begin with and hardly any name ends in; what follows is in lower case.</summary>
    private static readonly StringSearch Openers = new(
        ["The ", "These "],
        ["This "],
        ["Our "],
        ["We ", "In "],
        ["To ", "Code "],
        ["However, ", "Moreover, "],
        ["Finally, "],
        ["Experiments ", "Results "]
    );

    private const int MostSearches = 8;

    /// <summary>Shorter ones stand everywhere.</summary>
    private const int ShortestWord = 3;

    /// <summary>Reports every place, with the period and the space as its repair, which is not safe: nobody knows what was lost there.</summary>
    public static void Find(ReadOnlySpan<char> text, ReportFinding report)
    {
        var searches = 0;
        for (var openers = Openers.In(text); openers.MoveNext(); )
        {
            var seam = openers.Position;
            var next = seam + openers.Length;
            if (!char.IsAsciiLetter(CharacterAt(text, seam - 1)) || !char.IsAsciiLetterLower(CharacterAt(text, next)))
            {
                continue;
            }
            var word = Before(text, seam);
            var start = seam - word.Length;
            if (
                word.Length < ShortestWord
                || word.Length == Longest
                || !IsSpace(CharacterAt(text, start - 1))
                || searches++ >= MostSearches
                || !(Holds(text[..start], word) || Holds(text[next..], word))
            )
            {
                continue;
            }
            var span = TextSpan.FromBounds(start, seam + At(text, seam).Length);
            report(
                span,
                $"The period and the space are missing in ‘{text[span.Start..span.End]}’",
                Repair.Replace(new(seam, 0), ". ", $"Write ‘{word}. {At(text, seam)}’", isSafe: false)
            );
        }
    }
}
