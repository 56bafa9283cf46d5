namespace DigestLsp.Analyzers;

/// <summary>Which part of a paper a stretch of prose is.</summary>
public enum ProseKind
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>A paragraph of the abstract; normally the only one.</summary>
    Paragraph,
}

/// <summary>
/// A title or a paragraph of an abstract as its characters stand in the digest, without metadata and without white space around
/// it. It holds line breaks where it is broken over lines. Valid only during the call that it is passed to.
/// </summary>
public readonly ref struct Prose
{
    internal Prose(ReadOnlySpan<char> text, ProseKind kind, bool isFirst, bool isLast)
        : this(text, kind, isFirst, isLast, CharacterPairs.In(text)) { }

    internal Prose(ReadOnlySpan<char> text, ProseKind kind, bool isFirst, bool isLast, CharacterPairs pairs)
    {
        Text = text;
        Kind = kind;
        IsFirst = isFirst;
        IsLast = isLast;
        Pairs = pairs;
    }

    /// <summary>The characters; never empty.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>What it is.</summary>
    public ProseKind Kind { get; }

    /// <summary>Whether it is the title or the abstract's first paragraph.</summary>
    public bool IsFirst { get; }

    /// <summary>Whether it is the title or the abstract's last paragraph.</summary>
    public bool IsLast { get; }

    /// <summary>The pairs of neighbouring character classes that it holds, for a rule that looks for several things.</summary>
    public CharacterPairs Pairs { get; }
}
