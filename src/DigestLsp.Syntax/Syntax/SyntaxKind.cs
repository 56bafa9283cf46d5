namespace DigestLsp.Syntax;

/// <summary>The kinds of nodes and tokens in a digest's tree.</summary>
public enum SyntaxKind : byte
{
    /// <summary>No kind: the default value.</summary>
    None,

    /// <summary>The root: a whole digest.</summary>
    Digest,

    /// <summary>A line of the banner that digests open with.</summary>
    Banner,

    /// <summary>A date line, which opens a section.</summary>
    DateLine,

    /// <summary>A paper: a title, an abstract, or both.</summary>
    Paper,

    /// <summary>Text that is neither banner, date, title nor abstract.</summary>
    SkippedText,

    /// <summary>A paper's title with its metadata lines.</summary>
    Title,

    /// <summary>A paper's abstract: one paragraph or, where it was split, several.</summary>
    Abstract,

    /// <summary>One paragraph of an abstract with its metadata lines.</summary>
    Paragraph,

    /// <summary>One metadata line, <c>key: value</c>.</summary>
    Metadata,

    /// <summary>A token: one line of text.</summary>
    TextLine,

    /// <summary>A token: one metadata line.</summary>
    MetadataLine,

    /// <summary>The token without text at the end of every digest.</summary>
    EndOfFile,
}
