namespace DigestLsp.Similarity;

/// <summary>One way to read a short form's letters, and how much a long form may cost to be believed when they are read so.</summary>
/// <remarks>
/// How much is believed depends on the number of letters, as in Ab3P (Sohn, Comeau, Kim and Wilbur, BMC Bioinformatics 2008): the
/// share of right ones was estimated without labels, on 100,000 abstracts of an archive, by how often a short form fits the words
/// before other short forms of as many letters (pseudo-precision). At a limit for as many letters, seven of ten are right at least and
/// mostly nine; below, nearly all. The costs are those of <see cref="LetterAlignment"/>.
/// </remarks>
internal sealed class LetterReading
{
    /// <summary>Letters and digits that a reading yields at most.</summary>
    public const int MostLetters = ShortForm.LongestLetters + 2;

    private const int Never = -1;
    private const int PenaltyOfSwap = 8;
    private const int PenaltyOfRotation = 12;

    /// <summary>The letters without the number behind them.</summary>
    public static readonly LetterReading Unnumbered = new(Copy, penalty: 0, [Never, Never, 1, 5]);

    private static readonly int[] Usual = [0, 0, 8, 12, 15, 20, 22];

    private static readonly LetterReading[] OfStrong =
    [
        new(Copy, penalty: 0, Usual),
        new(Repeat, penalty: 1, Usual),
        new(CountBefore, penalty: 2, [Never, Never, 3, 3, 6]),
        new(Swap, PenaltyOfSwap, [Never, Never, 0, 0, 1]),
        new(Rotate, PenaltyOfRotation, [Never, Never, Never, 0, 1, 4, 7]),
    ];

    private static readonly LetterReading[] OfWord =
    [
        new(Copy, penalty: 0, [0, 0, 2, 4]),
        new(IndexBefore, penalty: 1, [Never, Never, 0, 0, 1]),
    ];

    private static readonly LetterReading[] OfLowerCase = [new(Copy, penalty: 0, [0, 0, 0, 4, 5, 6])];

    private static readonly LetterReading[] OfStrict = [new(Copy, penalty: 0, [Never, Never, 0, 2])];

    private readonly Reading _read;
    private readonly int[] _tolerances;

    private LetterReading(Reading read, int penalty, int[] tolerances)
    {
        _read = read;
        _tolerances = tolerances;
        Penalty = penalty;
    }

    /// <summary>Writes the letters in one variant of a reading; returns their number, 0 if there is no such variant (any more).</summary>
    private delegate int Reading(ReadOnlySpan<char> letters, int variant, Span<char> target);

    /// <summary>How to read a form that may be meant or not: each letter is the first of a word but for few.</summary>
    public static ReadOnlySpan<LetterReading> Strictly => OfStrict;

    /// <summary>The ways to read a form that looks as it does, those that are more often right first.</summary>
    public static ReadOnlySpan<LetterReading> Of(ShortFormStrength strength) =>
        strength switch
        {
            ShortFormStrength.Strong => OfStrong,
            ShortFormStrength.Word => OfWord,
            ShortFormStrength.Quantity => OfStrict,
            _ => OfLowerCase,
        };

    /// <summary>By how much a long form must cost less than that of the letters as they are written.</summary>
    public int Penalty { get; }

    /// <summary>Whether letters change places: only what is put before a short form is believed then.</summary>
    public bool IsRearranged => Penalty >= PenaltyOfSwap;

    /// <summary>What a long form may cost, −1 if none is believed.</summary>
    /// <param name="letters">The number of the short form's letters.</param>
    public int ToleranceOf(int letters) => _tolerances[Math.Min(letters, _tolerances.Length - 1)];

    /// <summary>Reads letters in one variant, counted from 0. False where there are no more.</summary>
    public bool TryRead(ReadOnlySpan<char> letters, int variant, Span<char> buffer, out ReadOnlySpan<char> read)
    {
        read = buffer[.._read(letters, variant, buffer)];
        return read.Length > 0;
    }

    /// <summary>A digit says how often the letter beside it comes: A2C, W3C; 3H.</summary>
    private static int Repeat(ReadOnlySpan<char> letters, int variant, Span<char> target)
    {
        int digit = letters.IndexOfAny('2', '3');
        if (variant > 0 || digit < 0 || letters.Length < 2 || (digit == 0 && letters[0] == '2'))
        {
            return 0;
        }

        int times = letters[digit] - '0';
        int repeated = digit == 0 ? 1 : digit - 1;
        int first = Math.Min(digit, repeated);
        letters[..first].CopyTo(target);
        target.Slice(first, times).Fill(letters[repeated]);
        letters[(first + 2)..].CopyTo(target[(first + times)..]);
        return letters.Length + times - 2;
    }

    /// <summary>Formulas have a count behind what they count, words before it: CO2, carbon dioxide.</summary>
    private static int CountBefore(ReadOnlySpan<char> letters, int variant, Span<char> target)
    {
        int digit = letters.LastIndexOfAnyInRange('2', '6');
        return variant == 0 && digit > 0 ? Exchange(letters, digit - 1, target) : 0;
    }

    /// <summary>Symbols of quantities have behind them what is said before: Rt, total resistance; Vmax, maximal velocity.</summary>
    private static int IndexBefore(ReadOnlySpan<char> letters, int variant, Span<char> target) =>
        variant == 0 && !letters[1..].ContainsAnyExceptInRange('a', 'z') ? Rotate(letters, 0, target) : 0;

    /// <summary>Two neighbours change places, as where a form follows another language or is made to be spoken: OWL, Web Ontology Language.</summary>
    private static int Swap(ReadOnlySpan<char> letters, int variant, Span<char> target) =>
        variant < letters.Length - 1 && !letters.ContainsAnyInRange('0', '9') ? Exchange(letters, variant, target) : 0;

    /// <summary>What stands last is said first: IFN-gamma, gamma-interferon; TAI, International Atomic Time.</summary>
    private static int Rotate(ReadOnlySpan<char> letters, int variant, Span<char> target)
    {
        int first = variant + 1;
        if (first >= letters.Length)
        {
            return 0;
        }

        letters[first..].CopyTo(target);
        letters[..first].CopyTo(target[(letters.Length - first)..]);
        return letters.Length;
    }

    private static int Exchange(ReadOnlySpan<char> letters, int first, Span<char> target)
    {
        letters.CopyTo(target);
        (target[first], target[first + 1]) = (letters[first + 1], letters[first]);
        return letters.Length;
    }

    private static int Copy(ReadOnlySpan<char> letters, int variant, Span<char> target)
    {
        letters.CopyTo(target);
        return variant == 0 ? letters.Length : 0;
    }
}
