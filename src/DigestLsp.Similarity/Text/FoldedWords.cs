using System.Text;
using DigestLsp.Text;

namespace DigestLsp.Similarity;

/// <summary>The words of a text as they count for comparing, for those who order texts.</summary>
public static class FoldedWords
{
    /// <summary>The words in lower case, without diacritics, punctuation and markup; the same on every machine.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new FoldedText();
        folded.Fold(Wtf8.Encode(text));
        var words = new string[folded.WordCount];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Encoding.UTF8.GetString(folded.Word(i));
        }
        return words;
    }
}
