using System.Collections.Immutable;
using System.Text;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Features;

/// <summary>Sorts the papers of each section by their titles.</summary>
public static class TitleOrder
{
    private const int LongestNumber = 12;

    /// <summary>
    /// The changes that sort papers within their sections. Those without a title come last, equals stay in their order, and what is
    /// no paper stays where it is.
    /// </summary>
    public static ImmutableArray<TextChange> ChangesOf(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var entries = tree.Root.ChildNodes().ToList();
        var order = Enumerable.Range(0, entries.Count).ToArray();
        for (var start = 0; start < entries.Count; )
        {
            var end = start + 1;
            while (end < entries.Count && entries[end] is not DateLineSyntax)
            {
                end++;
            }
            var places = Enumerable.Range(start, end - start).Where(index => entries[index] is PaperSyntax).ToList();
            var sorted = places
                .Select(index => (Index: index, Key: KeyOf(((PaperSyntax)entries[index]).Title?.Text)))
                .OrderBy(paper => paper.Key is null)
                .ThenBy(paper => paper.Key, StringComparer.Ordinal)
                .Select(paper => paper.Index);
            foreach (var (place, paper) in places.Zip(sorted))
            {
                order[place] = paper;
            }
            start = end;
        }
        return EntryOrder.ChangesOf(tree, [.. entries.Select(entry => new[] { entry })], order);
    }

    /// <summary>
    /// What a title is sorted by, the same on every machine: its words without case, accents and punctuation, numbers by their size.
    /// </summary>
    internal static string? KeyOf(string? title)
    {
        if (title is null)
        {
            return null;
        }
        var key = new StringBuilder(title.Length + 16);
        foreach (var word in FoldedWords.Of(title))
        {
            for (var i = 0; i < word.Length; )
            {
                var end = i;
                while (end < word.Length && char.IsAsciiDigit(word[end]) == char.IsAsciiDigit(word[i]))
                {
                    end++;
                }
                key.Append('0', char.IsAsciiDigit(word[i]) ? Math.Max(0, LongestNumber - (end - i)) : 0).Append(word, i, end - i);
                i = end;
            }
            key.Append(' ');
        }
        return key.ToString();
    }
}
