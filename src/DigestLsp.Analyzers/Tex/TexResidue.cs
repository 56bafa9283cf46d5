using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>What kind of TeX was left in a text.</summary>
internal enum TexKind
{
    /// <summary>A command that plain text has no reading for.</summary>
    Command,

    /// <summary>A command, or bare braces, around text that stands as it is: <c>\emph{</c> and its <c>}</c>.</summary>
    Shape,

    /// <summary>A command that stands for a sign, an abbreviation or nothing.</summary>
    Sign,

    /// <summary>A backslash before a character that TeX would read otherwise.</summary>
    Escape,

    /// <summary>A letter with its accent.</summary>
    Letter,

    /// <summary>A space that does not break.</summary>
    Tie,

    /// <summary>A dash of two or three hyphens.</summary>
    Dash,

    /// <summary>Quotation marks; <see cref="TexResidue.Closing"/> is the second.</summary>
    Quotes,

    /// <summary>A part of a formula that lost its dollars or its backslashes.</summary>
    Formula,

    /// <summary>A word that counts only as the neighbour of a <see cref="Formula"/>: <c>rho</c>, <c>Big</c>.</summary>
    FormulaWord,
}

/// <summary>A piece of TeX in prose.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its characters; of what encloses text, those that open it.</param>
/// <param name="Replacement">What they are replaced by; null where plain text has no reading or several.</param>
/// <param name="Closing">The characters that close it, where it encloses text.</param>
/// <param name="ClosingReplacement">What those are replaced by.</param>
internal readonly record struct TexResidue(
    TexKind Kind,
    TextSpan Span,
    string? Replacement,
    TextSpan Closing = default,
    string ClosingReplacement = ""
)
{
    /// <summary>Where it ends, with the text that it encloses.</summary>
    public int Reach => Math.Max(Span.End, Closing.End);

    /// <summary>Whether it is a part of a formula.</summary>
    public bool IsFormula => Kind is TexKind.Formula or TexKind.FormulaWord;
}
