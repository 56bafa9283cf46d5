using System.Globalization;
using System.Text;

namespace DigestLsp.Benchmarks;

/// <summary>
/// Papers of invented words, the same at every run: common words are common and rare ones rare, as in prose, so that papers are no
/// more alike than real ones are. About 1,800 bytes each, in which no rule finds anything.
/// </summary>
public sealed class InventedPapers
{
    private const int Words = 30_000;
    private const int AbstractLength = 1_600;
    private const int PapersPerDay = 20;

    private readonly Random _random = new(1);
    private readonly string[] _words;
    private int _number;
    private int _last;

    public InventedPapers()
    {
        string[] onsets = ["b", "br", "d", "dr", "f", "g", "gl", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v"];
        string[] vowels = ["a", "e", "i", "o", "u", "ai", "ea", "io"];
        string[] codas = ["n", "r", "l", "s", "m", "nt", "rd", "st", "l", "n"];
        var words = new HashSet<string>();
        while (words.Count < Words)
        {
            var word = new StringBuilder();
            for (var syllables = _random.Next(2, 5); syllables > 0; syllables--)
            {
                word.Append(Pick(onsets)).Append(Pick(vowels));
            }
            words.Add(word.Append(Pick(codas)).ToString());
        }
        _words = [.. words];
    }

    /// <summary>A paper's title and abstract, another one at each call.</summary>
    public (string Title, string Abstract) Next()
    {
        _number++;
        var (subject, place) = ($"{Word()} of {Word()}s", $"{Word()} {Word()}");
        var title = $"{Capital(Word())} {Word()} and the {subject} in {place}";
        var text = new StringBuilder($"The {subject} is known from {_number} {Word()}s in {place}. ");
        while (text.Length < AbstractLength)
        {
            text.Append(CultureInfo.InvariantCulture, $"We {Word()} the {Word()} {Word()} with a {Word()} that {Word()}s {Word()} and ");
            text.Append(CultureInfo.InvariantCulture, $"no {Word()}, which {Word()}s {_random.Next(2, 900)} {Word()}s. ");
        }
        text.Length--;
        return (title, text.ToString());
    }

    /// <summary>A digest of papers.</summary>
    /// <param name="year">The year of its sections.</param>
    /// <param name="papers">The papers.</param>
    public static string Digest(int year, IReadOnlyList<(string Title, string Abstract)> papers)
    {
        var text = new StringBuilder("Daily Papers\n\n");
        var day = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < papers.Count; i++)
        {
            if (i % PapersPerDay == 0)
            {
                text.Append(day.AddDays(i / PapersPerDay).ToString("MMM d, yyyy", CultureInfo.InvariantCulture)).Append("\n\n");
            }
            text.Append(papers[i].Title).Append("\n\n").Append(papers[i].Abstract).Append("\n\n");
        }
        return text.ToString();
    }

    /// <summary>A word, another one than the last; the one of rank r comes about once in r times (Zipf's law).</summary>
    private string Word()
    {
        int rank;
        do
        {
            rank = (int)Math.Min(Words - 1, Math.Pow(Words, _random.NextDouble()));
        } while (rank == _last);
        _last = rank;
        return _words[rank];
    }

    private string Pick(string[] parts) => parts[_random.Next(parts.Length)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
