namespace DigestLsp.Analyzers;

/// <summary>What ends a line.</summary>
internal enum LineEnding
{
    /// <summary>A line feed.</summary>
    Lf,

    /// <summary>A carriage return and a line feed.</summary>
    CrLf,

    /// <summary>A carriage return alone.</summary>
    Cr,
}

/// <summary>Line ends by kind.</summary>
/// <param name="Lf">Line feeds.</param>
/// <param name="CrLf">Carriage returns with a line feed.</param>
/// <param name="Cr">Carriage returns alone.</param>
internal readonly record struct LineEndingCounts(int Lf, int CrLf, int Cr)
{
    /// <summary>The kind that most lines end in; of equals, that which more programs write.</summary>
    public LineEnding Usual =>
        Lf >= CrLf && Lf >= Cr ? LineEnding.Lf
        : CrLf >= Cr ? LineEnding.CrLf
        : LineEnding.Cr;

    /// <summary>Whether all lines end in one kind.</summary>
    public bool IsUniform => AreAll(Usual);

    /// <summary>Whether there are none but those of one kind.</summary>
    public bool AreAll(LineEnding ending) => this[ending] == Lf + CrLf + Cr;

    /// <summary>How many there are of a kind.</summary>
    public int this[LineEnding ending] =>
        ending switch
        {
            LineEnding.Lf => Lf,
            LineEnding.CrLf => CrLf,
            _ => Cr,
        };

    /// <summary>The counts of both together.</summary>
    public static LineEndingCounts operator +(LineEndingCounts left, LineEndingCounts right) =>
        new(left.Lf + right.Lf, left.CrLf + right.CrLf, left.Cr + right.Cr);

    /// <summary>The counts and one more.</summary>
    public LineEndingCounts With(LineEnding ending) =>
        ending switch
        {
            LineEnding.Lf => this with { Lf = Lf + 1 },
            LineEnding.CrLf => this with { CrLf = CrLf + 1 },
            _ => this with { Cr = Cr + 1 },
        };

    /// <summary>The line end at the start of a text, null where none stands.</summary>
    public static LineEnding? At(ReadOnlySpan<char> text) =>
        text switch
        {
            ['\n', ..] => LineEnding.Lf,
            ['\r', '\n', ..] => LineEnding.CrLf,
            ['\r', ..] => LineEnding.Cr,
            _ => null,
        };

    /// <summary>The characters of a line end.</summary>
    public static string TextOf(LineEnding ending) =>
        ending switch
        {
            LineEnding.Lf => "\n",
            LineEnding.CrLf => "\r\n",
            _ => "\r",
        };

    /// <summary>What it is called.</summary>
    public static string NameOf(LineEnding ending) =>
        ending switch
        {
            LineEnding.Lf => "LF",
            LineEnding.CrLf => "CRLF",
            _ => "CR",
        };
}
