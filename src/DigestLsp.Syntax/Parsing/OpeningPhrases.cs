using System.Text;

namespace DigestLsp.Parsing;

/// <summary>Phrases that text may begin with, found by their first letter.</summary>
internal sealed class OpeningPhrases
{
    private readonly byte[][][] _byFirstLetter = new byte[128][][];

    /// <param name="phrases">ASCII, with letter case.</param>
    public OpeningPhrases(params IEnumerable<string> phrases)
    {
        Array.Fill(_byFirstLetter, []);
        foreach (var group in phrases.GroupBy(phrase => phrase[0]))
        {
            _byFirstLetter[group.Key] = [.. group.Select(Encoding.ASCII.GetBytes)];
        }
    }

    /// <summary>Whether text begins with one of them, as whole words, and goes on.</summary>
    public bool Open(ReadOnlySpan<byte> text)
    {
        if (text[0] >= 128)
        {
            return false;
        }
        foreach (var phrase in _byFirstLetter[text[0]])
        {
            if (text.Length > phrase.Length && !Letters.IsLetter(text[phrase.Length]) && text.StartsWith(phrase))
            {
                return true;
            }
        }
        return false;
    }
}
