using System.Text;

namespace DigestLsp.Similarity;

/// <summary>
/// The words of a paper, title and abstract together, as ranking counts them: how often each occurs, whatever their order. Immutable;
/// about five bytes a different word.
/// </summary>
public sealed class PaperWords
{
    [ThreadStatic]
    private static FoldedText? s_text;

    [ThreadStatic]
    private static uint[]? s_words;

    private readonly uint[] _words;
    private readonly byte[] _counts;

    private PaperWords(uint[] words, byte[] counts, int length)
    {
        _words = words;
        _counts = counts;
        Length = length;
    }

    /// <summary>The different words, each by a hash that is the same on every machine, sorted.</summary>
    public ReadOnlySpan<uint> Words => _words;

    /// <summary>How often each of <see cref="Words"/> occurs, 255 at most.</summary>
    public ReadOnlySpan<byte> Counts => _counts;

    /// <summary>The number of words, each as often as it occurs.</summary>
    public int Length { get; }

    /// <summary>Counts the words of a paper, given in UTF-8. Any bytes are accepted.</summary>
    public static PaperWords Compute(ReadOnlySpan<byte> titleUtf8, ReadOnlySpan<byte> abstractUtf8)
    {
        FoldedText text = s_text ??= new FoldedText();
        int count = 0;
        uint[] all = Append(text, titleUtf8, s_words ??= new uint[1024], ref count);
        all = Append(text, abstractUtf8, all, ref count);
        s_words = all;

        Span<uint> sorted = all.AsSpan(0, count);
        SortedSets.Sort(sorted);
        int different = 0;
        for (int i = 0; i < count; i++)
        {
            different += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        var words = new uint[different];
        var counts = new byte[different];
        int last = -1;
        foreach (uint word in sorted)
        {
            if (last < 0 || words[last] != word)
            {
                words[++last] = word;
            }

            counts[last] = (byte)Math.Min(counts[last] + 1, byte.MaxValue);
        }

        return new PaperWords(words, counts, count);
    }

    /// <summary>The words of a text as they are shown, in lower case and without diacritics, each by its hash.</summary>
    public static IReadOnlyDictionary<uint, string> Spell(ReadOnlySpan<byte> utf8)
    {
        var text = new FoldedText();
        text.Fold(utf8);
        var spelled = new Dictionary<uint, string>(text.WordCount);
        for (int i = 0; i < text.WordCount; i++)
        {
            spelled.TryAdd(HashOf(text, i), Encoding.UTF8.GetString(text.Word(i)));
        }

        return spelled;
    }

    private static uint[] Append(FoldedText text, ReadOnlySpan<byte> utf8, uint[] words, ref int count)
    {
        text.Fold(utf8);
        if (count + text.WordCount > words.Length)
        {
            Array.Resize(ref words, Math.Max(2 * words.Length, count + text.WordCount));
        }

        for (int i = 0; i < text.WordCount; i++)
        {
            words[count++] = HashOf(text, i);
        }

        return words;
    }

    private static uint HashOf(FoldedText text, int word) => (uint)(text.Hashes[word] >> 32);
}
