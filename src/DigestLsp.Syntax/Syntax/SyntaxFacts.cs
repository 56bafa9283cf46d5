namespace DigestLsp.Syntax;

/// <summary>What the parser met at a paper or at text that it could not place. Rules make findings of these.</summary>
[Flags]
public enum SyntaxFacts : byte
{
    /// <summary>Nothing amiss.</summary>
    None = 0,

    /// <summary>A title that no abstract follows.</summary>
    TitleWithoutAbstract = 1,

    /// <summary>An abstract that no title precedes.</summary>
    AbstractWithoutTitle = 2,

    /// <summary>An abstract that blank lines split into paragraphs.</summary>
    SplitAbstract = 4,

    /// <summary>A title or paragraph broken over several lines.</summary>
    HardWrapped = 8,

    /// <summary>A title, abstract or next title with no blank line between.</summary>
    MissingBlankLine = 16,

    /// <summary>Text that is no part of any paper.</summary>
    SkippedText = 32,
}
