using System.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>
/// The titles of a document in capitals without accents, or what stands in their places, one after the other, so that a word is looked for in all of them at once; and the letters
/// that words in them begin with. Kept with the document: 200 bytes a title.
/// </summary>
internal sealed class FoldedTitles
{
    private const int WholeWord = 16;
    private const int WordStart = 8;
    private const int Inside = 4;
    private const int Initials = 1;

    /// <summary>What a title that begins as what was typed does gains over words in other places.</summary>
    private const int Beginning = 64;

    /// <summary>What stands between titles, and in no word.</summary>
    private const char Separator = '\n';

    private readonly string _titles;
    private readonly int[] _starts;
    private readonly string _initials;
    private readonly int[] _initialStarts;

    private FoldedTitles(Document document)
    {
        var titles = new StringBuilder(document.Papers.Length * 80);
        var initials = new StringBuilder(document.Papers.Length * 12);
        _starts = new int[document.Papers.Length + 1];
        _initialStarts = new int[document.Papers.Length + 1];
        var count = 0;
        foreach (var title in TitlesOf(document))
        {
            titles.Append(title.Text).Append(Separator);
            initials.Append(title.Initials);
            count++;
            _starts[count] = titles.Length;
            _initialStarts[count] = initials.Length;
        }
        _titles = titles.ToString();
        _initials = initials.ToString();
    }

    /// <summary>The titles of a document, folded once.</summary>
    public static FoldedTitles Of(Document document) => document.GetOrAttach(static document => new FoldedTitles(document));

    /// <summary>Words as <see cref="Find"/> takes them, the most telling one first.</summary>
    public static string[] WordsOf(string typed) =>
        [.. Capitals.Of(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length)];

    /// <summary>
    /// Reports the titles in which each word occurs, with a score, higher being better; of a single word also those whose words
    /// begin with its letters. A word of one letter must begin a word.
    /// </summary>
    /// <param name="words">As <see cref="WordsOf"/> gives them; with none, every title is found.</param>
    /// <param name="beginning">As <see cref="Capitals"/> has it, what titles gain by beginning with; null for nothing.</param>
    /// <param name="report">Takes a paper's index and its score.</param>
    public void Find(string[] words, string? beginning, Action<int, int> report)
    {
        var isSearched = words.Length > 0 && words[0].Length > 1;
        for (var title = 0; title < _starts.Length - 1; title++)
        {
            if (isSearched && words.Length > 1)
            {
                var found = _titles.AsSpan(_starts[title]).IndexOf(words[0]);
                title = found < 0 ? _starts.Length - 1 : TitleAt(_starts[title] + found, title);
                if (found < 0)
                {
                    return;
                }
            }
            if (Score(title, words, beginning) is { } score)
            {
                report(title, score);
            }
        }
    }

    private ReadOnlySpan<char> TextOf(int title) => _titles.AsSpan(_starts[title], _starts[title + 1] - 1 - _starts[title]);

    private int TitleAt(int position, int from)
    {
        var index = Array.BinarySearch(_starts, from, _starts.Length - from, position);
        return index < 0 ? ~index - 1 : index;
    }

    private ReadOnlySpan<char> InitialsOf(int title) =>
        _initials.AsSpan(_initialStarts[title], _initialStarts[title + 1] - _initialStarts[title]);

    private static bool MatchesInitials(ReadOnlySpan<char> initials, string letters)
    {
        var matched = 0;
        foreach (var initial in initials)
        {
            matched += matched < letters.Length && initial == letters[matched] ? 1 : 0;
        }
        return matched == letters.Length;
    }

    private int? Score(int title, string[] words, string? beginning)
    {
        var text = TextOf(title);
        if (text.IsEmpty)
        {
            return null;
        }
        var score = beginning is not null && text.StartsWith(beginning) ? Beginning : 0;
        foreach (var word in words)
        {
            var found =
                word.Length > 1 ? Occurrence(text, word)
                : InitialsOf(title).Contains(word[0]) ? WordStart
                : 0;
            if (found == 0)
            {
                return words.Length == 1 && MatchesInitials(InitialsOf(title), word) ? Initials : null;
            }
            score += found;
        }
        return score;
    }

    private static int Occurrence(ReadOnlySpan<char> title, string word)
    {
        var best = 0;
        for (var from = 0; best < WholeWord && from <= title.Length - word.Length; )
        {
            var at = title[from..].IndexOf(word);
            if (at < 0)
            {
                break;
            }
            at += from;
            var end = at + word.Length;
            var starts = at == 0 || !char.IsLetterOrDigit(title[at - 1]);
            var ends = end == title.Length || !char.IsLetterOrDigit(title[end]);
            best = Math.Max(
                best,
                !starts ? Inside
                    : ends ? WholeWord
                    : WordStart
            );
            from = at + 1;
        }
        return best;
    }

    /// <summary>Of an open document each is kept with its paper, so that typing folds one again.</summary>
    private static IEnumerable<FoldedTitle> TitlesOf(Document document)
    {
        if (document is { IsOpen: true } && document.GetTree() is { } tree)
        {
            for (var paper = tree.Root.WalkPapers(); paper.MoveNext(); )
            {
                yield return paper.GetOrAttach(static paper => FoldedTitle.Of(Document.HeadOf(paper)));
            }
            yield break;
        }
        for (var i = 0; i < document.Papers.Length; i++)
        {
            yield return FoldedTitle.Of(document.GetHead(i));
        }
    }
}
