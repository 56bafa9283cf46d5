namespace DigestLsp.Analyzers;

/// <summary>What a character is to rules about prose, roughly: 16 classes, so that a pair of them is one of 256.</summary>
public enum CharacterClass : byte
{
    /// <summary>Space and tab, and what comes before the first and after the last character.</summary>
    Space,

    /// <summary>CR and LF.</summary>
    LineBreak,

    /// <summary>a–z.</summary>
    Lower,

    /// <summary>A–Z.</summary>
    Upper,

    /// <summary>0–9.</summary>
    Digit,

    /// <summary>A period.</summary>
    Period,

    /// <summary>! and ?</summary>
    Terminator,

    /// <summary>Comma, semicolon and colon.</summary>
    Comma,

    /// <summary>( [ {</summary>
    Open,

    /// <summary>) ] }</summary>
    Close,

    /// <summary>" ' `</summary>
    Quote,

    /// <summary>A hyphen.</summary>
    Hyphen,

    /// <summary>\ $ ^ _ ~</summary>
    Tex,

    /// <summary>&amp; &lt; &gt;</summary>
    Markup,

    /// <summary>Any other printable ASCII character: # % * + / = @ |</summary>
    Other,

    /// <summary>Whatever is not ASCII, and control characters.</summary>
    Special,
}
