namespace DigestLsp.Similarity;

/// <summary>
/// Finds the words that a short form's letters were taken from: of all ways to place the letters in order in the words before it,
/// with the first letter at the beginning of the first word, the one that is least forced.
/// </summary>
/// <remarks>
/// Schwartz and Hearst (A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text, PSB 2003) take the first
/// way that they meet from the right. Sohn, Comeau, Kim and Wilbur (Abbreviation definition identification based on automatic
/// precision estimates, BMC Bioinformatics 2008) found that ways differ much in how often they are right: first letters of words
/// nearly always, letters within words and left-out words less so. Here each departure from first letters has a cost, and dynamic
/// programming finds the way that costs least; work is bounded by the words and letters that are looked at.
/// </remarks>
internal ref struct LetterAlignment
{
    public const int Impossible = 1000;
    public const int MostWords = 40;

    // Departures from taking the first letters of words one by one. A long form begins with a function word, or within a word:
    private const int CostOfFunctionStart = 4;
    private const int CostOfPartStart = 2;

    // A word, or a part of one, gives no letter; or it follows the last that gives one:
    private const int CostOfWord = 6;
    private const int CostOfPart = 2;
    private const int CostOfFunction = 1;
    private const int CostOfWordBehind = 6;
    private const int CostOfPartBehind = 3;
    private const int CostOfNumberBehind = 1;

    // A word gives a letter from within without its first; further capitals come next to the last, further on, or begin a part of a
    // compound (thermometer); small letters come further on than next to the last:
    private const int CostOfInner = 7;
    private const int FewestForInner = 3;
    private const int CostOfNextCapital = 2;
    private const int CostOfFarCapital = 3;
    private const int CostOfPartCapital = 1;
    private const int CostOfFarLetter = 2;

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<LongFormWord> _words;
    private readonly ReadOnlySpan<char> _letters;
    private readonly int _tolerance;

    private LetterAlignment(ReadOnlySpan<char> text, ReadOnlySpan<LongFormWord> words, ReadOnlySpan<char> letters, int tolerance)
    {
        _text = text;
        _words = words;
        _letters = letters;
        _tolerance = tolerance;
    }

    /// <summary>The word at which the least forced long form begins.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words, in order; the long form ends with the last.</param>
    /// <param name="letters">The short form's letters and digits.</param>
    /// <param name="onlyFirst">Whether the long form must begin with the first word.</param>
    /// <param name="tolerance">What it may cost; the less, the less is tried.</param>
    /// <param name="cost">What it costs; <see cref="Impossible"/> where there is none.</param>
    public static int Find(
        ReadOnlySpan<char> text,
        ReadOnlySpan<LongFormWord> words,
        ReadOnlySpan<char> letters,
        bool onlyFirst,
        int tolerance,
        out int cost
    )
    {
        cost = Impossible;
        if (words.IsEmpty || letters.IsEmpty || tolerance < 0)
        {
            return -1;
        }

        return new LetterAlignment(text, words, letters, tolerance).Find(onlyFirst, out cost);
    }

    private readonly int Find(bool onlyFirst, out int cost)
    {
        int width = _letters.Length + 1;
        // rest[i] is what it costs to place the letters from i on in the words behind the current one.
        Span<int> rest = stackalloc int[width];
        Span<int> next = stackalloc int[width];
        rest.Fill(Impossible);
        rest[_letters.Length] = 0;
        int best = Impossible;
        int bestWord = -1;
        for (int w = _words.Length - 1; w >= 0; w--)
        {
            LongFormWord word = _words[w];
            if (CostOfStart(w) is < Impossible and var start && (!onlyFirst || w == 0))
            {
                int here = Place(w, 0, rest, mustStart: true) + start;
                if (here < best && here <= _tolerance)
                {
                    (best, bestWord) = (here, w);
                }
            }

            int least = Impossible;
            for (int i = 0; i < width; i++)
            {
                bool isBehind = i == _letters.Length;
                next[i] = Math.Min(
                    rest[i] + CostOfSkipping(word, isBehind),
                    i < _letters.Length ? Place(w, i, rest, mustStart: false) : Impossible
                );
                next[i] = Math.Min(next[i], Impossible);
                least = Math.Min(least, next[i]);
            }

            if (least > _tolerance)
            {
                break;
            }

            Span<int> swap = rest;
            rest = next;
            next = swap;
        }

        cost = best;
        return bestWord;
    }

    /// <summary>
    /// A long form begins with a word or, at a cost, behind a number, a letter or a negation in it: ‘1,10-phenanthroline’, ‘c-Jun’,
    /// ‘non-LF’.
    /// </summary>
    private readonly int CostOfStart(int wordIndex)
    {
        LongFormWord word = _words[wordIndex];
        if (word.StartsWord)
        {
            return word.IsFunction ? CostOfFunctionStart : 0;
        }

        return
            Marks.IsNumbered(_text, word.Start)
            || Marks.IsLettered(_text, word.Start)
            || _text[..word.Start].EndsWith("non-", StringComparison.OrdinalIgnoreCase)
            ? CostOfPartStart
            : Impossible;
    }

    private readonly int CostOfSkipping(LongFormWord word, bool isBehind) =>
        word.Break
        + (
            word.IsFunction ? CostOfFunction
            : IsLocant(word) ? 0
            : isBehind && char.IsAsciiDigit(_text[word.Start]) ? CostOfNumberBehind
            : isBehind ? (word.StartsWord ? CostOfWordBehind : CostOfPartBehind)
            : word.StartsWord ? CostOfWord
            : CostOfPart
        );

    /// <summary>Whether a number tells a place in what follows: 3',5'-cyclic.</summary>
    private readonly bool IsLocant(LongFormWord number) =>
        char.IsAsciiDigit(_text[number.Start])
        && number.End + 1 < _text.Length
        && _text[number.End] is '\'' or '’' or ',' or '-'
        && !char.IsWhiteSpace(_text[number.End + 1]);

    /// <summary>What it costs to place the letters from one on in a word, as many as fit best, and the others in the words behind it.</summary>
    private readonly int Place(int wordIndex, int letter, ReadOnlySpan<int> rest, bool mustStart)
    {
        LongFormWord word = _words[wordIndex];
        return Math.Min(Impossible, word.Break + Place(_text.Slice(word.Start, word.Length), letter, rest, mustStart));
    }

    private readonly int Place(ReadOnlySpan<char> word, int letter, ReadOnlySpan<int> rest, bool mustStart)
    {
        int best = Impossible;
        if (SpokenLetters.Means(_letters[letter], word))
        {
            best = rest[letter + 1];
        }

        if (SpokenLetters.CountAtStart(_letters[letter], word) is > 0 and var count)
        {
            best = Math.Min(best, rest[letter + 1] + CostOfPart);
            best = letter + 1 < _letters.Length ? Math.Min(best, Place(word[count..], letter + 1, rest, mustStart: true)) : best;
        }

        int cost = 0;
        int at = -1;
        for (int i = letter; i < _letters.Length; i++)
        {
            int found = IndexOf(word, _letters[i], at + 1);
            if (found < 0 || (i == letter && mustStart && found > 0))
            {
                return best;
            }

            cost += CostOfPlace(word, found, at, _letters[i]);
            if (cost > _tolerance)
            {
                return best;
            }

            at = found;
            best = Math.Min(best, cost + rest[i + 1]);
        }

        return best;
    }

    private readonly int CostOfPlace(ReadOnlySpan<char> word, int place, int before, char letter)
    {
        if (place == 0)
        {
            return 0;
        }

        if (char.IsUpper(word[place]) && char.IsUpper(letter))
        {
            return 0;
        }

        return before < 0 ? (_letters.Length < FewestForInner ? Impossible : CostOfInner)
            : char.IsUpper(letter)
                ? (
                    Compounds.StartsPart(word, place) ? CostOfPartCapital
                    : place == before + 1 ? CostOfNextCapital
                    : CostOfFarCapital
                )
            : place == before + 1 || Compounds.StartsPart(word, place) ? 0
            : CostOfFarLetter;
    }

    private static int IndexOf(ReadOnlySpan<char> word, char letter, int from)
    {
        char folded = char.ToLowerInvariant(letter);
        for (int i = from; i < word.Length; i++)
        {
            if (char.ToLowerInvariant(word[i]) == folded)
            {
                return i;
            }
        }

        return folded == 'e' && from > 1 && from == word.Length - 3 && word[from..] is "ing" ? from : -1;
    }
}
